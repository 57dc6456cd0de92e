// Answers queries away from the page, so that typing never waits.

import { Index } from "./index.js";
import { understand } from "./query.js";
import { rank } from "./rank.js";
import { suggest } from "./suggest.js";
import { markedTeaser, markedTitle } from "./teaser.js";

/**
 * @typedef {object} Part A page or a section to show.
 * @property {string} location Below the edition's root.
 * @property {string} title HTML
 * @property {string} teaser HTML
 * @property {string[]} words Those that matched, as the text writes them.
 * @property {boolean} [question] Whether it is a question, whose text is English in both editions.
 *
 * @typedef {object} Result
 * @property {Part} page
 * @property {Part[]} sections
 * @property {boolean} leadsToPage Whether the page as a whole answers better than any one of its sections.
 *
 * @typedef {object} Answer
 * @property {Result[]} results
 * @property {string} suggestion
 * @property {number} took Milliseconds.
 */

const RESULTS_AT_MOST = 12;

const ready = fetch(new URL("../../../search/sections.json", import.meta.url))
  .then((response) => {
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  })
  .then(({ docs, same, common }) => new Index(docs, same, common));

ready.then(
  () => postMessage({ ready: true }),
  () => postMessage({ failed: true }),
);

addEventListener("message", async ({ data: text }) => {
  const index = await ready;
  const started = performance.now();
  const results = answer(index, text);
  postMessage({ results, suggestion: suggest(index, text), took: performance.now() - started });
});

/**
 * @param {Index} index
 * @param {string} text
 * @returns {Result[]}
 */
function answer(index, text) {
  const query = understand(index, text);
  return rank(index, query)
    .slice(0, RESULTS_AT_MOST)
    .map(({ page, sections }) => {
      const [first] = index.pages[page].sections;
      return {
        page: part(index, first, query, sections.includes(first)),
        sections: sections.filter((section) => section !== first).map((section) => part(index, section, query, true)),
        leadsToPage: !sections.length || sections[0] === first,
      };
    });
}

/**
 * @param {Index} index
 * @param {number} number
 * @param {import("./query.js").Query} query
 * @param {boolean} hasTeaser
 * @returns {Part}
 */
function part(index, number, { marks, typed }, hasTeaser) {
  const { location, title, text, question } = index.sections[number];
  // On the page a word may stand where the section does not have it.
  const words = new Set(typed);
  return {
    location,
    title: markedTitle(title, marks, words),
    teaser: hasTeaser ? markedTeaser(text, marks, words) : "",
    words: [...words],
    question,
  };
}
