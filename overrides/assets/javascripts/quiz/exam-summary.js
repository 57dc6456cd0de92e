/** How far a reader has come on this page: numbers between the server's words. Buttons load what they do. */
import { answers, isKept, onChange } from "./progress.js";

export class ExamSummary extends HTMLElement {
  /** @type {import("../types").Answers} What the reset button forgot, until it is taken back. */
  forgotten = new Map();

  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const act = async (/** @type {string | undefined} */ name) =>
      name && (await import("./summary-actions.js")).actions[name](this);
    this.addEventListener("click", ({ target }) => act(/** @type {HTMLElement} */ (target).dataset.do), { signal });
    this.addEventListener("change", () => act("imported"), { signal });
    this.addEventListener("exam-help", () => act("help"), { signal });
    onChange(() => this.count(), signal);
    this.count();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /**
   * @param {string} selector
   * @returns {any} Some element of this one's.
   */
  find(selector) {
    return this.querySelector(selector);
  }

  count() {
    const all = answers();
    const questions = [...document.querySelectorAll("exam-question")];
    const valid = questions.flatMap((question) => {
      const answer = all.get(question.getAttribute("question-id") ?? "");
      return answer?.revision === question.getAttribute("revision") ? [answer] : [];
    });
    const right = valid.filter((answer) => answer?.right);
    const numbers = { total: questions.length, answered: valid.length, right: right.length };
    for (const [name, number] of Object.entries(numbers)) this.find(`[data-n="${name}"]`).textContent = number;
    Object.assign(this.find("progress"), { max: numbers.total, value: numbers.answered });
    this.find('[data-do="reset"]').hidden = !valid.length;
    this.find('[data-do="undo"]').hidden = !this.forgotten.size;
    this.find(".eq-summary__kept").hidden = isKept();
  }
}

if (!customElements.get("exam-summary")) customElements.define("exam-summary", ExamSummary);
