/**
 * Grades a choice of options: letters in, a verdict out. It knows no elements, so that every kind of practice shares it.
 *
 * @typedef {import("../types").OptionState} OptionState
 */

/**
 * Finds the accepted set that a choice equals.
 *
 * @param {readonly string[]} chosen Letters, each once.
 * @param {readonly (readonly string[])[]} accepted Sets of letters, the key first; a disputed question has more than one.
 * @returns {number} The set's number, 1 for the key; 0 where the choice is wrong.
 */
export function grade(chosen, accepted) {
  const isEqual = (/** @type {readonly string[]} */ set) =>
    set.length === chosen.length && set.every((letter) => chosen.includes(letter));
  return accepted.findIndex(isEqual) + 1;
}

/**
 * Says what an option turned out to be, by the accepted set that was chosen, or else by the key.
 *
 * @param {string} letter
 * @param {readonly string[]} chosen
 * @param {readonly (readonly string[])[]} accepted
 * @returns {OptionState}
 */
export function optionState(letter, chosen, accepted) {
  const set = accepted[Math.max(grade(chosen, accepted) - 1, 0)];
  if (set.includes(letter)) return chosen.includes(letter) ? "hit" : "missed";
  return chosen.includes(letter) ? "mistake" : "left";
}
