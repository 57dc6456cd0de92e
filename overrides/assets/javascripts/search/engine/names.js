// Titles and synonyms that are asked for by name: a name outweighs any number of mentions.

import { EXACT, NAME } from "./weights.js";

/**
 * @import { Index, Name } from "./index.js"
 * @import { Asked } from "./query.js"
 */

/**
 * @param {Index} index
 * @param {Asked[]} asked
 * @returns {{pages: Float64Array, sections: Float64Array}} How well the best name of each page, and all names of each section, answer.
 */
export function names(index, asked) {
  const pages = new Float64Array(index.pages.length);
  const sections = new Float64Array(index.sections.length);
  const standsFor = standIns(asked);
  const total = sum(asked.map(({ weight }) => weight));
  for (const name of index.names) {
    let certainty = 0;
    for (const word of name.words) certainty += (standsFor.get(word)?.sure ?? 0) / name.words.length;
    // Half a name is not asked for by chance; less may be.
    if (certainty < 0.5) continue;
    const used = new Set(name.words.flatMap((word) => standsFor.get(word)?.number ?? []));
    const weight = sum([...used].map((number) => asked[number].weight));
    const score = worth(index, name, weight, certainty ** 3 * (weight / total));
    const page = index.pageOf[name.section];
    pages[page] = Math.max(pages[page], score);
    sections[name.section] += score;
  }
  return { pages, sections };
}

/**
 * @param {Asked[]} asked
 * @returns {Map<string, {number: number, sure: number}>} For a word of the index, which word of the query means it, and how surely.
 */
function standIns(asked) {
  /** @type {Map<string, {number: number, sure: number}>} */
  const standsFor = new Map();
  asked.forEach(({ words }, number) => {
    for (const [word, sure] of words) {
      if (sure > (standsFor.get(word)?.sure ?? 0)) standsFor.set(word, { number, sure });
    }
  });
  return standsFor;
}

/**
 * @param {Index} index
 * @param {Name} name
 * @param {number} weight What the words of the query that make it weigh.
 * @param {number} sure How surely this name and nothing else is meant, 0 to 1.
 * @returns {number}
 */
function worth(index, { section, kind }, weight, sure) {
  const isExact = sure > EXACT;
  const isPage = !index.sections[section].location.includes("#");
  const place = (isPage ? 1 : NAME.section) * (isExact ? NAME.exact : 1);
  // Old features rank below current ones, unless one of them is called by its name.
  const boost = isExact && isPage ? 1 : Math.sqrt(index.pages[index.pageOf[section]].boost);
  return weight * sure * NAME[kind] * place * boost;
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
