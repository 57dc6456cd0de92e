/** A question that checks an answer in place. The server renders all of it; without script its <details> tells all. */
import { reshuffled } from "./dealing.js";
import { grade, optionState } from "./grading.js";
import { answers, onChange, record, rename } from "./progress.js";
import { chooseByKey, following, next } from "./question-keys.js";
import "./exam-summary.js";

class ExamQuestion extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    form.addEventListener("submit", (event) => this.#check(event), { signal });
    form.addEventListener("reset", () => this.#retry(), { signal });
    form.addEventListener("change", () => this.#count(), { signal });
    this.#part(".eq__next").addEventListener("click", () => next(this), { signal });
    this.addEventListener("keydown", (event) => chooseByKey(this, event), { signal });
    rename((this.getAttribute("formerly") ?? "").split(" "), this.#id);
    onChange(() => this.#remind(), signal);
    this.#remind();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #id() {
    return this.getAttribute("question-id") ?? "";
  }

  /** The sentences that depend on what the reader does. */
  get #words() {
    return this.#part("form").dataset;
  }

  /** @returns {HTMLInputElement[]} As they are dealt now. */
  get #inputs() {
    return [...this.querySelectorAll("input")];
  }

  get #chosen() {
    return this.#inputs.filter((input) => input.checked).map((input) => input.value);
  }

  /** The accepted sets of letters, the key first: each input names the sets that it belongs to. */
  get #accepted() {
    /** @type {string[][]} */
    const sets = [];
    for (const { value, dataset } of this.#inputs)
      for (const number of dataset.in?.match(/\d+/g) ?? []) (sets[Number(number) - 1] ??= []).push(value);
    return sets;
  }

  /** How many options are chosen beyond what is asked for; below 0, how many are missing. */
  get #excess() {
    return this.#chosen.length - Number(this.getAttribute("choose"));
  }

  /** Says at once when too many options are chosen, and takes it back; an answer is checked only when asked. */
  #count() {
    if (this.#excess > 0) this.#say(this.#words.chooseMessage, "incomplete");
    else if (this.#verdict.dataset.state === "incomplete") this.#say("", "");
  }

  /** @param {SubmitEvent} event */
  #check(event) {
    event.preventDefault();
    if (this.hasAttribute("answered")) return;
    if (this.#excess) {
      this.#say(this.#words.chooseMessage, "incomplete");
      return;
    }
    const set = grade(this.#chosen, this.#accepted);
    const key = this.#part(".eq__key").textContent;
    if (set === 1) this.#say(this.#words.right, "right");
    else if (set > 1) this.#say(`${this.#words.alsoRight} ${key}`, "right");
    else this.#say(`${this.#words.wrong} ${key}`, "wrong");
    const chosen = this.#chosen.sort();
    this.#reveal();
    const [id, revision, right] = [this.#id, this.getAttribute("revision") ?? "", set > 0];
    const at = record(id, revision, right);
    // The log of all answers, which practice pages read; it loads once somebody answers.
    import("../practice/page-log.js").then(({ log }) => log({ id, revision, at, right, chosen, source: "page" }));
  }

  get #verdict() {
    return this.#part(".eq__verdict");
  }

  /**
   * @param {string | undefined} verdict
   * @param {"" | "incomplete" | "right" | "wrong"} state
   */
  #say(verdict, state) {
    this.#verdict.textContent = verdict ?? "";
    this.#verdict.dataset.state = state;
  }

  /** Puts each reason under its option, and the verdict with the reader's own, which keeps its place on the screen. */
  #reveal() {
    const [chosen, accepted] = [this.#chosen, this.#accepted];
    const states = chosen.map((letter) => optionState(letter, chosen, accepted));
    const own = this.#option(chosen[Math.max(states.indexOf("mistake"), 0)]);
    const { top } = own.getBoundingClientRect();
    this.setAttribute("answered", "");
    own.append(this.#verdict);
    for (const input of this.#inputs) {
      const option = this.#option(input.value);
      option.dataset.was = optionState(input.value, chosen, accepted);
      option.append(this.#part(`.eq__reason[data-letter="${input.value}"]`));
      input.disabled = true;
    }
    this.#turn(true);
    scrollBy({ top: own.getBoundingClientRect().top - top, behavior: "instant" });
    own.scrollIntoView({ block: "nearest", behavior: "instant" });
    // The button that had the focus is gone; the verdict is what comes next.
    this.#verdict.focus({ preventScroll: true });
  }

  /** Takes the question back to how it was before the answer; the form itself clears the choice. */
  #retry() {
    const wasAnswered = this.hasAttribute("answered");
    const hadFocus = this.contains(document.activeElement);
    this.removeAttribute("answered");
    this.#part(".eq__reasons").append(...this.querySelectorAll(".eq__reason"));
    this.#part(".eq__actions").append(this.#verdict);
    for (const input of this.#inputs) {
      input.disabled = false;
      delete this.#option(input.value).dataset.was;
    }
    this.#turn(false);
    this.#say("", "");
    if (wasAnswered) this.#deal();
    if (!hadFocus) return;
    // At once, so that nothing moves under a finger that is about to choose.
    this.#inputs[0]?.focus({ preventScroll: true });
    this.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** @param {boolean} isAnswered */
  #turn(isAnswered) {
    this.#part("details").toggleAttribute("open", isAnswered);
    this.#part(".eq__check").hidden = isAnswered;
    this.#part(".eq__retry").hidden = !isAnswered;
    const [button, after] = [this.#part(".eq__next"), following(this)];
    button.hidden = !isAnswered || !after;
    if (after?.dataset.go) button.textContent = after.dataset.go;
  }

  /** Deals the options in a new order, with new letters; a dispute is about letters, so its question keeps them. */
  #deal() {
    if (this.hasAttribute("keep-order")) return;
    const options = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".eq__option")]);
    const dealt = reshuffled(options);
    dealt[0].parentElement?.append(...dealt);
    const letters = dealt.map((option, index) => {
      const letter = "ABCDEF"[index];
      /** @type {HTMLElement} */ (option.querySelector(".eq__letter")).textContent = letter;
      return option.querySelector("input")?.dataset.in ? letter : "";
    });
    const words = new Intl.ListFormat(document.documentElement.lang === "en" ? "en-GB" : "pt-BR");
    const key = words.format(letters.filter(Boolean));
    for (const place of document.querySelectorAll(`[data-key-of="${this.#part("h3").id}"]`)) place.textContent = key;
  }

  /** Says how the reader answered last time, and whether the question has changed since. */
  #remind() {
    const line = this.#part(".eq__history");
    const answer = answers().get(this.#id);
    line.hidden = !answer;
    if (!answer) return;
    const isSame = answer.revision === this.getAttribute("revision");
    const { lastRight, lastWrong, lastChanged } = this.#words;
    const words = (!isSame ? lastChanged : answer.right ? lastRight : lastWrong) ?? "";
    line.textContent = words.replace("{date}", new Date(answer.at).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }));
  }

  /** @param {string} letter That the option had before any dealing. */
  #option(letter) {
    return this.#part(`.eq__option[data-letter="${letter}"]`);
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

if (!customElements.get("exam-question")) customElements.define("exam-question", ExamQuestion);
