/**
 * How far a reader has come: by domain, task and page, by day, and by how sure they were. No elements, no storage.
 *
 * @typedef {import("../practice/types").LogEntry} LogEntry
 * @typedef {import("../practice/data.js").Index} Index
 * @typedef {{total: number, answered: number, right: number, due: number}} Tally
 * @typedef {{key: string, title: string, level: 1 | 2} & Tally} Row
 */
import { taskOf } from "../practice/data.js";
import { DAY, startOfDay } from "./schedule.js";

/**
 * @param {Iterable<string>} ids
 * @param {ReadonlyMap<string, readonly LogEntry[]>} history
 * @param {ReadonlySet<string>} due
 * @returns {Tally} Right are those whose last answer was.
 */
export function tallyOf(ids, history, due) {
  const tally = { total: 0, answered: 0, right: 0, due: 0 };
  for (const id of ids) {
    const last = history.get(id)?.at(-1);
    tally.total += 1;
    tally.answered += Number(Boolean(last));
    tally.right += Number(last?.right ?? false);
    tally.due += Number(due.has(id));
  }
  return tally;
}

/**
 * @param {Index} index
 * @param {string} exam
 * @param {ReadonlyMap<string, readonly LogEntry[]>} history
 * @param {ReadonlySet<string>} due
 * @returns {Row[]} Each domain of an exam, with its tasks after it; a question counts for one of each.
 */
export function byTask(index, exam, history, due) {
  const { domains, tasks } = index.exams[exam];
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const [id, domain] of Object.entries(index.domains[exam])) {
    for (const key of [domain, taskOf(index, exam, id)]) if (key) groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const row = (/** @type {string} */ key, /** @type {string} */ title, /** @type {1 | 2} */ level) => ({
    key,
    title,
    level,
    ...tallyOf(groups.get(key) ?? [], history, due),
  });
  return Object.entries(domains)
    .flatMap(([domain, [, title]]) => [
      row(domain, title, 1),
      ...Object.entries(tasks)
        .filter(([task]) => task.startsWith(`${domain}.`))
        .map(([task, name]) => row(task, name, 2)),
    ])
    .filter(({ total }) => total);
}

/**
 * @param {Index} index
 * @param {ReadonlyMap<string, readonly LogEntry[]>} history
 * @param {ReadonlySet<string>} due
 * @returns {Row[]} Each page that has questions, by its address.
 */
export function byPage(index, history, due) {
  /** @type {Map<string, {title: string, ids: string[]}>} */
  const groups = new Map();
  for (const { id, pageUrl, pageTitle } of index.questions.values()) {
    const group = groups.get(pageUrl) ?? { title: pageTitle, ids: [] };
    groups.set(pageUrl, { ...group, ids: [...group.ids, id] });
  }
  return [...groups].map(([key, { title, ids }]) => ({ key, title, level: 1, ...tallyOf(ids, history, due) }));
}

/**
 * @param {readonly LogEntry[]} log
 * @param {number} now
 * @param {number} days
 * @returns {{day: number, answered: number, right: number}[]} Each of the last days, today last.
 */
export function byDay(log, now, days) {
  const today = startOfDay(now);
  // Noon, so that an hour more or less in a day changes nothing.
  const all = Array.from({ length: days }, (_, back) => startOfDay(today - (days - 1 - back) * DAY + DAY / 2));
  const rows = new Map(all.map((day) => [day, { day, answered: 0, right: 0 }]));
  for (const { at, right } of log) {
    const row = rows.get(startOfDay(at));
    if (!row) continue;
    row.answered += 1;
    row.right += Number(right);
  }
  return [...rows.values()];
}

/**
 * @param {Iterable<readonly LogEntry[]>} history
 * @returns {Record<"sure" | "unsure", {right: number, total: number}>} Answers by what the reader said of them.
 */
export function calibration(history) {
  const found = { sure: { right: 0, total: 0 }, unsure: { right: 0, total: 0 } };
  for (const entries of history) {
    for (const { sure, right } of entries) {
      if (sure === undefined) continue;
      const part = found[sure ? "sure" : "unsure"];
      part.total += 1;
      part.right += Number(right);
    }
  }
  return found;
}

/**
 * @param {ReadonlyMap<string, readonly LogEntry[]>} history
 * @param {(last: LogEntry) => boolean} isMeant
 * @returns {string[]} Questions whose last answer is meant, the latest first.
 */
export function lastly(history, isMeant) {
  const found = [...history].flatMap(([id, entries]) => {
    const last = entries.at(-1);
    return last && isMeant(last) ? [{ id, at: last.at }] : [];
  });
  return found.sort((a, b) => b.at - a.at).map(({ id }) => id);
}
