/**
 * The bank as the build wrote it for practice pages: an index, and shards of stems and of reasons that are fetched when a
 * question of theirs is asked for.
 *
 * @typedef {import("./types").Question} Question
 * @typedef {import("./types").Stem} Stem
 * @typedef {import("./types").Reasons} Reasons
 * @typedef {import("./types").Exam} Exam
 * @typedef {{bank: string, questions: Map<string, Question>, exams: Record<string, Exam>, drills: Record<string, string[]>, domains: Record<string, Record<string, string>>, shards: [string, string, string][], shared: string}} Index
 */

/** A file could not be fetched: the connection is gone, or the site has a new release. */
export class LoadError extends Error {}

/** The edition's root. */
export const ROOT = new URL("../../../", import.meta.url);
const FOLDER = "assets/practice/";

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * @param {string} address Below the edition's root.
 * @param {RequestInit} [how]
 * @returns {Promise<any>}
 */
function json(address, how) {
  let file = fetched.get(address);
  if (!file) {
    file = fetch(new URL(address, ROOT), how)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .catch((error) => Promise.reject(new LoadError(`${address}: ${error.message}`)));
    fetched.set(address, file);
    file.catch(() => fetched.delete(address)); // asked for again next time
  }
  return file;
}

/** @returns {Promise<Index>} */
export async function loadIndex() {
  // Asked for each time: the names of the shards are in it, and those of the last release are gone.
  const raw = await json(`${FOLDER}data.json`, { cache: "no-cache" });
  raw.read ??= read(raw);
  return raw.read;
}

/**
 * @param {any} raw
 * @returns {Index}
 */
function read(raw) {
  const rows = /** @type {[string, any[]][]} */ (Object.entries(raw.questions));
  const [first] = /** @type {{counted: string}[]} */ (Object.values(raw.exams));
  const questions = rows.map(([id, [revision, page, difficulty, objectives, status]], place) => {
    const [pageUrl, pageTitle] = raw.pages[page];
    const named = objectives.map((/** @type {number} */ number) => raw.objectives[number]);
    return {
      id,
      revision,
      pageUrl,
      page: pageUrl.replace(/\/$/, ""),
      pageTitle,
      difficulty,
      domain: first.counted[place].replace("-", ""),
      objectives: named,
      status,
    };
  });
  const domains = Object.entries(raw.exams).map(([code, { counted }]) => {
    const pairs = rows.flatMap(([id], place) => (counted[place] === "-" ? [] : [[id, counted[place]]]));
    return [code, Object.fromEntries(pairs)];
  });
  return {
    ...raw,
    questions: new Map(questions.map((question) => [question.id, question])),
    domains: Object.fromEntries(domains),
  };
}

/**
 * @param {Index} index
 * @param {Iterable<string>} ids
 * @returns {Promise<Map<string, Stem>>} What is asked; withdrawn questions are missing.
 */
export const stems = (index, ids) => parts(index, ids, 1, index.shared);

/**
 * @param {Index} index
 * @param {Iterable<string>} ids
 * @returns {Promise<Map<string, Reasons>>} Keys and explanations; withdrawn questions are missing.
 */
export const reasons = (index, ids) => parts(index, ids, 2, "");

/**
 * @param {Index} index
 * @param {Iterable<string>} ids
 * @param {1 | 2} column
 * @param {string} folder
 * @returns {Promise<Map<string, any>>}
 */
async function parts(index, ids, column, folder) {
  const known = [...ids].filter((id) => index.questions.has(id));
  const files = [...new Set(known.map((id) => shardOf(index, id)[column]))];
  const shards = await Promise.all(files.map((name) => json(`${folder}${FOLDER}${name}`)));
  const all = Object.assign({}, ...shards);
  return new Map(known.map((id) => [id, all[id]]));
}

/**
 * @param {Index} index
 * @param {string} id
 */
function shardOf({ shards }, id) {
  const topic = id.slice(0, id.indexOf("/") + 1);
  const found = shards.filter(([first]) => first.startsWith(topic) && first <= id).at(-1);
  if (!found) throw new Error(`no shard has ${id}`);
  return found;
}

/**
 * @param {Index} index
 * @param {string} exam
 * @param {string} id
 * @returns {string} The task that a question counts for: of the domain that it counts for, the first it names.
 */
export function taskOf(index, exam, id) {
  const domain = index.domains[exam]?.[id];
  const keys = (index.questions.get(id)?.objectives ?? []).filter((key) => key.startsWith(`${exam}/${domain}.`));
  return keys.length ? keys[0].split("/")[1].split(".").slice(0, 2).join(".") : "";
}

/**
 * @param {Index} index
 * @param {string} exam
 * @returns {Record<string, string[]>} An exam's questions by the domain that each counts for.
 */
export function poolOf(index, exam) {
  /** @type {Record<string, string[]>} */
  const pool = Object.fromEntries(Object.keys(index.exams[exam].domains).map((domain) => [domain, []]));
  for (const [id, domain] of Object.entries(index.domains[exam])) pool[domain].push(id);
  return pool;
}
