/**
 * When a question should come again: FSRS-6 with its default parameters, replayed from the log of answers. Nothing of
 * it is stored. No elements, no storage.
 *
 * @typedef {import("../practice/types").LogEntry} LogEntry
 * @typedef {import("../vendor/ts-fsrs").Memory} Memory
 * @typedef {{due: number, recall: number, last: number}} Planned
 */
import { fsrs, Rating } from "../vendor/ts-fsrs.js";

export const DAY = 864e5;
/** The share of questions that should be remembered on the day they are due. */
const RETENTION = 0.9;
/** Days between two answers at most, while no exam date is known. */
const LONGEST = 30;
/** In this many days before an exam everything comes once more. */
export const LAST_DAYS = 3;

const scheduler = fsrs({ request_retention: RETENTION, enable_fuzz: false, enable_short_term: true });

/**
 * @param {Pick<LogEntry, "right" | "sure">} entry
 * @returns {number} A guess is right one time in four: a right answer counts in full unless the reader was in doubt.
 */
export function ratingOf({ right, sure }) {
  if (!right) return Rating.Again;
  return sure === false ? Rating.Hard : Rating.Good;
}

/**
 * @param {readonly LogEntry[]} entries The answers to the present revision of a question, in the order of time.
 * @returns {Memory & {interval: number} | null} What FSRS makes of them; null if there are none.
 */
export function memory(entries) {
  /** @type {Memory | null} */
  let state = null;
  let last = 0;
  for (const entry of entries) {
    const days = state ? Math.max(0, Math.floor((entry.at - last) / DAY)) : 0;
    state = scheduler.next_state(state, days, ratingOf(entry));
    last = entry.at;
  }
  return state && { ...state, interval: scheduler.next_interval(state.stability, 0) };
}

/**
 * @param {number} time
 * @returns {number} When its day began where the reader is.
 */
export function startOfDay(time) {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/**
 * @param {number} now
 * @param {number | null} exam When the day of the exam begins.
 * @returns {number} Days between two answers at most: a third of what is left, so that each comes back in time.
 */
export function cap(now, exam) {
  if (exam === null || exam < startOfDay(now)) return LONGEST;
  return Math.max(1, Math.round((exam - startOfDay(now)) / DAY / 3));
}

/**
 * @param {ReadonlyMap<string, readonly LogEntry[]>} history The answers that count, by question.
 * @param {number} now
 * @param {number | null} exam When the day of the exam begins; null if there is none.
 * @returns {Map<string, Planned>} Of each question that was answered: when it is due, and how likely it is remembered.
 */
export function schedule(history, now, exam) {
  const longest = cap(now, exam);
  const isSoon = exam !== null && exam >= startOfDay(now) && exam - startOfDay(now) <= LAST_DAYS * DAY;
  return new Map(
    [...history].flatMap(([id, entries]) => {
      const state = memory(entries);
      const last = entries.at(-1)?.at ?? 0;
      if (!state) return [];
      const due = startOfDay(last + Math.min(longest, state.interval) * DAY);
      const isFinal = isSoon && last < exam - LAST_DAYS * DAY;
      const recall = scheduler.forgetting_curve(Math.max(0, (now - last) / DAY), state.stability);
      return [[id, { due: isFinal ? Math.min(due, exam - LAST_DAYS * DAY) : due, recall, last }]];
    }),
  );
}
