/** What practice does with a question's block besides filling it: dealing options, reading a choice, showing the answer. */
import { shuffled } from "../quiz/dealing.js";
import { grade, optionState } from "../quiz/grading.js";
import { random } from "./seed.js";

/** @param {HTMLElement} block */
const inputs = (block) => /** @type {HTMLInputElement[]} */ ([...block.querySelectorAll(".eq__input")]);

/**
 * Puts the options in the order that a seed decides, and gives them new letters.
 *
 * @param {HTMLElement} block
 * @param {string} seed
 */
export function dealOptions(block, seed) {
  if (block.hasAttribute("data-keep-order")) return;
  const options = /** @type {HTMLElement[]} */ ([...block.querySelectorAll(".eq__option")]);
  const dealt = shuffled(options, random(`${seed} ${block.getAttribute("question-id")}`));
  dealt[0]?.parentElement?.append(...dealt);
  dealt.forEach((option, place) => {
    /** @type {HTMLElement} */ (option.querySelector(".eq__letter")).textContent = "ABCDEF"[place];
  });
}

/**
 * @param {HTMLElement} block
 * @returns {string[]} The letters that are chosen, as the question's file has them.
 */
export const chosenIn = (block) =>
  inputs(block)
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
    .sort();

/**
 * @param {HTMLElement} block
 * @param {readonly string[]} chosen
 */
export function choose(block, chosen) {
  for (const input of inputs(block)) input.checked = chosen.includes(input.value);
}

/**
 * @param {import("./types").Reasons} reasons
 * @returns {string[][]} The sets of letters that count as right, the key first.
 */
export function acceptedOf(reasons) {
  const count = Math.max(1, ...reasons.in.join(" ").split(" ").map(Number));
  const sets = Array.from({ length: count }, () => /** @type {string[]} */ ([]));
  reasons.in.forEach((numbers, place) => {
    for (const number of numbers.split(" ").filter(Boolean)) sets[Number(number) - 1].push("abcdef"[place]);
  });
  return sets;
}

/**
 * @param {readonly string[]} chosen
 * @param {import("./types").Reasons} reasons
 */
export const isRight = (chosen, reasons) => grade(chosen, acceptedOf(reasons)) > 0;

/**
 * Shows the answer of a block that was filled with its reasons: the verdict with the reader's own option, and each
 * reason under its own, as on the question's page.
 *
 * @param {HTMLElement} block
 * @param {readonly string[]} chosen
 * @param {import("./types").Reasons} reasons
 * @returns {HTMLElement} The option that has the verdict.
 */
export function reveal(block, chosen, reasons) {
  const accepted = acceptedOf(reasons);
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (block.querySelector(selector));
  choose(block, chosen);
  block.setAttribute("answered", "");
  for (const input of inputs(block)) {
    const option = find(`.eq__option[data-letter="${input.value}"]`);
    option.dataset.was = optionState(input.value, chosen, accepted);
    option.append(find(`.eq__reason[data-letter="${input.value}"]`));
    input.disabled = true;
  }
  find("details").setAttribute("open", "");
  const set = grade(chosen, accepted);
  const { right = "", wrong = "", alsoRight = "" } = find("form").dataset;
  const verdict = find(".eq__verdict");
  verdict.textContent = set === 1 ? right : set ? alsoRight : wrong;
  verdict.dataset.state = set ? "right" : "wrong";
  const own = find('[data-was="mistake"]') ?? find('[data-was="hit"]') ?? find(".eq__option");
  if (chosen.length) own.querySelector(".eq__reason")?.before(verdict);
  return own;
}
