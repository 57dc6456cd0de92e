/** Grades a choice of options by their letters. It knows no elements, so that every kind of practice shares it. */

/**
 * @param {readonly string[]} chosen Letters, each once.
 * @param {readonly (readonly string[])[]} accepted Sets of letters, the key first.
 * @returns {number} Which set was chosen, 1 for the key; 0 for none.
 */
export function grade(chosen, accepted) {
  return (
    accepted.findIndex((set) => set.length === chosen.length && set.every((letter) => chosen.includes(letter))) + 1
  );
}

/**
 * @param {string} letter
 * @param {readonly string[]} chosen
 * @param {readonly (readonly string[])[]} accepted
 * @returns {import("../types").OptionState} By the set that was chosen, or else by the key.
 */
export function optionState(letter, chosen, accepted) {
  const set = accepted[Math.max(grade(chosen, accepted) - 1, 0)];
  if (set.includes(letter)) return chosen.includes(letter) ? "hit" : "missed";
  return chosen.includes(letter) ? "mistake" : "left";
}
