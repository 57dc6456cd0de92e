/** Puts options in a random order. It knows no elements, and a seed of its caller repeats what it does. */

/**
 * @template T
 * @param {readonly T[]} items
 * @returns {T[]} The same items, every order as likely as the next.
 */
export function shuffled(items, random = Math.random) {
  const dealt = [...items];
  for (let index = dealt.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [dealt[index], dealt[other]] = [dealt[other], dealt[index]];
  }
  return dealt;
}

/**
 * @template T
 * @param {readonly T[]} items All different.
 * @returns {T[]} The same items in any other order; of fewer than two there is none.
 */
export function reshuffled(items, random = Math.random) {
  let dealt = [...items];
  while (items.length > 1 && dealt.every((item, index) => item === items[index])) dealt = shuffled(items, random);
  return dealt;
}
