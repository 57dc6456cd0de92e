/** Where a reader is on a page, in a form that means the same in the other edition: what is on the screen, what is open. */

/**
 * @typedef {object} Place
 * @property {string} heading The id of the heading, or of the question, that is being read; empty at the top of the page.
 * @property {number} below How far below the header that heading is, in pixels; 0 where it has left the screen.
 * @property {number} part How much of what follows the heading has left the screen, from 0 to 1.
 * @property {number[]} open Which of the page's folds are open, by number.
 * @property {[string, string[]][]} chosen The options that are chosen, by question.
 * @property {string[]} answered The questions that show their answer.
 */

export const folds = () => /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("article details")]);
export const edge = () => document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;

/** @returns {HTMLElement[]} What a reader can be at, of what is shown. */
export function headings() {
  const all = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)[id]")
  );
  return [...all].filter((heading) => heading.getClientRects().length);
}

/** @param {Element} question */
const idOf = (question) => question.getAttribute("question-id") ?? "";

/** @returns {Place} */
export function look() {
  const questions = [...document.querySelectorAll("exam-question")];
  const chosen = questions.map((question) => /** @type {[string, string[]]} */ ([idOf(question), choice(question)]));
  return {
    ...whereabouts(),
    open: folds().flatMap((fold, number) => (fold.open ? [number] : [])),
    chosen: chosen.filter(([, letters]) => letters.length),
    answered: questions.filter((question) => question.hasAttribute("answered")).map(idOf),
  };
}

/** @returns {Pick<Place, "heading" | "below" | "part">} */
function whereabouts() {
  const header = edge();
  // What begins in the upper third is what is being read.
  const line = header + (innerHeight - header) / 3;
  const all = headings();
  const at = all.filter((heading) => heading.getBoundingClientRect().top <= line).length - 1;
  if (at < 0 || scrollY < 1) return { heading: "", below: 0, part: 0 };
  const [top, end] = extent(all, at);
  return { heading: all[at].id, below: Math.max(0, top - header), part: Math.max(0, header - top) / (end - top) };
}

/**
 * @param {HTMLElement[]} all
 * @param {number} at
 * @returns {[number, number]} Where a heading begins, and where what follows it ends.
 */
export function extent(all, at) {
  const end =
    all[at + 1]?.getBoundingClientRect().top ?? document.querySelector("article")?.getBoundingClientRect().bottom;
  return [all[at].getBoundingClientRect().top, end ?? 0];
}

/** @param {Element} question */
function choice(question) {
  return [...question.querySelectorAll("input")].filter((input) => input.checked).map((input) => input.value);
}
