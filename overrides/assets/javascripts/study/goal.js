/**
 * The exam a reader studies for, its day, and the minutes they have: what makes a plan. No elements.
 *
 * @typedef {{exam: string, day: number | null, minutes: number | null}} Goal
 */
import { DAY, startOfDay } from "./schedule.js";

/** Minutes that a question and its reasons take while nothing is known of the reader. */
const MINUTES = 1.5;
/** Enough of a reader's own times to go by. */
const ENOUGH = 20;

/**
 * @param {any} setting What the store has, of this or of another release.
 * @param {import("../practice/data.js").Index} index
 * @returns {Goal}
 */
export function goalOf(setting, index) {
  const [first] = Object.keys(index.exams).filter((code) => index.exams[code].status !== "retired");
  const day = dayOf(setting?.date);
  const minutes = Number(setting?.minutes) > 0 ? Number(setting.minutes) : null;
  return { exam: index.exams[setting?.exam] ? setting.exam : (first ?? Object.keys(index.exams)[0]), day, minutes };
}

/**
 * @param {unknown} date "2026-12-31".
 * @returns {number | null} When that day begins where the reader is.
 */
export function dayOf(date) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(date ?? ""));
  return found ? new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3])).getTime() : null;
}

/**
 * @param {Goal} goal
 * @param {number} now
 * @returns {number | null} Whole days to the exam; null without one, or once it is over.
 */
export function daysLeft({ day }, now) {
  if (day === null || day < startOfDay(now)) return null;
  return Math.round((day - startOfDay(now)) / DAY);
}

/**
 * @param {readonly import("../practice/types").LogEntry[]} log
 * @returns {number} Minutes that a question takes this reader; the median of the last hundred, reading the reasons too.
 */
export function pace(log) {
  const times = log.flatMap(({ ms, source }) => (ms && source !== "page" ? [ms] : [])).slice(-100);
  if (times.length < ENOUGH) return MINUTES;
  const middle = [...times].sort((a, b) => a - b)[times.length >> 1];
  return Math.min(5, Math.max(0.5, (middle / 6e4) * 1.5));
}

/**
 * @param {Goal} goal
 * @param {{unseen: number, today: number, pace: number, now: number}} facts Questions of the exam that were never
 *   answered; reviews for today; minutes a question.
 * @returns {{days: number | null, reviews: number, fresh: number, isEnough: boolean, done: number | null}} What to do
 *   today, whether the pool is seen in time at that rate, and the day when it is.
 */
export function planned(goal, { unseen, today, pace, now }) {
  const days = daysLeft(goal, now);
  const wanted = days === null ? Math.min(unseen, 20) : Math.ceil(unseen / Math.max(1, days - 3));
  const room = goal.minutes === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(goal.minutes / pace));
  // New questions get at least a third of the time, or reviews would leave no room for them.
  const kept = Math.min(wanted, unseen, Math.ceil(room / 3));
  const reviews = Math.min(today, room === Number.POSITIVE_INFINITY ? today : Math.max(0, room - kept));
  const fresh = Math.min(unseen, days === null && goal.minutes === null ? wanted : Math.min(wanted, room - reviews));
  const done = fresh > 0 ? startOfDay(now) + Math.ceil(unseen / fresh) * DAY : null;
  return { days, reviews, fresh, isEnough: fresh >= wanted, done };
}
