/** Which questions each page has, and how many of them were answered, and right. */
import { edition } from "../theme/address.js";
import { answers } from "./progress.js";

/** @typedef {{total: number, answered: number, right: number}} Tally */

/** @type {Promise<import("../types").QuestionIndex> | undefined} */
let loading;

/** @returns {Promise<import("../types").QuestionIndex>} Asked for again if it could not be loaded. */
export async function questionIndex() {
  loading ??= fetch(new URL("../../questions.json", import.meta.url)).then((file) => {
    if (!file.ok) throw new Error(`${file.status}`);
    return file.json();
  });
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {string} The page that it leads to, below the edition's root, as the index has it.
 */
export function pageOf({ href }) {
  return href
    .replace(/[?#].*/, "")
    .replace(/\/index\.html$/, "/")
    .slice(edition.href.length);
}

/**
 * @param {Record<string, string>[]} pages The questions of some pages, each with its revision.
 * @returns {Tally} An answer to what a question said before it was changed does not count.
 */
export function tally(pages) {
  const all = answers();
  const questions = pages.flatMap((page) => Object.entries(page));
  const valid = questions.filter(([id, revision]) => all.get(id)?.revision === revision);
  const right = valid.filter(([id]) => all.get(id)?.right);
  return { total: questions.length, answered: valid.length, right: right.length };
}

/**
 * @param {string} sentence With {answered}, {right} and {total}.
 * @param {Tally} numbers
 */
export function filled(sentence, numbers) {
  const written = (/** @type {number} */ number) => number.toLocaleString(document.documentElement.lang);
  return sentence.replace(/\{(answered|right|total)\}/g, (_, name) =>
    written(numbers[/** @type {keyof Tally} */ (name)]),
  );
}
