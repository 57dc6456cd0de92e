/**
 * How far a reader has come on this page, with a button to start it anew; and what concerns the progress on the
 * whole site: to a file, from a file, and the keys. The server renders every word; this element fills in numbers.
 */
import { answers, forget, isKept, onChange, restore } from "./progress.js";

class ExamSummary extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;

  /** @type {import("./progress.js").Answers} What the reset button forgot. */
  #forgotten = new Map();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const actions = {
      reset: () => this.#reset(),
      undo: () => this.#undo(),
      export: () => this.#export(),
      import: () => this.#file.click(),
      help: () => this.#help(),
    };
    for (const [name, action] of Object.entries(actions)) {
      this.#part(`[data-do="${name}"]`).addEventListener("click", action, { signal });
    }
    this.#file.addEventListener("change", () => this.#import(), { signal });
    this.addEventListener("exam-help", () => this.#help(), { signal });
    onChange(() => this.#count(), signal);
    this.#count();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  get #file() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input[type=file]"));
  }

  get #questions() {
    return [...document.querySelectorAll("exam-question")];
  }

  #count() {
    const all = answers();
    const valid = this.#questions.filter((question) => {
      const answer = all.get(question.getAttribute("question-id") ?? "");
      return answer?.revision === question.getAttribute("revision");
    });
    const right = valid.filter((question) => all.get(question.getAttribute("question-id") ?? "")?.right);
    const numbers = { total: this.#questions.length, answered: valid.length, right: right.length };
    for (const [name, number] of Object.entries(numbers)) this.#part(`[data-n="${name}"]`).textContent = `${number}`;
    const bar = /** @type {HTMLProgressElement} */ (this.#part("progress"));
    bar.max = numbers.total;
    bar.value = numbers.answered;
    this.#part('[data-do="reset"]').hidden = !valid.length;
    this.#part('[data-do="undo"]').hidden = !this.#forgotten.size;
    this.#part(".eq-summary__kept").hidden = isKept();
  }

  /** Forgets this page's answers, and offers to take it back: asking beforehand would bother everybody. */
  #reset() {
    this.#forgotten = forget(this.#questions.map((question) => question.getAttribute("question-id") ?? ""));
    for (const question of this.#questions) question.querySelector("form")?.reset();
    this.#count();
    this.#part('[data-do="undo"]').focus();
  }

  #undo() {
    restore(this.#forgotten);
    this.#forgotten = new Map();
    this.#count();
    this.#part('[data-do="reset"]').focus();
  }

  async #export() {
    (await import("./progress-file.js")).download();
  }

  async #import() {
    const [file] = this.#file.files ?? [];
    if (!file) return;
    const count = await (await import("./progress-file.js")).load(file);
    const { notImported = "", imported = "" } = this.dataset;
    this.#part(".eq-summary__said").textContent = count === null ? notImported : imported.replace("{count}", `${count}`);
    this.#file.value = "";
  }

  #help() {
    /** @type {HTMLDialogElement} */ (this.#part("dialog")).showModal();
  }
}

if (!customElements.get("exam-summary")) customElements.define("exam-summary", ExamSummary);
