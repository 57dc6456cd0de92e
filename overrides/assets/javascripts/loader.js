// Loads the quiz element on pages that have one, and keeps the place on the page when the language changes.
// Material's instant navigation swaps pages without a reload, and announces each one through document$.

/** Imports the element once the page holds a question; the browser remembers that it has. */
function load() {
  if (document.querySelector("exam-question")) import("./exam-question.js");
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(load);
else load();

// Heading ids are the same in both editions.
document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a.site-language") : null;
  if (link instanceof HTMLAnchorElement) link.hash = location.hash;
});
