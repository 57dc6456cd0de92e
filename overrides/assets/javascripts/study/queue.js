/**
 * What to review today: no more than a day holds, the least remembered first. No elements, no storage.
 *
 * @typedef {import("../practice/types").LogEntry} LogEntry
 * @typedef {import("./schedule.js").Planned} Planned
 * @typedef {import("./goal.js").Goal} Goal
 */
import { schedule, startOfDay } from "./schedule.js";

/** Reviews a day at most. */
export const PER_DAY = 30;

/**
 * @param {ReadonlyMap<string, Planned>} planned
 * @param {number} now
 * @param {(id: string) => number} weight Of a question's domain; 1 is that of an average one.
 * @returns {string[]} What is due, in the order in which it should be asked.
 */
export function dueNow(planned, now, weight) {
  const worth = new Map([...planned].map(([id, { recall }]) => [id, (1 - recall) * weight(id)]));
  return [...planned]
    .filter(([, { due }]) => due <= now)
    .map(([id]) => id)
    .sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || (a < b ? -1 : 1));
}

/**
 * @param {ReadonlyMap<string, readonly LogEntry[]>} history
 * @param {number} now
 * @returns {{reviews: number, fresh: number}} How many questions were answered again today, and for the first time.
 */
export function doneToday(history, now) {
  const today = startOfDay(now);
  let reviews = 0;
  let fresh = 0;
  for (const entries of history.values()) {
    if ((entries.at(-1)?.at ?? 0) < today) continue;
    if (entries[0].at < today) reviews += 1;
    else fresh += 1;
  }
  return { reviews, fresh };
}

/**
 * @param {import("../practice/data.js").Index} index
 * @param {string} exam
 * @returns {(id: string) => number} The weight of a question's domain, 1 being the average; of other questions, less.
 */
export function weights(index, exam) {
  const rows = Object.entries(index.exams[exam]?.domains ?? {}).map(([domain, [weight]]) => [domain, weight]);
  const mean = rows.reduce((sum, [, weight]) => sum + Number(weight), 0) / (rows.length || 1);
  const shares = Object.fromEntries(rows.map(([domain, weight]) => [domain, Number(weight) / mean]));
  return (id) => shares[index.domains[exam]?.[id] ?? ""] ?? 0.5;
}

/**
 * @param {ReadonlyMap<string, readonly LogEntry[]>} history
 * @param {import("../practice/data.js").Index} index
 * @param {Goal} goal
 * @param {number} now
 * @returns {{planned: Map<string, Planned>, due: string[], today: number}} All that is due, and how much of it today.
 */
export function queue(history, index, goal, now) {
  const planned = schedule(history, now, goal.day);
  const due = dueNow(planned, now, weights(index, goal.exam)).filter((id) => !index.questions.get(id)?.status);
  return { planned, due, today: Math.min(due.length, Math.max(0, PER_DAY - doneToday(history, now).reviews)) };
}
