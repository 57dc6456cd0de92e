/** How far a reader has come on this page: numbers between the server's words. Buttons load what they do. */
import { answers, isKept, onChange } from "./progress.js";

export class ExamSummary extends HTMLElement {
  /** @type {import("../types").Answers} What the reset button forgot, until it is taken back. */
  forgotten = new Map();

  /** @type {HTMLElement | undefined} What follows the last question, which only the whole page knows. */
  end;

  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("click", ({ target }) => this.#act(/** @type {HTMLElement} */ (target).dataset.do), {
      signal,
    });
    this.addEventListener("change", () => this.#act("imported"), { signal });
    this.addEventListener("exam-help", () => this.#act("help"), { signal });
    this.end ??= this.find(".eq-end");
    [...document.querySelectorAll(".exam-question-frame")].pop()?.after(this.end ?? "");
    onChange(() => this.count(), signal);
    this.count();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /** @param {string} [name] */
  async #act(name) {
    if (name === "help") this.find("dialog").showModal();
    else if (name) {
      const { actions } = await import("./summary-actions.js").catch(() => ({ actions: null }));
      this.find(".eq-summary__said").textContent = actions ? "" : this.dataset.notLoaded;
      actions?.[name](this);
    }
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
    const isRight = questions.map((question) => {
      const answer = all.get(question.getAttribute("question-id") ?? "");
      return answer?.revision === question.getAttribute("revision") ? answer?.right : undefined;
    });
    const answered = isRight.filter((right) => right !== undefined).length;
    const numbers = { total: questions.length, answered, right: isRight.filter(Boolean).length };
    for (const [name, number] of Object.entries(numbers)) this.find(`[data-n="${name}"]`).textContent = number;
    Object.assign(this.find("progress"), { max: numbers.total, value: answered });
    this.find('[data-do="reset"]').hidden = !answered;
    this.find('[data-do="undo"]').hidden = !this.forgotten.size;
    this.find(".eq-summary__kept").hidden = isKept();
    const { end } = this;
    if (!end) return;
    end.hidden = !answered;
    if (answered)
      import("./exam-end.js").then(
        ({ fill }) => fill(end, questions, isRight),
        () => {},
      );
  }
}

if (!customElements.get("exam-summary")) customElements.define("exam-summary", ExamSummary);
