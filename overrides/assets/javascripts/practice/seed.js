/**
 * Chance that repeats itself: the same seed gives everybody the same exam. No elements, no storage.
 */

/** Crockford's base 32, in which no two signs are taken for each other. */
export const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * @param {Uint8Array} bytes Five of them: 40 bits.
 * @returns {string} A seed of eight signs.
 */
export function seedOf(bytes) {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 8 }, (_, index) => SIGNS[Number((bits >> BigInt(35 - 5 * index)) & 31n)]).join("");
}

/** @returns {string} A seed that nobody can foresee. */
export const newSeed = () => seedOf(crypto.getRandomValues(new Uint8Array(5)));

/** @param {unknown} text */
export const isSeed = (text) => typeof text === "string" && new RegExp(`^[${SIGNS}]{8}$`).test(text);

/**
 * Hashes a text to 32 bits: FNV-1a, and MurmurHash3's finalizer, so that each bit of the text reaches each of the result.
 *
 * @param {string} text
 * @returns {number}
 */
export function hash(text) {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * @param {string} seed
 * @returns {() => number} As Math.random, but the same for the same seed: mulberry32.
 */
export function random(seed) {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Orders ids by chance so that a question that comes or goes moves no other one.
 *
 * @param {readonly string[]} ids
 * @param {string} seed
 * @returns {string[]}
 */
export function ordered(ids, seed) {
  const keyed = ids.map((id) => /** @type {const} */ ([hash(`${seed} ${id}`), id]));
  return keyed.sort(([a, id], [b, other]) => a - b || (id < other ? -1 : 1)).map(([, id]) => id);
}
