/** What practice does with a question's block besides filling it: dealing options, reading a choice, showing the answer. */
import { shuffled } from "../quiz/dealing.js";
import { grade } from "../quiz/grading.js";
import { random } from "./seed.js";

/** @param {HTMLElement} block */
const inputs = (block) => /** @type {HTMLInputElement[]} */ ([...block.querySelectorAll(".eq__input")]);

/**
 * Puts the options in the order that a seed decides, and letters them anew.
 *
 * @param {HTMLElement} block
 * @param {string} seed
 */
export function dealOptions(block, seed) {
  if (block.hasAttribute("keep-order")) return;
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
export const chosenIn = (block) => inputs(block).filter(({ checked }) => checked).map(({ value }) => value).sort();

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
  const sets = /** @type {string[][]} */ ([]);
  reasons.in.forEach((numbers, place) => {
    for (const number of numbers.split(" ").filter(Boolean)) (sets[Number(number) - 1] ??= []).push("abcdef"[place]);
  });
  return sets;
}

/**
 * @param {readonly string[]} chosen
 * @param {import("./types").Reasons} reasons
 */
export const isRight = (chosen, reasons) => grade(chosen, acceptedOf(reasons)) > 0;

/**
 * Shows the answer of a block that was filled with its reasons.
 *
 * @param {HTMLElement} block
 * @param {readonly string[]} chosen
 */
export function reveal(block, chosen) {
  choose(block, chosen);
  block.setAttribute("answered", "");
  for (const input of inputs(block)) {
    const option = input.closest(".eq__option");
    const reason = block.querySelector(`.eq__reasons [data-letter="${input.value}"]`);
    if (reason) option?.append(reason);
    option?.toggleAttribute("data-chosen", input.checked);
    input.disabled = true;
  }
  block.querySelector("details")?.setAttribute("open", "");
}

/**
 * @param {HTMLElement} block Revealed.
 * @param {readonly string[]} chosen
 * @returns {{letter: string, text: Node[]}[]} For each chosen option its letter on screen and why it is right or wrong; wrong ones first.
 */
export function ownReasons(block, chosen) {
  const rows = chosen.map((letter) => {
    const option = block.querySelector(`.eq__option[data-letter="${letter}"]`);
    const why = option?.querySelector(".eq__why");
    const isWrong = Boolean(option?.querySelector(".eq__reason--wrong"));
    return { letter: option?.querySelector(".eq__letter")?.textContent ?? "", text: why ? [why.cloneNode(true)] : [], isWrong };
  });
  return rows.sort((a, b) => Number(b.isWrong) - Number(a.isWrong));
}
