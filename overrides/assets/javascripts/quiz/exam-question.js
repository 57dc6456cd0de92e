/** A question that checks an answer in place. The server renders all of it; without script its <details> tells all. */
import { grade, optionState } from "./grading.js";
import { answers, onChange, record, rename } from "./progress.js";
import { chooseByKey, following, next } from "./question-keys.js";
import "./exam-summary.js";

const dealer = () => import("./redeal.js");

class ExamQuestion extends HTMLElement {
  #listening = new AbortController();

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
    rename(this.#told("formerly").split(" "), this.#told("question-id"));
    onChange(() => this.#remind(), signal);
    this.#remind();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  get #words() {
    return this.#part("form").dataset;
  }

  get #verdict() {
    return this.#part(".eq__verdict");
  }

  get #inputs() {
    return [...this.querySelectorAll("input")];
  }

  get #chosen() {
    return this.#inputs.filter((input) => input.checked).map((input) => input.value);
  }

  get #accepted() {
    return this.#told("accepted")
      .split(" ")
      .map((letters) => [...letters]);
  }

  /** How many too many are chosen; below 0, too few. */
  get #excess() {
    return this.#chosen.length - this.#accepted[0].length;
  }

  #count() {
    if (this.#excess > 0) this.#say(this.#words.chooseMessage, "incomplete");
    else if (this.#verdict.dataset.state === "incomplete") this.#say();
  }

  /** @param {SubmitEvent} event */
  #check(event) {
    event.preventDefault();
    if (this.hasAttribute("answered")) return;
    if (this.#excess) return this.#say(this.#words.chooseMessage, "incomplete");
    const set = grade(this.#chosen, this.#accepted);
    const { right, alsoRight, wrong } = this.#words;
    const key = set === 1 ? "" : ` ${this.#part(".eq__key").textContent}`;
    this.#say([wrong, right, alsoRight][Math.min(set, 2)] + key, set ? "right" : "wrong");
    const chosen = this.#chosen.sort();
    const hold = this.#reveal();
    const [id, revision] = [this.#told("question-id"), this.#told("revision")];
    const at = record(id, revision, set > 0);
    hold();
    // The log of all answers, which practice pages read; it loads once somebody answers.
    const entry = { id, revision, at: at ?? 0, right: set > 0, chosen };
    if (at) import("../practice/page-log.js").then(({ log }) => log({ ...entry, source: "page" })).catch(() => {});
    dealer().catch(() => {}); // to be there at once when it is wanted
  }

  #say(verdict = "", state = "") {
    this.#verdict.textContent = verdict;
    this.#verdict.dataset.state = state;
  }

  /**
   * Puts each reason under its option, and the verdict with the reader's own.
   *
   * @returns {() => void} Puts that option back where it was on the screen, and if need be into sight.
   */
  #reveal() {
    const [chosen, accepted] = [this.#chosen, this.#accepted];
    for (const input of this.#inputs) {
      this.#option(input.value).dataset.was = optionState(input.value, chosen, accepted);
      input.disabled = true;
    }
    const own = this.#part("[data-was=mistake]") ?? this.#part("[data-was=hit]");
    const { top } = own.getBoundingClientRect();
    own.append(this.#verdict);
    for (const reason of this.#parts(".eq__reason")) this.#option(reason.dataset.letter).append(reason);
    this.#turn(true);
    return () => {
      scrollBy({ top: own.getBoundingClientRect().top - top, behavior: "instant" });
      const all = this.#parts("[data-was=mistake], [data-was=hit]");
      const [first, last] = [all[0], all[all.length - 1]].map((option) => option.getBoundingClientRect());
      // Several are shown together where the header and the buttons leave room for it.
      for (const part of [...(last.bottom - first.top < innerHeight - 160 ? all : []), own, this.#verdict])
        part.scrollIntoView({ block: "nearest", behavior: "instant" });
      this.#verdict.focus({ preventScroll: true }); // the button that had the focus is gone
    };
  }

  async #retry() {
    const [wasAnswered, hadFocus] = [this.hasAttribute("answered"), this.contains(document.activeElement)];
    this.#part(".eq__reasons").append(...this.#parts(".eq__reason"));
    this.#part(".eq__actions").append(this.#verdict);
    for (const input of this.#inputs) {
      input.disabled = false;
      delete this.#option(input.value).dataset.was;
    }
    this.#turn(false);
    this.#say();
    // A dispute is about letters, so its question keeps them; so does each one where nothing can be loaded.
    if (wasAnswered && !this.hasAttribute("data-keep-order"))
      await dealer().then(
        ({ redeal }) => redeal(this, this.#accepted[0]),
        () => {},
      );
    if (!hadFocus) return;
    this.#inputs[0].focus({ preventScroll: true });
    this.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** @param {boolean} isAnswered */
  #turn(isAnswered) {
    this.toggleAttribute("answered", isAnswered);
    this.#part("details").toggleAttribute("open", isAnswered);
    this.#part(".eq__check").hidden = isAnswered;
    this.#part(".eq__retry").hidden = !isAnswered;
    const [button, after] = [this.#part(".eq__next"), following(this)];
    button.hidden = !isAnswered || !after;
    if (after?.dataset.go) button.textContent = after.dataset.go;
  }

  #remind() {
    const line = this.#part(".eq__history");
    const answer = answers().get(this.#told("question-id"));
    line.hidden = !answer;
    if (!answer) return;
    const { lastRight, lastWrong, lastChanged } = this.#words;
    const words = answer.revision !== this.#told("revision") ? lastChanged : answer.right ? lastRight : lastWrong;
    const date = new Date(answer.at).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    line.textContent = `${words}`.replace("{date}", date);
  }

  /** @param {string} [letter] Before any dealing. */
  #option(letter) {
    return this.#part(`.eq__option[data-letter="${letter}"]`);
  }

  /** @param {string} selector */
  #part(selector) {
    return this.#parts(selector)[0];
  }

  /** @param {string} selector */
  #parts(selector) {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(selector)]);
  }

  /** @param {string} attribute */
  #told(attribute) {
    return this.getAttribute(attribute) ?? "";
  }
}

if (!customElements.get("exam-question")) customElements.define("exam-question", ExamQuestion);
