// What was typed, as the index understands it: each word with its weight and with what it may stand for.

import { beginnings, expand } from "./expand.js";
import {
  BEGUN,
  JOINED_WEIGHT,
  NAMED,
  NUMBER_WEIGHT,
  PART_WEIGHT,
  STOP_WEIGHT,
  SURE_ENOUGH,
  UNKNOWN,
} from "./weights.js";
import { STOP_WORDS, tokens } from "./words.js";

/**
 * @import { Index } from "./index.js"
 * @import { Token } from "./words.js"
 *
 * @typedef {object} Asked A word of the query.
 * @property {string} key
 * @property {number} weight How much it counts: rare words more, stop words hardly.
 * @property {Map<string, number>} words What it may stand for in the index, and how surely.
 * @property {boolean} counts Whether it says anything, and is no stop word.
 * @property {boolean} [isPart] Whether it is a part of an API name or of a quantity that is known as a whole.
 *
 * @typedef {object} Query
 * @property {Asked[]} asked
 * @property {Set<string>} marks The words to mark where they stand.
 * @property {string[]} typed Those of them that were typed just so.
 */

/**
 * @param {Index} index
 * @param {string} text What was typed.
 * @returns {Query}
 */
export function understand(index, text) {
  const found = together(index, tokens(text));
  const asked = found.flatMap((_, place) => askToken(index, text, found, place));
  return { asked, ...marked(asked) };
}

/**
 * @param {Index} index
 * @param {Token[]} found
 * @returns {Token[]} Also what two neighbours make that a title writes as one word: "auto pilot".
 */
function together(index, found) {
  return found.flatMap((token, place) => {
    const before = found[place - 1];
    if (!before || before.isJoined || token.isJoined) return [token];
    const key = before.keys[0] + token.keys[0];
    return index.spelling.has(key)
      ? [{ start: before.start, end: token.end, keys: [key], isJoined: true }, token]
      : [token];
  });
}

/**
 * @param {Index} index
 * @param {string} text
 * @param {Token[]} found
 * @param {number} place
 * @returns {Asked[]} A word, and its parts where it has any.
 */
function askToken(index, text, found, place) {
  const { end, keys, isJoined } = found[place];
  const [key, ...parts] = keys;
  if (isJoined) return [ask(index, key, JOINED_WEIGHT, false)];
  const isUnfinished = end === text.length;
  const whole = { ...ask(index, key, 1, isUnfinished), isPart: isCovered(index, found, place) };
  const isPart = whole.words.size > 0;
  return [whole, ...parts.map((part) => ({ ...ask(index, part, isPart ? PART_WEIGHT : 1, false), isPart }))];
}

/**
 * @param {Asked[]} asked
 * @returns {Pick<Query, "marks" | "typed">} What to mark; stop words only where nothing else was asked for.
 */
function marked(asked) {
  const known = asked.filter(({ words, isPart }) => words.size && !isPart);
  const meaning = known.filter(({ counts }) => counts);
  /** @type {Set<string>} */
  const marks = new Set();
  /** @type {Set<string>} */
  const typed = new Set();
  for (const { key, words } of meaning.length ? meaning : known) {
    for (const [word, sure] of words) if (sure > SURE_ENOUGH) marks.add(word);
    if (words.get(key) === 1) typed.add(key);
  }
  return { marks, typed: [...typed] };
}

/**
 * @param {Index} index
 * @param {Token[]} found
 * @param {number} place
 * @returns {boolean} Whether a word and its neighbour make one that the index knows: "6 GB".
 */
function isCovered(index, found, place) {
  const { start, end } = found[place];
  return [found[place - 1], found[place + 1]].some(
    (other) => other && other.start <= start && other.end >= end && index.words.has(other.keys[0]),
  );
}

/**
 * @param {Index} index
 * @param {string} key
 * @param {number} weight
 * @param {boolean} unfinished
 * @returns {Asked}
 */
function ask(index, key, weight, unfinished) {
  const words = expand(index, key, unfinished);
  // "data qual" is on its way to "data quality".
  const longer = unfinished && STOP_WORDS.has(key) ? beginnings(index, key).filter((word) => word !== key) : [];
  const isStopWord = STOP_WORDS.has(key) && !longer.length;
  if (longer.length) {
    words.set(key, STOP_WEIGHT);
    for (const word of longer) words.set(word, BEGUN);
  }
  const kind = isStopWord ? STOP_WEIGHT : /^\d/.test(key) ? NUMBER_WEIGHT : 1;
  return { key, weight: weight * rarity(index, key, words) * kind, words, counts: !STOP_WORDS.has(key) };
}

/**
 * @param {Index} index
 * @param {string} key
 * @param {Map<string, number>} words What it may stand for; the surest of them tell on how many pages it is.
 * @returns {number}
 */
function rarity(index, key, words) {
  if (!words.size) return UNKNOWN;
  const best = Math.max(...words.values());
  const pages = new Set();
  for (const [word, sure] of words) {
    if (sure >= best * 0.9) for (const page of index.words.get(word)?.pages.keys() ?? []) pages.add(page);
  }
  const rare = Math.log(1 + (index.pages.length - pages.size + 0.5) / (pages.size + 0.5));
  return index.pageNames.has(key) ? Math.max(rare, NAMED) : rare;
}
