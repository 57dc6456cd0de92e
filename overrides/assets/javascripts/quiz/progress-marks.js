/** Says beside each page of the navigation how many of its questions were answered, and how many of those right. */
import { filled, pageOf, questionIndex, tally } from "./progress-index.js";

// Links to pages, not to headings. A phone shows the page that it is on as the label of its contents.
const LINKS = '.md-nav--primary a.md-nav__link[href]:not([href*="#"])';
const LABEL = ':scope > label.md-nav__link[for="__toc"]';

/** Marks the navigation that is on the page now. */
export async function mark() {
  const { words, pages } = await questionIndex();
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(LINKS))) {
    const numbers = tally([pages[pageOf(link)] ?? {}]);
    write(link, numbers, words.mark);
    const label = link.parentElement?.querySelector(LABEL);
    if (label) write(label, numbers, words.mark);
  }
}

/**
 * @param {Element} row
 * @param {import("./progress-index.js").Tally} numbers
 * @param {string} sentence For a screen reader and as a tip.
 */
function write(row, numbers, sentence) {
  row.querySelector(".nav-progress")?.remove();
  if (!numbers.answered) return;
  const mark = document.createElement("span");
  const words = filled(sentence, numbers);
  Object.assign(mark, { className: "nav-progress", role: "img", ariaLabel: words, title: words });
  mark.append(filled("{answered}/{total} ", numbers), right(numbers));
  row.querySelector(".md-ellipsis")?.after(mark);
}

/** @param {import("./progress-index.js").Tally} numbers */
function right(numbers) {
  const part = document.createElement("span");
  Object.assign(part, { className: "nav-progress__right", textContent: filled("✓{right}", numbers) });
  part.toggleAttribute("data-all", numbers.right === numbers.total);
  return part;
}
