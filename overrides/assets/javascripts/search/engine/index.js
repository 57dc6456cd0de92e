// The index that the search looks words up in, made from sections.json when the search is first used.

import { B, K1, WEIGHT } from "./weights.js";
import { plain, STOP_WORDS, singular, stem, tokens } from "./words.js";

/**
 * @typedef {object} Section A heading of a page with its text, or a question.
 * @property {string} location Its address below the edition's root.
 * @property {string} title
 * @property {string} text
 * @property {string[]} [also] What else people call it.
 * @property {string[]} [asked] How people ask for it who do not know what it is called.
 * @property {boolean} [question]
 * @property {number} [boost] What the score of the page is multiplied by; it stands at the page's first section.
 *
 * @typedef {object} Page
 * @property {string} location
 * @property {number[]} sections The numbers of its sections, its own first.
 * @property {number} boost
 *
 * @typedef {object} Name A title, a synonym, or how people ask.
 * @property {number} section
 * @property {string[]} words
 * @property {"title" | "other" | "asked"} kind
 *
 * @typedef {object} Entry Where a word stands: how much it weighs there, by number.
 * @property {Map<number, number>} sections
 * @property {Map<number, number>} pages
 */

export class Index {
  /** @type {Section[]} */
  sections;
  /** @type {Page[]} */
  pages = [];
  /** @type {number[]} The page of each section. */
  pageOf = [];
  /** @type {Map<string, Entry>} */
  words = new Map();
  /** @type {string[]} All words in order, for beginnings of words. */
  sorted;
  /** @type {Map<string, string[]>} */
  bySingular = new Map();
  /** @type {Map<string, string[]>} */
  byStem = new Map();
  /** @type {Map<number, string[]>} */
  byLength = new Map();
  /** @type {Name[]} */
  names = [];

  /** @type {number} */
  #common;
  /** @type {Map<string, number>} */
  #titles = new Map();
  /** @type {Map<string, string[]>} Other words for a word, by its stem. */
  same = new Map();
  /** @type {Map<string, string>} How titles write a word. */
  spelling = new Map();
  /** @type {Set<string>} Words that are a page's whole name. */
  pageNames = new Set();

  /**
   * @param {Section[]} sections
   * @param {string[][]} same Groups of words that mean the same.
   * @param {number} common On how many pages a title stands that names none of them.
   */
  constructor(sections, same, common) {
    this.sections = sections;
    this.#common = common;
    for (const group of same) {
      const words = group.map((word) => plain(tokens(word))[0]);
      for (const word of words) for (const other of words) if (other !== word) put(this.same, stem(word), other);
    }
    for (const { title } of sections) this.#titles.set(title, (this.#titles.get(title) ?? 0) + 1);
    this.#findPages();
    this.#findNames();
    this.#addWords();
    this.sorted = [...this.words.keys()].sort();
    for (const word of this.sorted) {
      put(this.bySingular, singular(word), word);
      put(this.byStem, stem(word), word);
      put(this.byLength, word.length, word);
    }
  }

  #findPages() {
    /** @type {Map<string, number>} */
    const numbers = new Map();
    this.sections.forEach((section, number) => {
      const location = section.location.replace(/#.*/, "");
      let page = numbers.get(location);
      if (page === undefined) {
        page = this.pages.push({ location, sections: [], boost: 1 }) - 1;
        numbers.set(location, page);
      }
      const { sections } = this.pages[page];
      if (section.location === location) {
        this.pages[page].boost = section.boost ?? 1;
        sections.unshift(number);
      } else sections.push(number);
      this.pageOf.push(page);
    });
  }

