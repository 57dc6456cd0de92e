/**
 * What an attempt is worth: shares, intervals, changes of mind, and the short text by which friends compare. No
 * elements, no storage.
 */
import { SIGNS } from "../practice/seed.js";

/**
 * @param {number} right
 * @param {number} total
 * @returns {[number, number]} The Wilson interval of 95 %, between 0 and 1.
 */
export function interval(right, total) {
  if (!total) return [0, 1];
  const z = 1.959964;
  const share = right / total;
  const middle = share + (z * z) / (2 * total);
  const half = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * total)) / total);
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}

/**
 * @param {readonly {part: string, right: boolean}[]} rows
 * @returns {Map<string, {right: number, total: number}>} By part, in their order.
 */
export function tally(rows) {
  const parts = new Map();
  for (const { part, right } of [...rows].sort((a, b) => a.part.localeCompare(b.part, "en", { numeric: true }))) {
    const count = parts.get(part) ?? { right: 0, total: 0 };
    parts.set(part, { right: count.right + Number(right), total: count.total + 1 });
  }
  return parts;
}

/**
 * Counts changes of mind between complete answers, by what they did.
 *
 * @param {readonly boolean[][]} histories Of each question, whether each complete answer in turn was right.
 * @returns {{wr: number, rw: number, ww: number}} From wrong to right, from right to wrong, from wrong to wrong.
 */
export function secondThoughts(histories) {
  const count = { wr: 0, rw: 0, ww: 0 };
  for (const history of histories) {
    history.slice(1).forEach((right, index) => {
      count[history[index] ? "rw" : right ? "wr" : "ww"] += 1;
    });
  }
  return count;
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * @param {readonly boolean[]} right In the order of the exam.
 * @returns {string} Five answers a sign.
 */
export function packed(right) {
  let text = "";
  for (let start = 0; start < right.length; start += 5) {
    text += SIGNS[[0, 1, 2, 3, 4].reduce((bits, place) => bits * 2 + Number(right[start + place] ?? false), 0)];
  }
  return text;
}

/**
 * @param {string} text What `packed` made.
 * @param {number} count
 * @returns {boolean[] | null} Null if it is no such text.
 */
export function unpacked(text, count) {
  const values = [...text.toLowerCase()].map((sign) => SIGNS.indexOf(sign));
  if (values.length !== Math.ceil(count / 5) || values.includes(-1)) return null;
  return values.flatMap((value) => [16, 8, 4, 2, 1].map((bit) => Boolean(value & bit))).slice(0, count);
}
