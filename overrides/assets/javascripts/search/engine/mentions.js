// How well the text of each page and section answers: the words that stand there, by how rare and how frequent they are.

/**
 * @import { Index } from "./index.js"
 * @import { Asked } from "./query.js"
 */

/**
 * @param {Index} index
 * @param {Asked[]} asked
 * @param {"pages" | "sections"} kind
 * @returns {Float64Array} A score for each page or section, by number.
 */
export function mentions(index, asked, kind) {
  const scores = new Float64Array(index[kind].length);
  for (const one of asked) addBest(index, one, kind, scores);
  return scores;
}

/**
 * Adds what one word of the query is worth in each place: the best of the words that it may stand for.
 *
 * @param {Index} index
 * @param {Asked} asked
 * @param {"pages" | "sections"} kind
 * @param {Float64Array} scores
 */
function addBest(index, { weight, words }, kind, scores) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [word, sure] of words) {
    const places = index.words.get(word)?.[kind] ?? new Map();
    for (const [place, impact] of places) {
      const worth = sure * impact;
      if (worth > (best.get(place) ?? 0)) best.set(place, worth);
    }
  }
  for (const [place, worth] of best) scores[place] += weight * worth;
}
