/** The sheet of an exam: every question with its state, all of them or only those that are open or flagged. */
import { make } from "../practice/element.js";

/**
 * @typedef {object} Row A question of the exam.
 * @property {number} place
 * @property {"answered" | "incomplete" | "unanswered" | "unseen"} state
 * @property {boolean} isFlagged
 */

/** @type {Record<string, (row: Row) => boolean>} */
const FILTERS = {
  all: () => true,
  unanswered: ({ state }) => state !== "answered",
  flagged: ({ isFlagged }) => isFlagged,
};

/**
 * @param {readonly string[]} ids
 * @param {ReadonlyMap<string, import("../practice/types").AttemptAnswer>} answers
 * @param {(id: string) => boolean} isComplete
 * @returns {Row[]}
 */
export function rows(ids, answers, isComplete) {
  return ids.map((id, place) => {
    const answer = answers.get(id);
    const open = answer?.chosen.length ? "incomplete" : answer?.seen ? "unanswered" : "unseen";
    return { place, state: isComplete(id) ? "answered" : open, isFlagged: Boolean(answer?.flagged) };
  });
}

/**
 * Fills the sheet with the questions that its filter lets through.
 *
 * @param {import("../practice/element.js").PracticeElement} page
 * @param {Row[]} all
 */
export function fillSheet(page, all) {
  for (const [name, test] of Object.entries(FILTERS))
    page.find(`[data-count="${name}"]`).textContent = all.filter(test).length;
  const chosen = FILTERS[page.find('[name="filter"]:checked').value];
  page.find(".practice__cells").replaceChildren(...all.filter(chosen).map((row) => cell(page, row)));
}

/**
 * @param {import("../practice/element.js").PracticeElement} page
 * @param {Row} row
 */
function cell(page, { place, state, isFlagged }) {
  const words = page.say(`is_${state}`) + (isFlagged ? `, ${page.say("is_flagged")}` : "");
  const button = make(
    "button",
    { type: "button", className: "practice__cell" },
    make("strong", {}, String(place + 1)),
    make("span", {}, ` ${words}`),
  );
  Object.assign(button.dataset, { do: "cell", place, state, ...(isFlagged && { flagged: "" }) });
  return make("li", {}, button);
}
