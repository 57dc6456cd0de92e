/**
 * What a reader has answered: one versioned record in localStorage, keyed by question id. It is read, changed and
 * written in one go, so that two tabs keep each other's work; what cannot be read is kept aside, and what cannot be
 * stored lives until the page is closed.
 *
 * @typedef {import("../types").Answers} Answers
 */

const KEY = "sagemaker-exam-guide.progress";
export const ASIDE = `${KEY}.aside.`;
const VERSION = 1;
const CHANGED = "exam-progress";

/** @type {Answers | null} */
let memory = null;

/** @returns {Answers} */
export function answers() {
  return memory ?? stored();
}

/** @returns {boolean} Whether answers outlive the page. */
export const isKept = () => memory === null;

let isReplayed = false;

/** @param {() => void} action That answers questions as they were answered already: nothing of it is counted. */
export function replay(action) {
  isReplayed = true;
  try {
    action();
  } finally {
    isReplayed = false;
  }
}

/**
 * @param {string} id
 * @param {string} revision
 * @param {boolean} right
 * @returns {number | undefined} When that was; nothing where an answer is only shown again.
 */
export function record(id, revision, right) {
  if (isReplayed) return undefined;
  const at = Date.now();
  change((all) => all.set(id, { revision, right, at, tries: (all.get(id)?.tries ?? 0) + 1 }));
  return at;
}

/**
 * @param {string[]} ids
 * @returns {Answers} What was forgotten, for `restore`.
 */
export function forget(ids) {
  const gone = new Map([...answers()].filter(([id]) => ids.includes(id)));
  change((all) => {
    for (const id of ids) all.delete(id);
  });
  return gone;
}

/** @param {Answers} others */
export function restore(others) {
  change((all) => merge(all, others));
}

/**
 * Moves the answer of a question that was renamed.
 *
 * @param {string[]} formerly
 * @param {string} id
 */
export function rename(formerly, id) {
  if (!formerly.some((old) => answers().has(old))) return;
  change((all) => {
    for (const old of formerly) {
      const answer = all.get(old);
      if (answer) merge(all, new Map([[id, answer]]));
      all.delete(old);
    }
  });
}

/**
 * Calls back on every change, of other tabs too.
 *
 * @param {() => void} then
 * @param {AbortSignal} [signal]
 */
export function onChange(then, signal) {
  addEventListener(CHANGED, then, { signal });
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && then(), { signal });
}

// Whether what is stored was read whole, or is kept aside: only then may it be written over.
let isSafe = true;

/** @param {(all: Answers) => unknown} edit */
function change(edit) {
  const next = stored();
  edit(next);
  if (memory) {
    edit(memory);
    merge(next, memory);
  }
  const isWritten = isSafe && attempt(() => store(KEY, written(next)));
  memory = isWritten ? null : next;
  dispatchEvent(new Event(CHANGED));
}

/** @returns {Answers} */
function stored() {
  const text = attempt(() => localStorage.getItem(KEY));
  isSafe = true;
  if (!text) return new Map();
  const { found, isWhole } = read(text);
  if (isWhole) return found;
  isSafe = Boolean(attempt(() => store(ASIDE + Date.now(), text)));
  if (isSafe) attempt(() => store(KEY, written(found)));
  else memory ??= found;
  return found;
}

/**
 * @param {string} text
 * @returns {{found: Answers, isWhole: boolean}} The answers that could be read, and whether that is all there was.
 */
export function read(text) {
  const data = attempt(() => JSON.parse(text));
  const rows = data?.version === VERSION && isObject(data.answers) ? Object.entries(data.answers) : null;
  const good = (rows ?? []).filter(([id, answer]) => /^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(id) && isAnswer(answer));
  const found = new Map(good.map(([id, { revision, right, at, tries }]) => [id, { revision, right, at, tries }]));
  return { found, isWhole: good.length === rows?.length };
}

/** @param {any} answer */
const isAnswer = (answer) =>
  isObject(answer) &&
  /^[0-9a-f]{8}$/.test(answer.revision) &&
  typeof answer.right === "boolean" &&
  typeof answer.at === "number" &&
  answer.at >= 0 &&
  answer.at <= Date.now() + 864e5 && // a clock may be a day ahead, but an answer must not always win
  Number.isInteger(answer.tries);

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null;

/** @param {Answers} all */
export const written = (all) => JSON.stringify({ version: VERSION, answers: Object.fromEntries(all) });

/**
 * @param {Answers} all Takes the later answer of each question.
 * @param {Answers} others
 */
function merge(all, others) {
  for (const [id, answer] of others) {
    const own = all.get(id);
    const tries = Math.max(own?.tries ?? 0, answer.tries);
    all.set(id, { ...(own && own.at > answer.at ? own : answer), tries });
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {true} It was stored; where it cannot be, this throws.
 */
function store(key, text) {
  localStorage.setItem(key, text);
  return true;
}

/**
 * @template T
 * @param {() => T} action That a browser may refuse, as it does when storage is full or forbidden.
 * @returns {T | undefined}
 */
export function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
