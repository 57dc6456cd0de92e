/**
 * Keys that work while the focus is within a question, and nowhere else (WCAG 2.1.4). Enter is the form's own.
 *
 * @param {HTMLElement} question
 * @param {KeyboardEvent} event
 */
export function chooseByKey(question, event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const key = event.key.toLowerCase();
  const place = "123456".indexOf(key) + 1 || "abcdef".indexOf(key) + 1;
  const input = key.length === 1 && question.querySelectorAll("input")[place - 1];
  if (key === "n") next(question);
  else if (key === "?") document.querySelector("exam-summary")?.dispatchEvent(new Event("exam-help"));
  else if (!input) return;
  else if (!input.disabled) input.click();
  if (input) input.focus();
  event.preventDefault();
  event.stopPropagation(); // the theme has keys of its own: "n" would leave the page
}

/**
 * @param {HTMLElement} question
 * @returns {HTMLElement | null} The question after it, or what the page has to say after the last one.
 */
export function following(question) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("exam-question")]);
  return all[all.indexOf(question) + 1] ?? document.querySelector(".eq-end");
}

/** @param {HTMLElement} question Passes the focus on from here; to the page's summary while nothing is answered. */
export function next(question) {
  const found = following(question);
  const place = found?.hidden ? document.querySelector("exam-summary") : found;
  const target = place?.querySelector("input:enabled:not([hidden]), [data-state]:not(:empty), [data-do=help]") ?? place;
  place?.scrollIntoView({ block: "start", behavior: "instant" });
  /** @type {HTMLElement} */ (target)?.focus({ preventScroll: true });
}
