/** The question of a running exam: the block of the pages, without what would answer it. */
import { choose, dealOptions } from "../practice/block.js";
import { make } from "../practice/element.js";

const ANSWERS = ["right", "wrong", "alsoRight", "lastRight", "lastWrong", "lastChanged"];

/**
 * @param {HTMLElement} filled A block as pages have it.
 * @param {string} seed What the options are dealt by.
 * @param {import("../practice/types").AttemptAnswer} answer So far.
 * @param {(key: string, values: Record<string, string | number>) => string} say
 * @returns {HTMLElement} With a button on each option that strikes it out.
 */
export function dressed(filled, seed, answer, say) {
  // No `exam-question`: that would check the answer at once.
  const block = make("div", { className: "practice__exam" }, ...filled.childNodes);
  block.setAttribute("question-id", filled.getAttribute("question-id") ?? "");
  block.dataset.choose = filled.getAttribute("choose") ?? "1";
  block.toggleAttribute("data-keep-order", filled.hasAttribute("data-keep-order"));
  for (const name of ANSWERS) delete block.querySelector("form")?.dataset[name];
  for (const rest of block.querySelectorAll(".eq__actions, .eq__mark--yours")) rest.remove();
  dealOptions(block, seed);
  choose(block, answer.chosen);
  for (const option of block.querySelectorAll(".eq__option")) {
    option.append(make("button", { type: "button", className: "practice__strike" }));
    /** @type {HTMLElement} */ (option.lastElementChild).dataset.do = "strike";
    drawStrike(/** @type {HTMLElement} */ (option), answer, say);
  }
  return block;
}

/**
 * Shows whether an option is struck out, and says what its button does.
 *
 * @param {HTMLElement} option
 * @param {import("../practice/types").AttemptAnswer} answer
 * @param {(key: string, values: Record<string, string | number>) => string} say
 */
export function drawStrike(option, { struck }, say) {
  const isStruck = Boolean(struck?.includes(option.dataset.letter ?? ""));
  option.toggleAttribute("data-struck", isStruck);
  const button = /** @type {HTMLElement} */ (option.querySelector(".practice__strike"));
  const letter = option.querySelector(".eq__letter")?.textContent ?? "";
  const words = say(isStruck ? "unstrike" : "strike", { letter });
  button.replaceChildren(isStruck ? "↺" : "ab");
  button.setAttribute("aria-label", words);
  button.title = words;
}
