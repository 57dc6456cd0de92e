/**
 * Keys that work while the focus is within a question, and nowhere else (WCAG 2.1.4). Enter is the form's own.
 *
 * @param {HTMLElement} question
 * @param {KeyboardEvent} event
 */
export function chooseByKey(question, event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const key = event.key.toLowerCase();
  const option = question.querySelectorAll(".eq__option")["123456".includes(key) ? Number(key) - 1 : "abcdef".indexOf(key)];
  const input = key.length === 1 && option?.querySelector("input");
  if (key === "n") next(question);
  else if (key === "?") document.querySelector("exam-summary")?.dispatchEvent(new Event("exam-help"));
  else if (input && !input.disabled) input.click();
  else if (!input) return;
  if (input) input.focus();
  event.preventDefault();
  event.stopPropagation(); // the theme has keys of its own: "n" would leave the page
}

/** @param {HTMLElement} question Passes the focus to the question after this one, or to the page's summary. */
function next(question) {
  const questions = [...document.querySelectorAll("exam-question")];
  const following = questions[questions.indexOf(question) + 1] ?? document.querySelector("exam-summary");
  following?.scrollIntoView({ block: "start", behavior: "instant" });
  const target = following?.querySelector("input:enabled:not([hidden]), [data-state]:not(:empty), [data-do=help]");
  /** @type {HTMLElement | null | undefined} */ (target)?.focus({ preventScroll: true });
}
