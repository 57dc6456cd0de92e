/**
 * Which questions an exam has. No elements, no storage.
 *
 * Each domain's questions lie in an order that the seed decides; an exam takes the next ones of each, and starts over
 * at the end. So no question comes twice before its domain is used up, and then the one seen longest ago comes first.
 */
import { hash, ordered, SIGNS } from "../practice/seed.js";

/** @typedef {Record<string, number>} Counts By domain. */

/**
 * Shares out by weight: each gets the whole part of its share, and the largest remainders the rest.
 *
 * @param {Counts} weights
 * @param {number} count
 * @returns {Counts} Whose sum is the count.
 */
export function apportion(weights, count) {
  const domains = Object.keys(weights).sort();
  const sum = domains.reduce((total, domain) => total + weights[domain], 0);
  // Whole numbers all along: two remainders that are equal must compare as equal.
  const parts = domains.map((domain) => {
    const share = weights[domain] * count;
    return { domain, whole: Math.floor(share / sum), rest: share % sum };
  });
  const left = count - parts.reduce((total, { whole }) => total + whole, 0);
  const byRest = [...parts].sort((a, b) => b.rest - a.rest || (a.domain < b.domain ? -1 : 1));
  for (const part of byRest.slice(0, left)) part.whole += 1;
  return Object.fromEntries(parts.map(({ domain, whole }) => [domain, whole]));
}

/**
 * @param {Record<string, string[]>} pool The questions of each domain, each question in one of them.
 * @param {Counts} quotas How many of each; no more than there are.
 * @param {string} seed
 * @param {Counts} [offsets] How many of each were used before.
 * @returns {{ids: string[], repeated: number}} In the order of the exam, and how many were used before.
 */
export function draw(pool, quotas, seed, offsets = {}) {
  const drawn = [];
  let repeated = 0;
  for (const [domain, quota] of Object.entries(quotas)) {
    const cards = ordered(pool[domain] ?? [], seed);
    const from = offsets[domain] ?? 0;
    for (let place = from; place < from + quota && cards.length; place += 1) {
      drawn.push(cards[place % cards.length]);
      repeated += Number(place >= cards.length);
    }
  }
  return { ids: ordered(drawn, `${seed} order`), repeated };
}

/**
 * @param {Record<string, string[]>} pool
 * @param {Counts} quotas
 * @param {Counts} [offsets]
 * @returns {number} How many such exams can still be drawn before a question comes again.
 */
export function without(pool, quotas, offsets = {}) {
  const asked = Object.entries(quotas).filter(([, quota]) => quota > 0);
  const left = asked.map(([domain, quota]) => ((pool[domain]?.length ?? 0) - (offsets[domain] ?? 0)) / quota);
  return left.length ? Math.max(0, Math.floor(Math.min(...left))) : 0;
}

/**
 * @param {readonly (readonly [string, string])[]} drawn Each question's id and revision, in the order of the exam.
 * @returns {string} One sign for each question: what an address holds to tell whether two banks gave the same exam.
 */
export const fingerprint = (drawn) => drawn.map(([id, revision]) => SIGNS[hash(`${id} ${revision}`) & 31]).join("");

/**
 * @param {string} mine
 * @param {string} theirs
 * @returns {number} How many questions of mine are not theirs: those outside the longest common subsequence.
 */
export function differing(mine, theirs) {
  let row = new Array(theirs.length + 1).fill(0);
  for (const sign of mine) {
    const next = [0];
    for (let place = 0; place < theirs.length; place += 1) {
      next.push(sign === theirs[place] ? row[place] + 1 : Math.max(row[place + 1], next[place]));
    }
    row = next;
  }
  return mine.length - row[theirs.length];
}
