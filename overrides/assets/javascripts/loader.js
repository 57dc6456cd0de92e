// Loads what a page has a use for, and nothing else. What cannot be loaded, as in a lift, leaves the page as it is.
// Material's instant navigation swaps pages without a reload, and announces each one through document$.

const ignore = () => {};
const FOLD = ".eq-summary__all";

// Whether there is progress to show; where nothing can be stored, an event is all that says so.
let hasProgress = false;

function load() {
  if (document.querySelector("exam-question")) import("./quiz/exam-question.js").catch(ignore);
  if (document.querySelector("practice-session")) import("./practice/session.js").catch(ignore);
  if (document.querySelector("practice-mock")) import("./exam/mock.js").catch(ignore);
  if (document.querySelector("practice-board")) import("./study/board.js").catch(ignore);
  if (document.querySelector("practice-review")) import("./study/review.js").catch(ignore);
  if (navigator.serviceWorker?.controller || document.querySelector(".practice-frame"))
    import("./offline/start.js").then(({ start }) => start(), ignore);
  if (document.querySelector("details.limits")) import("./theme/limits.js").then(({ unfold }) => unfold(), ignore);
  if (document.querySelector("[data-glossary]")) import("./theme/glossary.js").then(({ filter }) => filter(), ignore);
  if (document.querySelector("[data-home]")) import("./theme/home.js").then(({ lead }) => lead(), ignore);
  if (document.querySelector("[data-plan]")) import("./theme/plan.js").then(({ plan }) => plan(), ignore);
  if (document.querySelector("[data-wanted]")) import("./theme/not-found.js").then(({ lead }) => lead(), ignore);
  try {
    hasProgress ||= "sagemaker-exam-guide.progress" in localStorage;
  } catch {} // a browser may forbid even to look
  if (hasProgress) mark();
  for (const fold of document.querySelectorAll(`${FOLD}[open]`)) show(fold);
}

/** @param {Element} fold Of the progress on the whole site. */
function show(fold) {
  import("./quiz/progress-overview.js").then(({ show }) => show(fold)).catch(ignore);
}

function mark() {
  hasProgress = true;
  import("./quiz/progress-marks.js").then(({ mark }) => mark()).catch(ignore);
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(load);
else load();
addEventListener("exam-progress", mark);
document.addEventListener(
  "toggle",
  ({ target }) => target instanceof Element && target.matches(`${FOLD}[open]`) && show(target),
  true, // it does not bubble
);
