// Finds the pages and sections whose own name was asked for.

/**
 * @import { Index } from "./index.js"
 * @import { Query } from "./query.js"
 */

// A title or synonym that is asked for word by word outweighs any number of mentions.
const NAME = { title: 4, other: 3.2, section: 0.65, exact: 1.3 };
// Nothing else was asked for than this name.
const EXACT = 0.85;

/**
 * @param {Index} index
 * @param {Query} query
 * @param {Float64Array} sections Is raised where a section's own name was asked for.
 * @returns {Float64Array} How well each page's best name answers the query.
 */
export function nameScores(index, query, sections) {
  const pages = new Float64Array(index.pages.length);
  /** @type {Map<string, [number, number]>} The word of the query that stands for a word, and how surely. */
  const standsFor = new Map();
  let total = 0;
  query.asked.forEach(({ weight, words, apart }, number) => {
    if (apart) return;
    total += weight;
    for (const [word, sure] of words) {
      if (sure > (standsFor.get(word)?.[1] ?? 0)) standsFor.set(word, [number, sure]);
    }
  });
  for (const { section, words, title } of index.names) {
    let certainty = 0;
    const used = new Set();
    for (const word of words) {
      const match = standsFor.get(word);
      if (match) {
        certainty += match[1];
        used.add(match[0]);
      }
    }
    // Half a name is not asked for by chance; less may be.
    if (certainty < words.length / 2) continue;
    let weight = 0;
    for (const number of used) weight += query.asked[number].weight;
    const isPage = !index.sections[section].location.includes("#");
    const sure = (certainty / words.length) ** 3 * (weight / total);
    const place = sure > EXACT ? NAME.exact : isPage ? 1 : NAME.section;
    const page = index.pageOf[section];
    // Old features rank below current ones, unless one of them is called by its name.
    const boost = sure > EXACT ? 1 : Math.sqrt(index.pages[page].boost);
    const score = weight * sure * (title ? NAME.title : NAME.other) * place * boost;
    pages[page] = Math.max(pages[page], score);
    sections[section] += score;
  }
  return pages;
}
