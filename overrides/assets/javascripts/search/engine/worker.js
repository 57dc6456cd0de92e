// Answers queries away from the page, so that typing never waits.

import { Limits } from "./answer.js";
import { corrected } from "./expand.js";
import { Index } from "./index.js";
import { understand } from "./query.js";
import { rank } from "./rank.js";
import { suggest } from "./suggest.js";
import { markedTeaser, markedTitle } from "./teaser.js";

/**
 * @typedef {object} Part A page or a section to show.
 * @property {string} location Below the edition's root.
 * @property {import("./teaser.js").Marked} title
 * @property {import("./teaser.js").Marked} teaser
 * @property {string[]} words Those that matched, as the text writes them.
 * @property {boolean} [question] Whether it is a question, whose text is English in both editions.
 *
 * @typedef {object} Result
 * @property {Part} page
 * @property {Part[]} sections
 * @property {number} questions How many the page has.
 * @property {boolean} leadsToPage Whether the page as a whole answers better than any one of its sections.
 *
 * @typedef {object} Answer
 * @property {Result[]} results
 * @property {import("./answer.js").Line[]} lines The limits that were asked for.
 * @property {string} corrected What was looked for in the place of words that are nowhere; "" if there are none.
 * @property {string} suggestion
 * @property {number} took Milliseconds.
 */

const RESULTS_AT_MOST = 12;

const ready = fetch(new URL("../../../../search/sections.json", import.meta.url))
  .then((response) => {
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  })
  .then(({ docs, same, common, limits }) => {
    const index = new Index(docs, same, common);
    return { index, limits: new Limits(limits, index) };
  });

ready.then(
  () => postMessage({ ready: true }),
  () => postMessage({ failed: true }),
);

addEventListener("message", async ({ data: text }) => {
  const { index, limits } = await ready;
  const started = performance.now();
  const better = corrected(index, text);
  const lines = limits.answer(better || text);
  const results = answer(index, better || text, lines);
  const suggestion = suggest(index, text);
  postMessage({ results, lines, corrected: better, suggestion, took: performance.now() - started });
});

/**
 * @param {Index} index
 * @param {string} text
 * @param {import("./answer.js").Line[]} lines
 * @returns {Result[]}
 */
function answer(index, text, lines) {
  const query = understand(index, text);
  // The page of a limit that was asked for answers, however often others name its words.
  const asked = new Set(lines.map(({ page }) => page));
  const hits = rank(index, query);
  const isAsked = (/** @type {import("./rank.js").Hit} */ { page }) => asked.has(index.pages[page].location);
  return [...hits.filter(isAsked), ...hits.filter((hit) => !isAsked(hit))]
    .slice(0, RESULTS_AT_MOST)
    .map(({ page, sections }) => {
      const [first] = index.pages[page].sections;
      return {
        page: part(index, first, query, sections.includes(first)),
        sections: sections.filter((section) => section !== first).map((section) => part(index, section, query, true)),
        questions: index.pages[page].sections.filter((section) => index.sections[section].question).length,
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
    teaser: hasTeaser ? markedTeaser(text, marks, words) : [],
    words: [...words],
    question,
  };
}