  #findNames() {
    this.sections.forEach((section, number) => {
      if (section.question) return;
      if (this.hasOwnTitle(section)) this.#addName(number, section.title, "title");
      for (const name of section.also ?? []) this.#addName(number, name, "other");
      for (const words of section.asked ?? []) this.#addName(number, words, "asked");
    });
  }

  /**
   * @param {number} section
   * @param {string} text
   * @param {"title" | "other" | "asked"} kind
   */
  #addName(section, text, kind) {
    for (const { start, end, keys } of kind === "title" ? tokens(text) : []) {
      const written = text.slice(start, end).toLowerCase();
      if (/^\p{L}+$/u.test(written) && !this.spelling.has(keys[0])) this.spelling.set(keys[0], written);
    }
    const words = new Set(plain(tokens(text)).filter((word) => !STOP_WORDS.has(word)));
    if (words.size) this.names.push({ section, words: [...words], kind });
    if (words.size === 1 && kind !== "asked" && !this.sections[section].location.includes("#"))
      this.pageNames.add([...words][0]);
  }

  /**
   * @param {Section} section
   * @returns {boolean} Whether its title says what it is about, and not what every page has: Limits, Example, Sources.
   */
  hasOwnTitle({ title, question }) {
    return !question && (this.#titles.get(title) ?? 0) < this.#common;
  }

  #addWords() {
    const lengths = this.sections.map(() => 0);
    /** @type {Map<string, Map<number, number>>} */
    const weights = new Map();
    const add = (/** @type {string} */ word, /** @type {number} */ section, /** @type {number} */ weight) => {
      const places = weights.get(word) ?? new Map();
      weights.set(word, places);
      places.set(section, (places.get(section) ?? 0) + weight);
    };
    this.sections.forEach((section, number) => {
      const isPage = !section.location.includes("#");
      if (this.hasOwnTitle(section)) addAll(section.title, isPage ? WEIGHT.pageTitle : WEIGHT.title, number, add);
      for (const name of section.also ?? []) addAll(name, isPage ? WEIGHT.pageName : WEIGHT.name, number, add);
      for (const words of section.asked ?? []) addAll(words, WEIGHT.asked, number, add);
      lengths[number] = addAll(section.text, WEIGHT.text, number, add);
    });
    this.#weigh(weights, lengths);
  }

  /**
   * @param {Map<string, Map<number, number>>} weights
   * @param {number[]} lengths
   */
  #weigh(weights, lengths) {
    const pageLengths = this.pages.map(({ sections }) =>
      sum(sections.map((number) => (this.sections[number].question ? 0 : lengths[number]))),
    );
    const saturated = saturation(lengths);
    const pageSaturated = saturation(pageLengths);
    for (const [word, places] of weights) {
      /** @type {Map<number, number>} */
      const own = new Map();
      for (const [section, weight] of places) {
        const page = this.pageOf[section];
        // What a question says about a page is not what the page says.
        if (!this.sections[section].question) own.set(page, (own.get(page) ?? 0) + weight);
        places.set(section, saturated(weight, section));
      }
      for (const [page, weight] of own) own.set(page, pageSaturated(weight, page));
      this.words.set(word, { sections: places, pages: own });
    }
  }
}

/**
 * @param {string} text
 * @param {number} weight
 * @param {number} section
 * @param {(word: string, section: number, weight: number) => void} add
 * @returns {number} How many words there are.
 */
function addAll(text, weight, section, add) {
  const found = tokens(text);
  for (const { keys } of found) for (const key of keys) add(key, section, weight);
  return found.length;
}

/**
 * @param {number[]} lengths
 * @returns {(weight: number, number: number) => number}
 */
function saturation(lengths) {
  const average = sum(lengths) / Math.max(1, lengths.filter(Boolean).length) || 1;
  return (weight, number) => (weight * (K1 + 1)) / (weight + K1 * (1 - B + (B * lengths[number]) / average));
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * @template K
 * @param {Map<K, string[]>} map
 * @param {K} key
 * @param {string} word
 */
function put(map, key, word) {
  const words = map.get(key);
  if (words) words.push(word);
  else map.set(key, [word]);
}
