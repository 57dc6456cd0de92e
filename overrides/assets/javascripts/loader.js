// Loads the quiz element on pages that have one. Material's instant navigation swaps pages without
// a reload, so the page is looked at again each time it announces one through document$.

/** Imports the element once the page holds a question; the browser remembers that it has. */
function load() {
  if (document.querySelector("exam-question")) import("./exam-question.js");
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(load);
else load();
