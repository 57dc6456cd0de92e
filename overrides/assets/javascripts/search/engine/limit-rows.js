// The limits of facts/limits.yml as they are compared with a query.

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
 * @property {string[]} [asked] How people ask for it.
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
 * @property {string[]} elsewhere
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
 * @property {Set<string>} quantity The stems of what it measures.
 * @property {string[][]} labels The stems of its labels.
 * @property {string[][]} phrases The same, and of how people ask for it.
 * @property {Set<string>} words All of these.
 * @property {Set<string>} parameters
 */

// An API name by itself says what is asked for.
const PARAMETER = /^[A-Z][a-z]+[A-Z][A-Za-z]*$/;

/**
 * @param {Feature} feature
 * @param {Limit} limit
 * @param {Record<string, string[]>} quantities
 * @param {Set<string>} names The stems of the feature's names: they tell none of its limits from another.
 * @returns {Row}
 */
export function row(feature, limit, quantities, names) {
  const core = limit.core.map((word) => new Set([word, ...(quantities[word] ?? [])].flatMap(stems)));
  const api = [...limit.label.split(/[\s,()]+/), limit.parameter ?? ""].filter((word) => PARAMETER.test(word));
  const parameters = new Set(api.map((name) => name.toLowerCase()).filter((name) => !names.has(stem(name))));
  const own = (/** @type {string} */ text) => [...new Set(stems(text))].filter((word) => !names.has(word));
  const labels = limit.labels.map((label) => [...new Set(stems(label))]);
  const phrases = [...labels, ...(limit.asked ?? []).map(own)];
  const words = new Set([...phrases.flat(), ...core.flatMap((one) => [...one])]);
  const measured = limit.core.filter((word) => quantities[word]);
  const quantity = new Set(measured.flatMap((word) => [word, ...quantities[word]].flatMap(stems)));
  return { feature, limit, core, quantity, labels, phrases, words, parameters };
}

/**
 * @param {string[]} typed Stems.
 * @param {string[][]} names The longest first.
 * @returns {Set<number>} The places of the words that make a name.
 */
export function namedBy(typed, names) {
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

/** @param {string[]} phrase @param {string[]} name @returns {boolean} */
export const includes = (phrase, name) => name.length > 0 && name.every((word) => phrase.includes(word));

/** @param {Row} row @returns {Omit<Line, "page">} */
export const line = ({ feature, limit: { label, value, source, disputed } }) => ({
  feature: feature.name,
  label,
  value,
  source,
  disputed,
  location: feature.location,
});

/** @param {string} text @returns {string[]} The stems of its words, those that say little left out. */
export const stems = (text) =>
  plain(tokens(text))
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
