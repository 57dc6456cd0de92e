/** The glossary's filter: what a reader types leaves the terms that hold it, whatever the accents. */
import { filled } from "./words.js";

/** Brings the filter of this page to life. */
export function filter() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-glossary]"));
  const field = box?.querySelector("input");
  if (!box || !field || box.dataset.live !== undefined) return;
  box.dataset.live = "";
  const output = /** @type {HTMLElement} */ (box.querySelector("output"));
  const terms = [...box.querySelectorAll("dt")].map((term) => ({
    parts: [term, term.nextElementSibling],
    text: plain(`${term.textContent} ${term.nextElementSibling?.textContent}`),
  }));
  const show = () => {
    const wanted = plain(field.value.trim());
    let count = 0;
    for (const { parts, text } of terms) {
      const isShown = text.includes(wanted);
      count += Number(isShown);
      for (const part of parts) part?.toggleAttribute("hidden", !isShown);
    }
    for (const section of box.querySelectorAll("section")) {
      section.toggleAttribute("hidden", !section.querySelector("dt:not([hidden])"));
    }
    output.textContent = wanted ? filled(box.dataset.glossary ?? "", { count }) : "";
  };
  field.addEventListener("input", show);
  if (field.value) show(); // typed before this script came
}

/** @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
