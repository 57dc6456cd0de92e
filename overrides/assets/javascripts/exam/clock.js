/**
 * An exam's clock. What is stored never ticks: a start and a deadline, or what was used before the last pause. No
 * elements, no storage; times in milliseconds.
 *
 * @typedef {object} Timing
 * @property {"exam" | "practice" | "none"} mode exam: runs on while the page is closed; practice: pauses.
 * @property {number} started
 * @property {number | null} limit How long it may take; null for as long as one likes.
 * @property {number | null} deadline Of the mode "exam".
 * @property {number} used What was used before the last pause, in the mode "practice" or without a limit.
 * @property {number | null} resumed Since when it runs; null while it pauses.
 */

/**
 * @param {Timing["mode"]} mode
 * @param {number | null} limit
 * @param {number} now
 * @returns {Timing}
 */
export function start(mode, limit, now) {
  const isExam = mode === "exam" && limit !== null;
  return {
    mode: limit === null ? "none" : mode,
    started: now,
    limit,
    deadline: isExam ? now + limit : null,
    used: 0,
    resumed: isExam ? null : now,
  };
}

/**
 * @param {Timing} timing
 * @param {number} now
 * @returns {number | null} What is left, 0 at the end; null without a limit.
 */
export function left(timing, now) {
  if (timing.limit === null) return null;
  if (timing.deadline !== null) return Math.min(timing.limit, Math.max(0, timing.deadline - now));
  return Math.max(0, timing.limit - used(timing, now));
}

/**
 * @param {Timing} timing
 * @param {number} now
 * @returns {number} What was used so far.
 */
export function used(timing, now) {
  if (timing.deadline !== null) return Math.min(timing.limit ?? Infinity, Math.max(0, now - timing.started));
  return timing.used + (timing.resumed === null ? 0 : Math.max(0, now - timing.resumed));
}

/**
 * @param {Timing} timing
 * @param {number} now
 * @returns {Timing} The same, stopped; an exam's clock cannot be.
 */
export function pause(timing, now) {
  return timing.deadline !== null ? timing : { ...timing, used: used(timing, now), resumed: null };
}

/**
 * @param {Timing} timing
 * @param {number} now
 * @param {number} [touched] When something of the attempt was last stored: a browser that was killed stored no pause.
 * @returns {Timing} The same, running.
 */
export function resume(timing, now, touched = 0) {
  if (timing.deadline !== null) return timing;
  const stopped = timing.resumed === null ? timing : pause(timing, Math.max(timing.resumed, touched));
  return { ...stopped, resumed: now };
}

/**
 * Makes a clock that never goes back while the page is open, though the computer's may be set.
 *
 * @param {() => number} wall As Date.now: it goes on while the computer sleeps.
 * @param {() => number} steady As performance.now: nobody sets it.
 * @returns {{now: () => number, wasSetBack: () => boolean}}
 */
export function monotonic(wall = () => Date.now(), steady = () => performance.now()) {
  const shift = wall() - steady();
  let latest = wall();
  const now = () => (latest = Math.max(latest, wall(), steady() + shift));
  return { now, wasSetBack: () => now() - wall() > 5000 };
}

/**
 * @param {number} time
 * @returns {string} "1:02:05", or "02:05" below an hour; the second that has begun counts.
 */
export function shown(time) {
  const seconds = Math.ceil(time / 1000);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
