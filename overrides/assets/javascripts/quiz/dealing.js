/** Puts options in a random order. It knows no elements, and takes its chance from outside, so that a seed repeats it. */

/**
 * @template T
 * @param {readonly T[]} items
 * @param {() => number} [random] Returns at least 0 and less than 1, as Math.random does.
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
 * @param {readonly T[]} items All different; of fewer than two there is no other order.
 * @param {() => number} [random]
 * @returns {T[]} The same items in another order, every other order as likely as the next.
 */
export function reshuffled(items, random = Math.random) {
  let dealt = [...items];
  while (items.length > 1 && dealt.every((item, index) => item === items[index])) dealt = shuffled(items, random);
  return dealt;
}
