// The lines of a result: a heading, and the part of its text that says most of what was asked for.

import { tokens } from "./words.js";

/**
 * @import { Token } from "./words.js"
 *
 * @typedef {{text: string, isMark?: boolean}[]} Marked A text in pieces, some of them to mark.
 */

const LENGTH = 180;
// Reading far into a long text costs time on a phone; what matters stands early.
const READ = 4000;
const KNOWN_AT_MOST = 2000;
const WORDS_AT_MOST = 8;

/**
 * @param {string} title
 * @param {Set<string>} marks The words to mark, folded.
 * @param {Set<string>} words Takes up those that were found, as they are written.
 * @returns {Marked}
 */
export function markedTitle(title, marks, words) {
  return marked(title, matches(title, marks, words), 0, title.length);
}

/**
 * @param {string} text
 * @param {Set<string>} marks
 * @param {Set<string>} words
 * @returns {Marked}
 */
export function markedTeaser(text, marks, words) {
  const read = text.slice(0, READ);
  const places = matches(read, marks, words);
  const [start, end] = stretch(text, places);
  const teaser = marked(text, places, start, end);
  if (start) teaser.unshift({ text: "… " });
  if (end < text.length) teaser.push({ text: " …" });
  return teaser;
}

/**
 * @param {string} text
 * @param {Set<string>} marks
 * @param {Set<string>} words
 * @returns {Token[]}
 */
function matches(text, marks, words) {
  const places = tokensOf(text).filter(({ keys }) => keys.some((key) => marks.has(key)));
  for (const { start, end, keys } of places) {
    if (words.size < WORDS_AT_MOST && !words.has(keys[0])) words.add(text.slice(start, end).toLowerCase());
  }
  return places;
}

/** @type {Map<string, Token[]>} The next letter mostly finds the same sections again. */
const known = new Map();

/** @param {string} text */
function tokensOf(text) {
  let found = known.get(text);
  if (!found) {
    if (known.size > KNOWN_AT_MOST) known.clear();
    found = tokens(text);
    known.set(text, found);
  }
  return found;
}

/**
 * @param {string} text
 * @param {Token[]} places
 * @returns {[number, number]} Where the stretch with the most different words starts and ends.
 */
function stretch(text, places) {
  if (text.length <= LENGTH * 1.3) return [0, text.length];
  let best = 0;
  let bestCount = 0;
  for (let first = 0; first < places.length; first++) {
    const seen = new Set();
    for (let last = first; last < places.length && places[last].end < places[first].start + LENGTH * 0.8; last++) {
      seen.add(places[last].keys[0]);
    }
    if (seen.size > bestCount) [best, bestCount] = [places[first].start, seen.size];
  }
  const start = best < LENGTH / 2 ? 0 : text.lastIndexOf(" ", Math.max(0, best - 30)) + 1;
  const end = start + LENGTH >= text.length ? text.length : text.lastIndexOf(" ", start + LENGTH);
  return [start, Math.max(end, start + 1)];
}

/**
 * @param {string} text
 * @param {Token[]} places
 * @param {number} start
 * @param {number} end
 * @returns {Marked}
 */
function marked(text, places, start, end) {
  /** @type {Marked} */
  const pieces = [];
  let at = start;
  for (const place of places) {
    if (place.start < at || place.end > end) continue;
    if (place.start > at) pieces.push({ text: text.slice(at, place.start) });
    pieces.push({ text: text.slice(place.start, place.end), isMark: true });
    at = place.end;
  }
  if (at < end) pieces.push({ text: text.slice(at, end) });
  return pieces;
}
