/** What the buttons of a page's summary do, by the name that each has in its data-do. */

import { forget, restore } from "./progress.js";
import { download, load } from "./progress-file.js";

/** @type {Record<string, (summary: import("./exam-summary.js").ExamSummary) => unknown>} */
export const actions = {
  /** Forgets this page's answers, and offers to take it back: asking beforehand would bother everybody. */
  reset(summary) {
    const questions = [...document.querySelectorAll("exam-question")];
    summary.forgotten = forget(questions.map((question) => question.getAttribute("question-id") ?? ""));
    for (const question of questions) question.querySelector("form")?.reset();
    summary.count();
    summary.find('[data-do="undo"]').focus();
  },

  undo(summary) {
    restore(summary.forgotten);
    summary.forgotten = new Map();
    summary.count();
    summary.find('[data-do="reset"]').focus();
  },

  export: download,

  import: (summary) => summary.find("input[type=file]").click(),

  async imported(summary) {
    const input = summary.find("input[type=file]");
    const [file] = input.files;
    if (!file) return;
    const count = await load(file);
    const { notImported = "", imported = "" } = summary.dataset;
    summary.find(".eq-summary__said").textContent =
      count === null ? notImported : imported.replace("{count}", `${count}`);
    input.value = "";
  },

  help: (summary) => summary.find("dialog").showModal(),
};
