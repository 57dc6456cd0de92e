// The number itself, for a query that names a feature and a quantity. A word that nothing explains means no answer:
// none is better than a wrong one.

import { plain, STOP_WORDS, stem, tokens } from "./words.js";

/**
 * @typedef {object} Limit A number of facts/limits.yml.
 * @property {string} label
 * @property {string} value With its unit.
 * @property {string} source Where AWS says so.
 * @property {string} [disputed] What other sources say.
 * @property {"time" | "size" | "count"} [kind]
 * @property {"max" | "min" | "default"} [bound]
 * @property {string[]} core The words of its key that tell what it measures.
 * @property {string[]} labels In both languages.
 * @property {string} [parameter] Its name in the API.
 *
 * @typedef {object} Feature
 * @property {string} name
 * @property {string[]} names What it is called in either language.
 * @property {string} page
 * @property {string} location The limits on its page.
 * @property {Limit[]} limits
 *
 * @typedef {object} Asked What sections.json holds of the limits.
 * @property {Record<string, string[]>} cues
 * @property {string[]} neutral
 * @property {Record<string, string[]>} quantities
 * @property {Feature[]} features
 *
 * @typedef {object} Line
 * @property {string} feature
 * @property {string} label
 * @property {string} value
 * @property {string} source
 * @property {string} [disputed]
 * @property {string} location
 * @property {string} page Of the feature, where the query names it.
 *
 * @typedef {object} Row A limit as it is compared with a query.
 * @property {Feature} feature
 * @property {Limit} limit
 * @property {Set<string>[]} core For each word of its key, the stems that stand for it.
 * @property {string[][]} labels The stems of its labels.
 * @property {Set<string>} parameters
 */

const LINES_AT_MOST = 3;
// A label is asked for by more than half of its words.
const ENOUGH = 0.6;
// What stands between two features that are compared.
const COMPARES = new Set(["vs", "versus", "x", "e", "and", "ou", "or", "entre", "between", "compare", "comparar"]);
// An API name by itself says what is asked for.
const PARAMETER = /^[A-Z][a-z]+[A-Z][A-Za-z]*$/;

export class Limits {
  /** @type {Row[]} */
  #rows = [];
  /** @type {{feature: Feature, names: string[][]}[]} */
  #features = [];
  /** @type {Map<string, string>} The kind or bound that a stem asks for. */
  #cues = new Map();
  /** @type {Set<string>} */
  #neutral;
  /** @type {(word: string) => string[]} */
  #meanings;

