/** Deals the options of a question in a new order, with new letters. It comes with the first answer. */
import { reshuffled } from "./dealing.js";

/**
 * @param {HTMLElement} question
 * @param {readonly string[]} key Letters of the first order, which the options keep as their names.
 */
export function redeal(question, key) {
  const options = reshuffled(/** @type {HTMLElement[]} */ ([...question.querySelectorAll(".eq__option")]));
  options[0].parentElement?.append(...options);
  for (const [index, option] of options.entries()) {
    const letter = /** @type {HTMLElement} */ (option.querySelector(".eq__letter"));
    letter.textContent = "ABCDEF"[index];
  }
  const letters = options.flatMap(({ dataset: { letter = "" } }, index) =>
    key.includes(letter) ? ["ABCDEF"[index]] : [],
  );
  const { lang } = document.documentElement;
  // American English would set a comma before "and", which the built key has not.
  const words = new Intl.ListFormat(lang === "en" ? "en-GB" : lang).format(letters);
  const { id } = /** @type {HTMLElement} */ (question.querySelector("h3"));
  for (const place of document.querySelectorAll(`[data-key-of="${id}"]`)) place.textContent = words;
}
