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

// What the theme's script makes and leaves unfinished: a <nav> without a name around each copy button, which is one
// landmark too many, and boxes around wide tables that scroll but that the keyboard cannot reach.
function repair() {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }
}

new MutationObserver(repair).observe(document.documentElement, { childList: true, subtree: true });
addEventListener("resize", repair);