  /**
   * @param {Asked} asked
   * @param {Map<string, string[]>} same Other words for a stem.
   */
  constructor({ cues, neutral, quantities, features }, same) {
    this.#neutral = new Set(neutral.flatMap(stems));
    for (const [cue, words] of Object.entries(cues)) {
      for (const word of plain(tokens(words.join(" "))).map(stem)) if (!this.#cues.has(word)) this.#cues.set(word, cue);
    }
    this.#meanings = (word) => [stem(word), ...(same.get(stem(word)) ?? []).map(stem)];
    for (const feature of features) {
      const names = feature.names.map(stems).sort((one, other) => other.length - one.length);
      this.#features.push({ feature, names });
      for (const limit of feature.limits) this.#rows.push(row(feature, limit, quantities));
    }
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
    const parameters = new Set(tokens(text).flatMap(({ keys: [key, ...parts] }) => (parts.length ? [key] : [])));
    let found = named
      .map(({ feature, used }) => this.#best(words, used, feature, parameters))
      .filter((own) => own.length);
    if (!found.length && named.length > 1 && words.some((word) => COMPARES.has(word))) {
      const used = new Set(named.flatMap((one) => [...one.used]));
      found = named.map(({ feature }) => this.#best(words, used, feature, parameters));
      if (found.some((own) => !own.length)) found = [];
    }
    if (!named.length) found = [this.#best(words, new Set(), undefined, parameters)];
    const rows = found.flat();
    const isNamed = named.length > 0;
    return rows.length > LINES_AT_MOST
      ? []
      : rows.map((one) => ({ ...line(one), page: isNamed ? one.feature.page : "" }));
  }

  /**
   * @param {string[]} words
   * @param {Set<number>} used The places of the words that name features.
   * @param {Feature | undefined} feature
   * @param {Set<string>} parameters The API names among the words.
   * @returns {Row[]} What the other words ask for, of one feature or of all.
   */
  #best(words, used, feature, parameters) {
    const rest = words.filter((word, place) => !used.has(place) && !STOP_WORDS.has(word) && !COMPARES.has(word));
    const name = [...used].map((place) => stem(words[place]));
    const isAbout = (/** @type {Row} */ { labels }) =>
      labels.some((label) => name.every((word) => label.includes(word)));
    const own = this.#rows.filter((one) => !feature || one.feature === feature || isAbout(one));
    // "How many" and "how long" are made of words that say little elsewhere.
    const asked = new Set(words.flatMap((word, place) => (used.has(place) ? [] : (this.#cues.get(stem(word)) ?? []))));
    const scored = own.flatMap((one) => {
      const score = this.#score(one, name, rest, parameters, asked);
      return score >= (feature ? ENOUGH : 1) ? [{ one, score }] : [];
    });
    const best = Math.max(0, ...scored.map(({ score }) => score));
    const rows = scored.filter(({ score }) => score === best).map(({ one }) => one);
    return this.#bound(rows, asked);
  }

  /**
   * @param {Row[]} rows
   * @param {Set<string>} asked
   * @returns {Row[]} Those with the bound that is asked for, where one is.
   */
  #bound(rows, asked) {
    for (const bound of ["min", "default", "max"]) {
      if (!asked.has(bound)) continue;
      const fitting = rows.filter(({ limit }) => (limit.bound ?? "max") === bound);
      // A least value is no answer to whoever asks for the greatest.
      return fitting.length || bound !== "max" ? fitting : [];
    }
    return rows;
  }

  /**
   * @param {Row} one
   * @param {string[]} name The stems of those that name the feature.
   * @param {string[]} rest The other words.
   * @param {Set<string>} parameters
   * @param {Set<string>} asked
   * @returns {number} How much of its name is asked for, up to 1; 0 if a word asks for something else.
   */
  #score({ limit, core, labels, parameters: own }, name, rest, parameters, asked) {
    const kinds = ["time", "size", "count"].filter((kind) => asked.has(kind));
    const all = new Set(labels.flat());
    const said = new Set(name);
    let isAsked = kinds.includes(limit.kind ?? "") && limit.kind !== "count";
    for (const word of rest) {
      const meanings = this.#meanings(word);
      const isSaid = meanings.some((other) => all.has(other) || core.some((words) => words.has(other)));
      for (const other of meanings) said.add(other);
      isAsked ||= isSaid || own.has(word);
      if (!isSaid && !own.has(word) && !this.#cues.has(stem(word)) && !this.#neutral.has(stem(word))) return 0;
    }
    // How many there are is asked for in so many words; a name with a plural beside it is no such question.
    if (limit.kind === "count" && !asked.size && ![...parameters].some((one) => own.has(one))) return 0;
    if (kinds.length && limit.kind && !kinds.includes(limit.kind)) return 0;
    if (!core.length && asked.has("count")) return 1; // of the feature itself
    if (!isAsked) return 0;
    if ([...parameters].some((name) => own.has(name))) return 1;
    const shares = labels.map((label) => share(label, (word) => said.has(word)));
    return Math.max(
      ...shares,
      share(core, (words) => [...words].some((word) => said.has(word))),
    );
  }
}

/**
 * @param {Feature} feature
 * @param {Limit} limit
 * @param {Record<string, string[]>} quantities
 * @returns {Row}
 */
function row(feature, limit, quantities) {
  const core = limit.core.map((word) => new Set([word, ...(quantities[word] ?? [])].flatMap(stems)));
  const names = [...limit.label.split(/[\s,()]+/), limit.parameter ?? ""].filter((word) => PARAMETER.test(word));
  const parameters = new Set(names.map((name) => name.toLowerCase()));
  const labels = limit.labels.map((label) => [...new Set(stems(label))]);
  return { feature, limit, core, labels, parameters };
}

/**
 * @param {string[]} typed Stems.
 * @param {string[][]} names The longest first.
 * @returns {Set<number>} The places of the words that make a name.
 */
function namedBy(typed, names) {
  /** @type {Set<number>} */
  const used = new Set();
  for (const name of names) {
    typed.forEach((_, place) => {
      if (!name.every((word, offset) => typed[place + offset] === word)) return;
      for (let offset = 0; offset < name.length; offset++) used.add(place + offset);
    });
  }
  return used;
}

/** @param {Row} row @returns {Omit<Line, "page">} */
const line = ({ feature, limit: { label, value, source, disputed } }) => ({
  feature: feature.name,
  label,
  value,
  source,
  disputed,
  location: feature.location,
});

/** @param {string} text @returns {string[]} The stems of its words, those that say little left out. */
const stems = (text) =>
  plain(tokens(text))
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);

/**
 * @template T
 * @param {T[]} all
 * @param {(one: T) => boolean} holds
 * @returns {number} The share of them for which it holds.
 */
const share = (all, holds) => (all.length ? all.filter(holds).length / all.length : 0);
