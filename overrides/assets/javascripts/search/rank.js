// Ranks pages, and the sections of each, for a query.

import { nameScores } from "./names.js";

/**
 * @import { Index } from "./index.js"
 * @import { Asked, Query } from "./query.js"
 *
 * @typedef {object} Hit A page.
 * @property {number} page
 * @property {number} score
 * @property {number[]} sections Those of its sections that answer best, best first.
 */

const BEST_SECTION = 0.35;
const SECTIONS_AT_MOST = 6;
// A section must answer at least so well as the best one of its page.
const SECTION_SHARE = 0.4;
// And a page at least so well as the best one.
const PAGE_SHARE = 0.1;

/**
 * @param {Index} index
 * @param {Query} query
 * @returns {Hit[]} Pages, best first.
 */
export function rank(index, query) {
  const pages = new Float64Array(index.pages.length);
  const sections = new Float64Array(index.sections.length);
  for (const asked of query.asked) {
    addBest(index, asked, "pages", pages);
    addBest(index, asked, "sections", sections);
  }
  const best = bestSections(index, sections);
  const names = nameScores(index, query, sections);
  /** @type {Hit[]} */
  const hits = [];
  index.pages.forEach((page, number) => {
    if (!pages[number]) return;
    const own = page.sections.filter((section) => sections[section] > 0);
    own.sort((one, other) => sections[other] - sections[one] || one - other);
    const score = (pages[number] + BEST_SECTION * best[number]) * page.boost + names[number];
    const enough = own.length ? sections[own[0]] * SECTION_SHARE : 0;
    hits.push({ page: number, score, sections: own.filter((section) => sections[section] >= enough).slice(0, SECTIONS_AT_MOST) });
  });
  hits.sort((one, other) => other.score - one.score || one.page - other.page);
  return hits.filter(({ score }) => score >= hits[0].score * PAGE_SHARE);
}

/**
 * Adds what one word of the query is worth in each place: the best of the words that it may stand for.
 *
 * @param {Index} index
 * @param {Asked} asked
 * @param {"pages" | "sections"} kind
 * @param {Float64Array} scores
 */
function addBest(index, { weight, words, apart }, kind, scores) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [word, sure] of words) {
    const places = index.words.get(word)?.[kind] ?? new Map();
    for (const [place, impact] of places) {
      const worth = sure * impact;
      if (worth > (best.get(place) ?? 0)) best.set(place, worth);
    }
  }
  for (const [section, worth] of together(index, apart ?? [])) {
    const place = kind === "pages" ? index.pageOf[section] : section;
    if (worth > (best.get(place) ?? 0)) best.set(place, worth);
  }
  for (const [place, worth] of best) scores[place] += weight * worth;
}

/**
 * @param {Index} index
 * @param {string[]} words
 * @returns {[number, number][]} The sections that hold all the words, each with what the least of them weighs there.
 */
function together(index, words) {
  const [first, ...others] = words.map((word) => index.words.get(word)?.sections);
  if (!first) return [];
  /** @type {[number, number][]} */
  const found = [];
  for (const [section, impact] of first) {
    if (index.sections[section].question) continue;
    const least = Math.min(impact, ...others.map((places) => places?.get(section) ?? 0));
    if (least > 0) found.push([section, least]);
  }
  return found;
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
