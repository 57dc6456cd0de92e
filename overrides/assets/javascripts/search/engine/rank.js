// The order of the pages, and of the sections of each, for a query.

import { mentions } from "./mentions.js";
import { names } from "./names.js";
import { BEST_SECTION, PAGE_SHARE, SECTION_SHARE, SECTIONS_AT_MOST } from "./weights.js";

/**
 * @import { Index } from "./index.js"
 * @import { Query } from "./query.js"
 *
 * @typedef {object} Hit A page.
 * @property {number} page
 * @property {number} score
 * @property {number[]} sections Those of its sections that answer best, best first.
 */

/**
 * @param {Index} index
 * @param {Query} query
 * @returns {Hit[]} Pages, best first.
 */
export function rank(index, { asked }) {
  const pages = mentions(index, asked, "pages");
  const text = mentions(index, asked, "sections");
  const best = bestSections(index, text);
  const named = names(index, asked);
  const sections = text.map((score, section) => score + named.sections[section]);
  /** @type {Hit[]} */
  const hits = [];
  index.pages.forEach(({ boost, sections: own }, page) => {
    if (!pages[page]) return;
    const score = (pages[page] + BEST_SECTION * best[page]) * boost + named.pages[page];
    hits.push({ page, score, sections: answering(index, own, sections) });
  });
  hits.sort((one, other) => other.score - one.score || one.page - other.page);
  return hits.filter(({ score }) => score >= hits[0].score * PAGE_SHARE);
}

/**
 * @param {Index} index
 * @param {number[]} own A page's sections.
 * @param {Float64Array} scores
 * @returns {number[]} Those that answer, best first.
 */
function answering(index, own, scores) {
  const found = own.filter((section) => scores[section] > 0);
  found.sort((one, other) => scores[other] - scores[one] || one - other);
  const good = found.filter((section) => scores[section] >= scores[found[0]] * SECTION_SHARE);
  const isSources = (/** @type {number} */ section) => index.sections[section].location.endsWith("#sources");
  // Links out of the site are no answer where there is another.
  return [...good.filter((one) => !isSources(one)), ...good.filter(isSources)].slice(0, SECTIONS_AT_MOST);
}

/**
 * @param {Index} index
 * @param {Float64Array} sections
 * @returns {Float64Array} How well the best section of each page answers, questions left out.
 */
function bestSections(index, sections) {
  const best = new Float64Array(index.pages.length);
  sections.forEach((score, section) => {
    const page = index.pageOf[section];
    if (!index.sections[section].question) best[page] = Math.max(best[page], score);
  });
  return best;
}
