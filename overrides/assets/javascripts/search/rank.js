// Ranks pages, and the sections of each, for what was typed.

import { beginnings, expand } from "./expand.js";
import { STOP_WORDS, tokens, unaccent } from "./words.js";

/**
 * @import { Index } from "./index.js"
 *
 * @typedef {object} Asked A word of the query.
 * @property {string} key
 * @property {number} weight How much it counts: rare words more, stop words hardly.
 * @property {Map<string, number>} words What it may stand for in the index, and how surely.
 * @property {boolean} counts Whether it says anything, and is no stop word.
 * @property {boolean} [isPart] Whether it is a part of an API name or of a quantity that is known as a whole.
 * @property {string[]} [apart] The words that it is made of, where they were typed one by one.
 *
 * @typedef {object} Query
 * @property {Asked[]} asked
 * @property {Set<string>} marks The words to mark where they stand.
 * @property {string[]} typed Those of them that were typed just so.
 *
 * @typedef {object} Hit A page.
 * @property {number} page
 * @property {number} score
 * @property {number[]} sections Those of its sections that answer best, best first.
 */

const STOP_WEIGHT = 0.08;
// The parts of an API name, and two words that are written as one somewhere, add to what the whole says.
const PART_WEIGHT = 0.3;
const JOINED_WEIGHT = 1.2;
const RUN_AT_MOST = 7;
// How rare a word is that is nowhere, and one that stands on many pages and names one.
const UNKNOWN = 3;
const NAMED = 1.5;
// A stop word that is being typed may be the beginning of another word.
const BEGUN = 0.7;
// Who types a number means that number.
const NUMBER_WEIGHT = 2;
// A title or synonym that is asked for word by word outweighs any number of mentions.
const NAME = { title: 4, other: 3.2, section: 0.65, exact: 1.3 };
// Nothing else was asked for than this name.
const EXACT = 0.85;
const BEST_SECTION = 0.35;
const SECTIONS_AT_MOST = 6;
// A section must answer at least so well as the best one of its page.
const SECTION_SHARE = 0.4;
// And a page at least so well as the best one.
const PAGE_SHARE = 0.1;
// Less sure words are worth finding, and not worth a mark.
const SURE_ENOUGH = 0.25;

/**
 * @param {Index} index
 * @param {string} text What was typed.
 * @returns {Query}
 */
export function understand(index, text) {
  const found = tokens(text);
  const isOpen = /[\p{L}\d]$/u.test(text);
  /** @type {Asked[]} */
  const asked = [];
  found.forEach(({ start, end, keys }, place) => {
    const isJoined = found[place + 1]?.end === end && found[place + 1]?.start !== start;
    const isLast = isOpen && end === text.length;
    const [key, ...parts] = keys;
    if (isJoined) {
      asked.push(ask(index, key, JOINED_WEIGHT, false));
      return;
    }
    const whole = { ...ask(index, key, 1, isLast), isPart: isCovered(index, found, place) };
    asked.push(whole);
    for (const part of parts) {
      const isPart = whole.words.size > 0;
      asked.push({ ...ask(index, part, isPart ? PART_WEIGHT : 1, false), isPart });
    }
  });
  addRuns(index, found.filter(({ end }, place) => found[place + 1]?.end !== end).map(({ keys }) => keys[0]), asked);
  const known = asked.filter(({ words, isPart }) => words.size && !isPart);
  const meaning = known.filter(({ counts }) => counts);
  const marks = new Set();
  const typed = new Set();
  for (const { key, words, apart } of meaning.length ? meaning : known) {
    for (const [word, sure] of words) if (sure > SURE_ENOUGH) marks.add(word);
    if (words.get(key) === 1 && !apart) typed.add(key);
  }
  return { asked, marks, typed: [...typed] };
}

/**
 * @param {Index} index
 * @param {import("./words.js").Token[]} found
 * @param {number} place
 * @returns {boolean} Whether a word and its neighbour make one that the index knows: "6 GB".
 */
function isCovered(index, found, place) {
  const { start, end } = found[place];
  return [found[place - 1], found[place + 1]].some(
    (other) => other && other.start <= start && other.end >= end && index.words.has(other.keys[0]),
  );
}

/**
 * Adds what was typed as separate words and is written as one somewhere: "invoke endpoint async", "auto scaling".
 *
 * @param {Index} index
 * @param {string[]} words
 * @param {Asked[]} asked
 */
function addRuns(index, words, asked) {
  for (let first = 0; first < words.length; first++) {
    let run = words[first];
    for (let last = first + 1; last < Math.min(words.length, first + RUN_AT_MOST); last++) {
      run += words[last];
      const isName = last > first + 1 || (!STOP_WORDS.has(words[first]) && !STOP_WORDS.has(words[last]));
      if (!isName || !index.words.has(run)) continue;
      const whole = ask(index, run, JOINED_WEIGHT, false);
      asked.push({ ...whole, apart: words.slice(first, last + 1) });
    }
  }
}

/**
 * @param {Index} index
 * @param {string} key
 * @param {number} weight
 * @param {boolean} unfinished
 * @returns {Asked}
 */
function ask(index, key, weight, unfinished) {
  const words = expand(index, key, unfinished);
  // "data qual" is on its way to "data quality".
  const longer = unfinished && STOP_WORDS.has(key) ? beginnings(index, key).filter((word) => word !== key) : [];
  const isStopWord = STOP_WORDS.has(key) && !longer.length;
  if (longer.length) {
    words.set(key, STOP_WEIGHT);
    for (const word of longer) words.set(word, BEGUN);
  }
  let best = 0;
  for (const sure of words.values()) best = Math.max(best, sure);
  const pages = new Set();
  for (const [word, sure] of words) {
    if (sure >= best * 0.9) for (const page of index.words.get(word)?.pages.keys() ?? []) pages.add(page);
  }
  let rarity = words.size ? Math.log(1 + (index.pages.length - pages.size + 0.5) / (pages.size + 0.5)) : UNKNOWN;
  if (index.pageNames.has(key)) rarity = Math.max(rarity, NAMED);
  const kind = isStopWord ? STOP_WEIGHT : /^\d/.test(key) ? NUMBER_WEIGHT : 1;
  return { key, weight: weight * rarity * kind, words, counts: !isStopWord };
}

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

/**
 * @param {Index} index
 * @param {Query} query
 * @param {Float64Array} sections Is raised where a section's own name was asked for.
 * @returns {Float64Array} How well each page's best name answers the query.
 */
function nameScores(index, query, sections) {
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
