// Completes the word being typed.

import { beginnings } from "./expand.js";
import { unaccent } from "./words.js";

/** @import { Index } from "./index.js" */

/**
 * @param {Index} index
 * @param {string} text What was typed.
 * @returns {string} The word of a title that the last one may become; "" when there is none or it is one already.
 */
export function suggest(index, text) {
  const typed = /[\p{L}\d]{3,}$/u.exec(unaccent(text))?.[0].toLowerCase();
  if (!typed || index.spelling.has(typed)) return "";
  const word = beginnings(index, typed).find((other) => index.spelling.has(other));
  return (word && index.spelling.get(word)) ?? "";
}
