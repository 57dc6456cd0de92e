// Words as the search compares them: without accents and case, with the parts of API names, and by their stems.

/**
 * @typedef {object} Token
 * @property {number} start Where it starts in the text.
 * @property {number} end Where it ends.
 * @property {string[]} keys What it is found by; the whole comes first, then its parts.
 * @property {boolean} [isJoined] Whether only two neighbours make it: "6 GB", "multi-model". It stands before the second.
 */

/** Words that say little about what is looked for here, in both languages, folded. They count a little all the same. */
export const STOP_WORDS = new Set(
  (
    "a ao aos as ate com como da das de do dos e ela ele em entre essa esse esta estao este eu fazer foi ha isso isto ja la " +
    "mais mas me mesma mesmo meu minha na nao nas nem no nos num numa o os ou para pela pelo por porque posso pra preciso pro pros pras q pq qtas qtos qual " +
    "quais quando quanto que quem se sem ser seu sua so sobre tem tenho ter um uma umas uns usar vou ver melhor forma der onde " +
    "about an and any are at be been being by can could did do does for from get had has have how i if in into is it its " +
    "mean my of on one or our over should so some than that the their them there these they this those to use used using " +
    "was we were what when where which who whole whose why will with would you your happens much many " +
    "vs versus amazon aws sagemaker"
  ).split(" "),
);

const UNITS = new Map(
  Object.entries({
    byte: "bytes b",
    kb: "kb kib",
    mb: "mb mib megabyte megabytes",
    gb: "gb gib giga gigas gigabyte gigabytes",
    tb: "tb tib terabyte terabytes",
    s: "s seg segundo segundos sec secs second seconds",
    ms: "ms milissegundo milissegundos millisecond milliseconds",
    min: "min mins minuto minutos minute minutes",
    h: "h hora horas hour hours",
    day: "dia dias day days",
  }).flatMap(([unit, names]) => names.split(" ").map((name) => [name, unit])),
);

// A number with its separators; letters on both sides of a slash, as in A/B; or a run of letters and digits.
const TOKEN = /\d+(?:[.,]\d+)+\p{L}*|(?<![\p{L}\d])\p{L}\/\p{L}(?![\p{L}\d])|[\p{L}\d]+/gu;
const THOUSANDS = /^\d{1,3}(?:[.,]\d{3})+$/;
const PARTS = /\p{Lu}+(?!\p{Ll})\d*|\p{Lu}?\p{Ll}+\d*|\d+|\p{L}+/gu;

/** @type {Map<string, string[]>} */
const keysOfWords = new Map();

/**
 * @param {string} text In NFC: each accent in one with its letter.
 * @returns {string} The text without accents; as long as it was, so that places in both are the same.
 */
export const unaccent = (text) => text.replace(/[^\0-\x7f]/gu, unaccented);

/** @param {string} letter */
function unaccented(letter) {
  const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
  return bare.length === letter.length ? bare : letter;
}

/**
 * @param {string} text
 * @returns {Token[]} Its words in order. Two neighbours also make one where people write them as one: "6 GB", "multi-model".
 */
export function tokens(text) {
  const bare = unaccent(text);
  /** @type {Token[]} */
  const found = [];
  for (const match of bare.matchAll(TOKEN)) {
    const start = match.index;
    const token = { start, end: start + match[0].length, keys: keysOf(match[0]) };
    const before = found.at(-1);
    if (before) join(bare, before, token, found);
    found.push(token);
  }
  return found;
}

/**
 * Adds what a word makes together with the one before it.
 *
 * @param {string} text
 * @param {Token} before
 * @param {Token} token
 * @param {Token[]} found
 */
function join(text, before, token, found) {
  const between = text.slice(before.end, token.start);
  const unit = UNITS.get(token.keys[0]);
  if (unit && /^\d[\d.]*$/.test(before.keys[0]) && /^[\s-]?$/.test(between)) {
    found.push({ start: before.start, end: token.end, keys: [before.keys[0] + unit], isJoined: true });
  } else if (between === "-") {
    found.push({ start: before.start, end: token.end, keys: [before.keys[0] + token.keys[0]], isJoined: true });
  }
}

/**
 * @param {Token[]} found
 * @returns {string[]} The words one by one, those that only neighbours make left out.
 */
export const plain = (found) => found.filter(({ isJoined }) => !isJoined).map(({ keys }) => keys[0]);

/**
 * @param {string} word Without accents.
 * @returns {string[]}
 */
function keysOf(word) {
  let keys = keysOfWords.get(word);
  if (!keys) {
    keys = makeKeys(word);
    keysOfWords.set(word, keys);
  }
  return keys;
}

/** @param {string} word */
function makeKeys(word) {
  if (/^\d/.test(word)) {
    const [, number, rest] = /** @type {string[]} */ (/^([\d.,]+)(.*)$/.exec(word));
    const unit = UNITS.get(rest.toLowerCase());
    const value = THOUSANDS.test(number) ? number.replace(/[.,]/g, "") : number.replace(",", ".");
    return rest ? [value + (unit ?? rest.toLowerCase()), value] : [value];
  }
  if (word.includes("/")) return [word.toLowerCase().replace("/", "")];
  const whole = word.toLowerCase();
  const parts = word.match(PARTS) ?? [];
  return parts.length > 1 && !/^\p{Lu}+s$/u.test(word) ? [whole, ...parts.map((part) => part.toLowerCase())] : [whole];
}

/**
 * @param {string} word
 * @returns {string} The word in the singular, roughly, for Portuguese and English at once.
 */
export function singular(word) {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss") || /\d/.test(word)) return word;
  for (const [ending, instead] of PLURALS) {
    if (word.endsWith(ending) && word.length > ending.length + 1) return word.slice(0, -ending.length) + instead;
  }
  return word.slice(0, -1);
}

const PLURALS = [
  ["coes", "cao"],
  ["soes", "sao"],
  ["oes", "ao"],
  ["aes", "ao"],
  ["eis", "el"],
  ["ais", "al"],
  ["ies", "y"],
  ["ches", "ch"],
  ["shes", "sh"],
  ["sses", "ss"],
  ["xes", "x"],
  ["ens", "em"],
  ["res", "r"],
  ["zes", "z"],
];

/**
 * @param {string} word
 * @returns {string} What is left without the usual endings of nouns and verbs: monitor(ing), monitor(amento), inferenc(ia).
 */
export function stem(word) {
  let rest = singular(word);
  if (rest.length < 5 || /\d/.test(rest)) return rest;
  for (const ending of ENDINGS) {
    if (rest.endsWith(ending) && rest.length - ending.length >= 4) {
      rest = rest.slice(0, -ending.length);
      break;
    }
  }
  return rest.replace(/(?<=...)([aeioyu]|([bdglmnprt])\2)$/, "$2");
}

const ENDINGS = (
  "izacoes ization izacao amento imento mento ability ibility bilidade idade mente ingly ement ment ation acao icao ucao icao cao " +
  "tion sion sao ness ador edor idor ator izar izing ized ize ando endo indo ante ente ados idos ado ada ido ida " +
  "agem ancia encia ance ence ency ancy oria aria ario orio ico ica ical ivel avel able ible ing ings ed er or ar ir al ly ia io " +
  "ous oso osa ive ivo iva ity"
)
  .split(" ")
  .sort((a, b) => b.length - a.length);
