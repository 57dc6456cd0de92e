// Loads the quiz element on pages that have one, and keeps the place on the page when the language changes.
// Material's instant navigation swaps pages without a reload, and announces each one through document$.

/** Imports what the page has a use for: the element of questions, folded limits, marks once there is progress. */
function load() {
  if (document.querySelector("exam-question")) import("./quiz/exam-question.js");
  if (document.querySelector("practice-session")) import("./practice/session.js");
  if (document.querySelector("practice-mock")) import("./practice/mock.js");
  if (document.querySelector("details.limits")) import("./theme/limits.js").then((limits) => limits.unfold());
  if (hasProgress()) mark();
}

const mark = () => import("./quiz/progress-marks.js").then((marks) => marks.mark()).catch(() => {}); // offline: no marks

function hasProgress() {
  try {
    return "sagemaker-exam-guide.progress" in localStorage;
  } catch {
    return false; // a browser may forbid even to look
  }
}

const pages = /** @type {any} */ (window).document$;
let shown = 0;
if (pages) pages.subscribe(() => (shown++, load()));
else load();
addEventListener("exam-progress", mark, { once: true });

// Heading ids are the same in both editions. The header outlives the page that it came with, and then its link is that
// page's; the first page may be 404.html, whose address says nothing.
document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a.site-language") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  if (shown > 1) {
    const edition = new URL("../../", import.meta.url);
    link.href = new URL(link.dataset.edition ?? "", edition) + location.pathname.slice(edition.pathname.length);
  }
  link.hash = location.hash;
});
