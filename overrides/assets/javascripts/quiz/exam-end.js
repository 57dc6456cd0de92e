/** What the last answer leads on to: how many are right, what was missed and what is left, and the next page. */

/**
 * @param {HTMLElement} end
 * @param {Element[]} questions
 * @param {(boolean | undefined)[]} isRight Of each question; undefined while it is not answered.
 */
export function fill(end, questions, isRight) {
  const right = isRight.filter(Boolean).length;
  part(end, ".eq-end__score").textContent = `${right}/${questions.length}`;
  for (const [name, state] of [
    ["missed", false],
    ["left", undefined],
  ]) {
    const box = part(end, `.eq-end__${name}`);
    const rows = questions.filter((_, index) => isRight[index] === state).map((question) => row(question, state));
    box.hidden = !rows.length;
    part(box, "ul").replaceChildren(...rows);
  }
  const [page, link] = [document.querySelector("a.md-footer__link--next"), part(end, "a.md-button")];
  part(end, ".eq-end__next").hidden = !page;
  link.setAttribute("href", page?.getAttribute("href") ?? "");
  part(link, "span").textContent = page?.querySelector(".md-ellipsis")?.textContent ?? "";
}

/**
 * @param {Element} question
 * @param {unknown} state
 * @returns {Element} A link to it; with what is to be remembered of it, if it was missed.
 */
function row(question, state) {
  const [item, link] = ["li", "a"].map((name) => document.createElement(name));
  const title = part(question, "h3");
  link.setAttribute("href", `#${title.id}`);
  link.textContent = title.firstChild?.textContent?.trim() ?? "";
  item.append(link);
  if (state === false) item.append(" ", part(question, ".eq__takeaway span").cloneNode(true));
  return item;
}

/**
 * @param {Element} element
 * @param {string} selector
 */
const part = (element, selector) => /** @type {HTMLElement} */ (element.querySelector(selector));
