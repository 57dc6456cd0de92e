/** Puts a reader back who changed the language: the same place on the screen, the same answers, the same folds open. */
import { edge, extent, folds, headings } from "./place.js";

/** @typedef {import("./place.js").Place} Place */

// A page goes on growing while it loads; a reader who moves is left alone.
const SETTLED = 1500;
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** @param {Place} place Of the same page in the other edition. */
export async function restore(place) {
  const moved = new AbortController();
  const stop = () => moved.abort();
  for (const move of MOVES) addEventListener(move, stop, { signal: moved.signal, passive: true });
  setTimeout(stop, SETTLED);
  if (place.chosen.length) await answer(place);
  const all = folds();
  for (const number of place.open) if (all[number]) all[number].open = true;
  const observer = new ResizeObserver(() => (moved.signal.aborted ? observer.disconnect() : scroll(place)));
  observer.observe(document.body);
  addEventListener("load", () => scroll(place), { signal: moved.signal });
}

/** Chooses what was chosen, and has answered questions show their answers again. @param {Place} place */
async function answer({ chosen, answered }) {
  const { replay } = await import("../quiz/progress.js");
  await customElements.whenDefined("exam-question");
  const focused = document.activeElement;
  for (const [id, letters] of chosen) {
    const question = document.querySelector(`exam-question[question-id="${CSS.escape(id)}"]`);
    if (!question || question.hasAttribute("answered")) continue;
    for (const input of question.querySelectorAll("input")) input.checked = letters.includes(input.value);
    if (answered.includes(id)) replay(() => question.querySelector("form")?.requestSubmit());
  }
  // The verdicts took the focus, one after the other; somebody may be typing into the search already.
  if (document.activeElement === focused) return;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

/** @param {Place} place */
function scroll({ heading, below, part }) {
  const all = headings();
  const at = all.findIndex(({ id }) => id === heading);
  if (at < 0) return;
  const [top, end] = extent(all, at);
  scrollBy({ top: top - edge() - below + part * (end - top), behavior: "instant" });
}
