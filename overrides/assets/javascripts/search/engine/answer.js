// The number itself, for a query that names a feature and a quantity. A word that nothing explains means no answer:
// none is better than a wrong one.

import { includes, line, namedBy, row, stems } from "./limit-rows.js";
import { LIMIT } from "./weights.js";
import { plain, STOP_WORDS, stem, tokens } from "./words.js";

/**
 * @typedef {import("./limit-rows.js").Asked} Asked
 * @typedef {import("./limit-rows.js").Feature} Feature
 * @typedef {import("./limit-rows.js").Row} Row
 * @typedef {import("./limit-rows.js").Line} Line
 *
 * @typedef {object} Question What is left of a query once its features are named.
 * @property {string[]} words
 * @property {Set<string>} said The stems that they may stand for, and those that name the feature.
 * @property {Set<string>} parameters The API names among the words.
 * @property {Set<string>} cues
 * @property {boolean} isNamed Whether it names a feature.
 */

const LINES_AT_MOST = 3;
// What stands between two features that are compared.
const COMPARES = new Set(["vs", "versus", "x", "e", "and", "ou", "or", "entre", "between", "compare", "comparar"]);
const BOUNDS = ["min", "default", "max"];

export class Limits {
  /** @type {Row[]} */
  #rows = [];
  /** @type {{feature: Feature, names: string[][]}[]} */
  #features = [];
  /** @type {Map<string, string>} The kind or bound that a stem asks for. */
  #cues = new Map();
  /** @type {Set<string>} The words that ask how many there are, as they are written. */
  #counting;
  /** @type {Set<string>} */
  #neutral;
  /** @type {Set<string>} What belongs to others: prices, accounts, other services. */
  #elsewhere;
  /** @type {Map<string, number>} How much a stem tells of which limit is meant. */
  #telling = new Map();
  /** @type {(word: string) => string[]} */
  #meanings;
  /** @type {(word: string) => boolean} Whether it is a subject of some pages, and no everyday word. */
  #isForeign;

  /**
   * @param {Asked} asked
   * @param {import("./index.js").Index} index
   */
  constructor({ cues, neutral, elsewhere, quantities, features }, index) {
    this.#counting = new Set(plain(tokens((cues.count ?? []).join(" "))));
    this.#neutral = new Set(neutral.flatMap(stems));
    this.#elsewhere = new Set(elsewhere.flatMap(stems));
    for (const [cue, words] of Object.entries(cues)) {
      for (const word of plain(tokens(words.join(" "))).map(stem)) if (!this.#cues.has(word)) this.#cues.set(word, cue);
    }
    this.#meanings = (word) => [stem(word), ...(index.same.get(stem(word)) ?? []).map(stem)];
    this.#isForeign = (word) => {
      const forms = index.words.has(word) ? [word] : (index.byStem.get(stem(word)) ?? []);
      const pages = Math.max(0, ...forms.map((form) => index.words.get(form)?.pages.size ?? 0));
      return pages > 0 && pages < LIMIT.everywhere * index.pages.length;
    };
    for (const feature of features) {
      const names = feature.names.map(stems).sort((one, other) => other.length - one.length);
      this.#features.push({ feature, names });
      const own = new Set(names.flat());
      for (const limit of feature.limits) this.#rows.push(row(feature, limit, quantities, own));
    }
    this.#weigh();
  }

  /** Counts on how many limits each word is: one of few tells more. */
  #weigh() {
    /** @type {Map<string, number>} */
    const count = new Map();
    for (const { words } of this.#rows) for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
    for (const [word, limits] of count) this.#telling.set(word, Math.log(1 + this.#rows.length / limits));
  }

