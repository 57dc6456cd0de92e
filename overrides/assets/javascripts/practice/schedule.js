/**
 * When a question should come again. No elements, no storage: the log of answers is all that is asked.
 *
 * @typedef {import("./types").LogEntry} LogEntry
 */

const DAY = 864e5;

/**
 * @param {readonly LogEntry[]} entries The answers to the present revision of a question, in the order of time.
 * @param {number} now
 * @returns {boolean} Whether it should be asked again: a day after a wrong answer, two, four, eight… after right ones.
 */
export function isDue(entries, now) {
  const last = entries.at(-1);
  if (!last) return false;
  let row = 0;
  while (row < entries.length && entries[entries.length - 1 - row].right) row += 1;
  return now - last.at >= DAY * (row ? Math.min(30, 2 ** row) : 1);
}
