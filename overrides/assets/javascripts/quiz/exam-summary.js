/** How far a reader has come on this page: numbers between the server's words. Buttons load what they do. */
import { answers, isKept, onChange } from "./progress.js";

export class ExamSummary extends HTMLElement {
  /** @type {import("../types").Answers} What the reset button forgot, until it is taken back. */
  forgotten = new Map();

  /** @type {AbortController | undefined} */
  #listening;

  /** @type {any} What follows the last question; rendered in here, because only the whole page knows which one that is. */
  #end;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("click", ({ target }) => this.#act(/** @type {HTMLElement} */ (target).dataset.do), { signal });
    this.addEventListener("change", () => this.#act("imported"), { signal });
    this.addEventListener("exam-help", () => this.#act("help"), { signal });
    this.#end ??= this.find(".eq-end");
    [...document.querySelectorAll(".exam-question-frame")].at(-1)?.after(this.#end);
    const [page, link] = [document.querySelector("a.md-footer__link--next"), this.#end.querySelector("a.md-button")];
    link.parentElement.hidden = !page;
    if (page instanceof HTMLAnchorElement) link.href = page.href;
    link.lastElementChild.textContent = page?.querySelector(".md-ellipsis")?.textContent;
    onChange(() => this.count(), signal);
    this.count();
  }

  disconnectedCallback() {
    this.#listening?.abort();
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
    const [right, missed, left] = [true, false, undefined].map((state) =>
      questions.filter((question) => {
        const answer = all.get(question.getAttribute("question-id") ?? "");
        return (answer?.revision === question.getAttribute("revision") ? answer?.right : undefined) === state;
      }),
    );
    const numbers = { total: questions.length, answered: questions.length - left.length, right: right.length };
    for (const [name, number] of Object.entries(numbers))
      for (const place of document.querySelectorAll(`:is(exam-summary, .eq-end) [data-n="${name}"]`))
        place.textContent = `${number}`;
    Object.assign(this.find("progress"), { max: numbers.total, value: numbers.answered });
    this.find('[data-do="reset"]').hidden = !numbers.answered;
    this.find('[data-do="undo"]').hidden = !this.forgotten.size;
    this.find(".eq-summary__kept").hidden = isKept();
    this.#end.hidden = !numbers.answered;
    [missed, left].forEach((group, index) => this.#list(this.#end.querySelectorAll("div")[index], group));
  }

  /**
   * @param {HTMLElement} box
   * @param {Element[]} questions Linked in it, each answered one with what is to be remembered of it.
   */
  #list(box, questions) {
    box.hidden = !questions.length;
    const rows = questions.map((question) => {
      const [row, link] = ["li", "a"].map((name) => document.createElement(name));
      const title = /** @type {HTMLElement} */ (question.querySelector("h3"));
      Object.assign(link, { href: `#${title.id}`, textContent: title.firstChild?.textContent?.trim() });
      const takeaway = question.querySelector(".eq__takeaway span")?.cloneNode(true);
      row.append(link, ...(takeaway && box.dataset.why !== undefined ? [" ", takeaway] : []));
      return row;
    });
    box.lastElementChild?.replaceChildren(...rows);
  }
}

if (!customElements.get("exam-summary")) customElements.define("exam-summary", ExamSummary);