  /**
   * @param {string} text What was typed.
   * @returns {Line[]} The limits that it asks for, three at most; none where that is not clear.
   */
  answer(text) {
    const words = plain(tokens(text));
    const typed = words.map(stem);
    const named = this.#features.flatMap(({ feature, names }) => {
      const used = namedBy(typed, names);
      return used.size ? [{ feature, used }] : [];
    });
    const all = new Set(named.flatMap(({ used }) => [...used]));
    if (typed.some((word) => this.#elsewhere.has(word))) return [];
    const parameters = new Set(tokens(text).flatMap(({ keys: [key, ...parts] }) => (parts.length ? [key] : [])));
    const best = (/** @type {Set<number>} */ used, /** @type {Feature} */ feature) =>
      this.#best(this.#question(words, used, parameters), feature);
    let found = named.map(({ feature, used }) => best(used, feature)).filter((own) => own.length);
    if (!found.length && named.length > 1 && words.some((word) => COMPARES.has(word))) {
      found = named.map(({ feature }) => best(all, feature));
      if (found.some((own) => !own.length)) found = [];
    }
    if (!named.length) found = [this.#best(this.#question(words, new Set(), parameters))];
    const rows = [...new Set(found.flat())];
    const isNamed = named.length > 0;
    return rows.length > LINES_AT_MOST
      ? []
      : rows.map((one) => ({ ...line(one), page: isNamed ? one.feature.page : "" }));
  }

  /**
   * @param {string[]} words
   * @param {Set<number>} used The places of those that name a feature.
   * @param {Set<string>} parameters
   * @returns {Question}
   */
  #question(words, used, parameters) {
    const rest = words.filter((_, place) => !used.has(place));
    const asking = [...new Set(rest)].filter((word) => !STOP_WORDS.has(word) && !COMPARES.has(word));
    const cues = new Set(rest.flatMap((word) => this.#cues.get(stem(word)) ?? []));
    // "How many minutes" asks for a time, and in Portuguese "quanto" for an amount.
    if (cues.has("time") || cues.has("size") || !rest.some((word) => this.#counting.has(word))) cues.delete("count");
    const name = [...used].map((place) => stem(words[place]));
    return {
      words: asking,
      said: new Set([...name, ...asking.flatMap(this.#meanings)]),
      parameters,
      cues,
      isNamed: used.size > 0,
    };
  }

  /**
   * @param {Question} question
   * @param {Feature} [feature] The one that is named; any of them where none is.
   * @returns {Row[]} The limits of it that answer best, where they answer well.
   */
  #best(question, feature) {
    const isAbout = (/** @type {Row} */ { labels, feature: own }) =>
      own === feature || labels.some((label) => feature?.names.some((name) => includes(label, stems(name))));
    const bound = BOUNDS.find((one) => question.cues.has(one));
    const scored = this.#rows
      // A least value is no answer to whoever asks for the greatest.
      .filter((one) => (!feature || isAbout(one)) && (!bound || (one.limit.bound ?? "max") === bound))
      .map((one) => {
        const { share, isExplained } = this.#score(one, question);
        return { one, isExplained, score: share * (one.feature === feature ? 1 : LIMIT.other) };
      })
      .sort((one, other) => other.score - one.score);
    const best = scored[0]?.score ?? 0;
    const first = scored.filter(({ score }) => score > best - LIMIT.margin);
    const next = scored[first.length]?.score ?? 0;
    const isClear = feature
      ? best >= LIMIT.enough || (first[0]?.isExplained && best >= Math.max(LIMIT.least, LIMIT.ahead * next))
      : best >= Math.max(LIMIT.enoughUnnamed, LIMIT.aheadUnnamed * next);
    return isClear ? first.map(({ one }) => one) : [];
  }

  /**
   * @param {Row} one
   * @param {Question} question
   * @returns {{share: number, isExplained?: boolean}} How well a limit answers, up to 1; and whether it knows each word.
   */
  #score({ limit, core, quantity, phrases, words: own, parameters: api }, { words, said, parameters, cues, isNamed }) {
    const kinds = ["time", "size", "count"].filter((kind) => cues.has(kind));
    const no = { share: 0 };
    if (kinds.length && !kinds.includes(limit.kind ?? "")) return no;
    const isParameter = [...parameters].some((name) => api.has(name));
    // How many there are is asked for in so many words; a name with a plural beside it is no such question.
    if (limit.kind === "count" && !cues.size && !isParameter) return no;
    // A name asks for no number, nor does a quantity without a feature.
    const isMeasured = () => words.some((word) => this.#meanings(word).some((other) => quantity.has(other)));
    if (!cues.size && !isParameter && !(isNamed && isMeasured())) return no;
    let [asked, met, told] = [0, 0, 0];
    for (const word of words) {
      const isMet = api.has(word) || this.#meanings(word).some((other) => own.has(other));
      const weight = this.#weight(word, isMet);
      asked += weight;
      if (isMet) met += weight;
      if (isMet && !this.#saysLittle(stem(word))) told += weight;
    }
    if (isParameter) return { share: asked ? met / asked : 1 };
    if (!core.length && cues.has("count") && met === asked) return { share: 1 }; // of the feature itself
    if (!told && !kinds.some((kind) => kind !== "count")) return no;
    const shares = phrases.map((phrase) => this.#share(phrase, said));
    const key = core.length
      ? core.filter((names) => [...names].some((name) => said.has(name))).length / core.length
      : 0;
    return {
      share: (met / asked) * Math.max(key, ...shares) ** LIMIT.phrase,
      isExplained: told > 0 && met >= LIMIT.explained * asked,
    };
  }

  /**
   * @param {string} word Of a query.
   * @param {boolean} isMet Whether the limit knows it.
   * @returns {number} How much it tells of which limit is meant.
   */
  #weight(word, isMet) {
    const one = stem(word);
    const telling = Math.max(...this.#meanings(word).map((other) => this.#telling.get(other) ?? 0));
    if (isMet) return telling || 1;
    if (this.#saysLittle(one)) return 0;
    // A subject of the site that no limit has asks for something else; who types one more verb means nothing by it.
    return telling || (this.#isForeign(word) ? LIMIT.foreign : LIMIT.unknown);
  }

  /** @param {string} one A stem. @returns {boolean} Whether it tells no limit from another. */
  #saysLittle(one) {
    return this.#cues.has(one) || this.#neutral.has(one) || (this.#telling.get(one) ?? LIMIT.telling) < LIMIT.telling;
  }

  /**
   * @param {string[]} phrase
   * @param {Set<string>} said
   * @returns {number} How much of a phrase was said.
   */
  #share(phrase, said) {
    let [all, met] = [0, 0];
    for (const word of phrase) {
      const weight = this.#saysLittle(word) ? LIMIT.cue : (this.#telling.get(word) ?? 1);
      all += weight;
      if (said.has(word)) met += weight;
    }
    return all ? met / all : 0;
  }
}
