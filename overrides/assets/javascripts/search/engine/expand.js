// The words of the index that a typed word may stand for, each with how surely: the word itself, its other forms,
// words that begin with it, and words that are a typing error away.

import { BEGINNINGS_AT_MOST, SHORTEST, SURE } from "./weights.js";
import { STOP_WORDS, singular, stem, tokens } from "./words.js";

/** @import { Index } from "./index.js" */

/**
 * @param {Index} index
 * @param {string} word Folded.
 * @param {boolean} unfinished Whether it is the word being typed.
 * @returns {Map<string, number>} Words of the index, each with a number up to 1.
 */
export function expand(index, word, unfinished) {
  /** @type {Map<string, number>} */
  const found = new Map();
  const add = (/** @type {string[] | undefined} */ words, /** @type {number} */ sure) => {
    for (const other of words ?? []) if ((found.get(other) ?? 0) < sure) found.set(other, sure);
  };
  if (index.words.has(word)) add([word], 1);
  if (/\d/.test(word)) {
    if (!found.size && unfinished) add(beginnings(index, word), SURE.prefix);
    return found;
  }
  if (word.length > 2) add(index.bySingular.get(singular(word)), SURE.singular);
  const isKnown = found.size > 0;
  if (word.length >= SHORTEST.stem) add(index.byStem.get(stem(word)), SURE.stem);
  for (const other of index.same.get(stem(word)) ?? []) {
    add(index.bySingular.get(singular(other)), isKnown ? SURE.sameAsKnown : SURE.same);
  }
  if (word.length >= SHORTEST.prefix && (unfinished || !isKnown)) {
    add(beginnings(index, word), isKnown ? SURE.prefixOfKnown : SURE.prefix);
  } else if (unfinished && !isKnown && word.length > 1) add(beginnings(index, word), SURE.prefix);
  if (!isKnown && word.length >= SHORTEST.oneError) {
    add(misspelt(index, word, 1), SURE.oneError);
    if (!found.size && word.length >= SHORTEST.twoErrors) add(misspelt(index, word, 2), SURE.twoErrors);
    if (!found.size && unfinished) add(misspeltBeginnings(index, word), SURE.begunWithError);
  }
  return found;
}

/**
 * @param {Index} index
 * @param {string} text What was typed.
 * @returns {string} The text with each word that is nowhere replaced by the nearest one; "" if there is nothing to replace.
 */
export function corrected(index, text) {
  let better = text;
  for (const { start, end, keys, isJoined } of tokens(text).reverse()) {
    const [word] = keys;
    const isPlain = isJoined || /\d/.test(word) || word.length < SHORTEST.oneError || STOP_WORDS.has(word);
    if (isPlain || !isNowhere(index, word)) continue;
    const apart = split(index, word);
    if (apart.length) {
      better = better.slice(0, start) + apart.map((part) => written(index, part)).join(" ") + better.slice(end);
      continue;
    }
    const near = misspelt(index, word, 1);
    const [best] = mostFrequent(
      index,
      near.length || word.length < SHORTEST.twoErrors ? near : misspelt(index, word, 2),
    );
    if (best) better = better.slice(0, start) + written(index, best) + better.slice(end);
  }
  return better === text ? "" : better;
}

/**
 * @param {Index} index
 * @param {string} word That is nowhere.
 * @returns {string[]} The words of titles that it was put together from, as in "datawrangler"; none if it was not.
 */
function split(index, word) {
  for (let end = word.length - SHORTEST.part; end >= SHORTEST.part; end--) {
    const [first, rest] = [word.slice(0, end), word.slice(end)];
    if (!index.spelling.has(first) && !STOP_WORDS.has(first)) continue;
    const parts = index.spelling.has(rest) ? [rest] : split(index, rest);
    if (parts.length) return [first, ...parts];
  }
  return [];
}

/**
 * @param {Index} index
 * @param {string} word Folded.
 * @returns {string} The word as a title writes it, or else a text.
 */
function written(index, word) {
  const [section = -1] = index.words.get(word)?.sections.keys() ?? [];
  const text = index.sections[section]?.text ?? "";
  const token = index.spelling.has(word) ? undefined : tokens(text).find(({ keys }) => keys[0] === word);
  return index.spelling.get(word) ?? (token ? text.slice(token.start, token.end).toLowerCase() : word);
}

/**
 * @param {Index} index
 * @param {string} word
 * @returns {boolean} Whether no word of the index is it, in another form or as its beginning.
 */
const isNowhere = (index, word) =>
  !index.words.has(word) &&
  !index.bySingular.has(singular(word)) &&
  !index.byStem.has(stem(word)) &&
  !range(index, word).length;

/**
 * @param {Index} index
 * @param {string} word
 * @returns {string[]} The words that begin with it.
 */
export function beginnings(index, word) {
  return mostFrequent(index, range(index, word));
}

/**
 * @param {Index} index
 * @param {string} word
 * @returns {string[]} The words that begin with it, but for a letter left out, put in, changed or swapped after the first.
 */
function misspeltBeginnings(index, word) {
  // The first letter is seldom wrong.
  return mostFrequent(
    index,
    range(index, word[0]).filter((other) => isWithin(word, other.slice(0, word.length + 1), 1, true)),
  );
}

/**
 * @param {Index} index
 * @param {string} beginning
 * @returns {string[]} All words with it, in order.
 */
function range(index, beginning) {
  let low = 0;
  let high = index.sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.sorted[middle] < beginning) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < index.sorted.length && index.sorted[end].startsWith(beginning)) end++;
  return index.sorted.slice(low, end);
}

/**
 * @param {Index} index
 * @param {string[]} words
 * @returns {string[]} Those that stand on the most pages, the most frequent one first.
 */
function mostFrequent(index, words) {
  const pages = (/** @type {string} */ other) => index.words.get(other)?.pages.size ?? 0;
  return words.sort((one, other) => pages(other) - pages(one)).slice(0, BEGINNINGS_AT_MOST);
}

/**
 * @param {Index} index
 * @param {string} word
 * @param {number} errors
 * @returns {string[]} The words that are so many letters away.
 */
function misspelt(index, word, errors) {
  const found = [];
  for (let length = word.length - errors; length <= word.length + errors; length++) {
    for (const other of index.byLength.get(length) ?? []) {
      // The first letter is seldom wrong; comparing it first saves most of the work.
      if (
        (other[0] === word[0] || other[1] === word[0] || other[0] === word[1] || other[1] === word[1]) &&
        isWithin(word, other, errors)
      ) {
        found.push(other);
      }
    }
  }
  return found;
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} errors
 * @param {boolean} [isBegun] Whether any beginning of the other will do.
 * @returns {boolean} Whether so many letters left out, put in, changed or swapped with the next one lead from one to the other.
 */
function isWithin(one, other, errors, isBegun = false) {
  if (Math.abs(one.length - other.length) > errors) return false;
  let before = /** @type {number[]} */ ([]);
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(above[column - 1] + (same ? 0 : 1), above[column] + 1, line[column - 1] + 1);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > errors) return false;
    before = above;
    above = line;
  }
  // The last line holds the distance to each beginning of the other, and the least of them is not too much.
  return isBegun || above[other.length] <= errors;
}
