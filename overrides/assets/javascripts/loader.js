// Loads the quiz element on pages that have one, and keeps the place on the page when the language changes.
// Material's instant navigation swaps pages without a reload, and announces each one through document$.

/** Imports the element once the page holds a question, and the marks of the navigation once there is progress. */
function load() {
  if (document.querySelector("exam-question")) import("./exam-question.js");
  if (hasProgress()) mark();
}

const mark = () => import("./progress-marks.js").then((marks) => marks.mark());

function hasProgress() {
  try {
    return "sagemaker-exam-guide.progress" in localStorage;
  } catch {
    return false; // a browser may forbid even to look
  }
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(load);
else load();
addEventListener("exam-progress", mark, { once: true });

// Heading ids are the same in both editions.
document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a.site-language") : null;
  if (link instanceof HTMLAnchorElement) link.hash = location.hash;
});
