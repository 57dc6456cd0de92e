/**
 * Which questions a session has, by where they belong and by what the reader did with them. No elements, no storage.
 *
 * @typedef {import("./types").Question} Question
 * @typedef {import("./types").LogEntry} LogEntry
 * @typedef {import("./types").History} History
 * @typedef {import("./address.js").Query} Query
 */

import { ordered } from "./seed.js";

export const STATES = ["all", "new", "missed", "flagged", "due", "surewrong"];

/**
 * Gathers what the log says of each question. Answers to an earlier revision do not count.
 *
 * @param {readonly LogEntry[]} log In the order of time.
 * @param {ReadonlyMap<string, Question>} questions
 * @returns {Map<string, LogEntry[]>} The entries that count, by question.
 */
export function histories(log, questions) {
  /** @type {Map<string, LogEntry[]>} */
  const found = new Map();
  for (const entry of log) {
    if (questions.get(entry.id)?.revision !== entry.revision) continue;
    const entries = found.get(entry.id);
    if (entries) entries.push(entry);
    else found.set(entry.id, [entry]);
  }
  return found;
}

/**
 * @param {string} state One of STATES.
 * @param {string} id
 * @param {ReadonlyMap<string, LogEntry[]>} history
 * @param {ReadonlySet<string>} flags
 * @param {ReadonlySet<string>} due
 * @returns {boolean}
 */
export function isIn(state, id, history, flags, due) {
  const entries = history.get(id) ?? [];
  const last = entries.at(-1);
  if (state === "new") return !last;
  if (state === "missed") return last?.right === false;
  if (state === "flagged") return flags.has(id);
  if (state === "due") return due.has(id);
  if (state === "surewrong") return last?.right === false && last.sure === true;
  return true;
}

/**
 * @param {Question} question
 * @param {Query} query
 * @param {Record<string, string[]>} drills Pages by the drill's key.
 * @returns {boolean} Whether the question belongs to what the query names.
 */
export function belongs(question, query, drills) {
  if (query.ids) return query.ids.split(",").includes(question.id);
  if (query.difficulty && String(question.difficulty) !== query.difficulty) return false;
  if (query.page) return question.page === query.page;
  if (question.status) return false; // legacy and disputed ones come with their page alone
  if (query.topic) return question.id.startsWith(`${query.topic}/`);
  if (query.exam) return question.objectives.some((objective) => objective.startsWith(`${query.exam}/`));
  if (query.domain) return question.objectives.some((objective) => objective.startsWith(`${query.domain}.`));
  if (query.drill) return (drills[query.drill] ?? []).includes(question.page);
  return true;
}

/**
 * @param {Iterable<Question>} questions
 * @param {Query} query
 * @param {{history: ReadonlyMap<string, LogEntry[]>, flags: ReadonlySet<string>, drills: Record<string, string[]>, due: ReadonlySet<string>}} around
 * @returns {string[]} The ids that match, in no order.
 */
export function matching(questions, query, { history, flags, drills, due }) {
  const state = query.state ?? "all";
  const found = [...questions].filter((question) => belongs(question, query, drills));
  return found.map(({ id }) => id).filter((id) => isIn(state, id, history, flags, due));
}

/**
 * Deals a session: by chance, and where confusable things are to be told apart, from one page after the other.
 *
 * @param {readonly string[]} ids
 * @param {Query} query
 * @param {ReadonlyMap<string, Question>} questions
 * @param {string} seed
 * @param {readonly string[]} [queue] What is due, in the order in which it should be asked.
 * @returns {string[]}
 */
export function deal(ids, query, questions, seed, queue = []) {
  const mixed = query.state === "due" ? queue.filter((id) => ids.includes(id)) : ordered(ids, seed);
  const count = Number(query.n) || mixed.length;
  if (!query.drill) return mixed.slice(0, count);
  /** @type {Map<string, string[]>} */
  const byPage = new Map();
  for (const id of mixed) {
    const page = questions.get(id)?.page ?? "";
    byPage.set(page, [...(byPage.get(page) ?? []), id]);
  }
  const piles = [...byPage.values()];
  const rounds = Array.from({ length: Math.max(0, ...piles.map((pile) => pile.length)) }, (_, round) =>
    piles.flatMap((pile) => pile.slice(round, round + 1)),
  );
  return rounds.flat().slice(0, count);
}
