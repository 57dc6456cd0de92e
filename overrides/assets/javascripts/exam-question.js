/**
 * A question that checks an answer in place.
 *
 * The server renders everything, texts included; without this script the <details> in the form shows the
 * key and every reason. This element adds the check button, says the verdict, and puts each reason under
 * its option.
 */
class ExamQuestion extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    const form = this.#form;
    if (!form) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    form.addEventListener("submit", (event) => this.#check(event), { signal });
    form.addEventListener("reset", () => this.#retry(), { signal });
    form.reset(); // a browser that goes back in history may restore a choice, but not its verdict
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** @returns {HTMLFormElement | null} */
  get #form() {
    return this.querySelector("form");
  }

  /** @returns {HTMLInputElement[]} */
  get #inputs() {
    return [...this.querySelectorAll("input")];
  }

  /** @param {SubmitEvent} event */
  #check(event) {
    event.preventDefault();
    if (this.hasAttribute("answered")) return;
    const form = /** @type {HTMLFormElement} */ (this.#form);
    const chosen = this.#inputs.filter((input) => input.checked);
    if (chosen.length !== Number(this.getAttribute("choose"))) {
      this.#say(form.dataset.chooseMessage ?? "", "incomplete");
      return;
    }
    const set = matchedSet(this.#inputs);
    const key = this.querySelector(".eq__key")?.textContent?.trim() ?? "";
    if (set === 1) this.#say(form.dataset.right ?? "", "right");
    else if (set > 1) this.#say(`${form.dataset.alsoRight} ${key}`, "right");
    else this.#say(`${form.dataset.wrong} ${key}`, "wrong");
    this.#reveal();
  }

  /**
   * @param {string} verdict
   * @param {"" | "incomplete" | "right" | "wrong"} state
   */
  #say(verdict, state) {
    const line = /** @type {HTMLElement} */ (this.querySelector(".eq__verdict"));
    line.textContent = verdict;
    line.dataset.state = state;
  }

  /** Puts each reason under its option, and opens what remains of the answer. */
  #reveal() {
    this.setAttribute("answered", "");
    for (const reason of this.querySelectorAll(".eq__reasons > .eq__reason")) {
      this.#option(reason).append(asParagraph(reason));
    }
    for (const input of this.#inputs) {
      this.#option(input).toggleAttribute("data-chosen", input.checked);
      input.disabled = true;
    }
    /** @type {HTMLDetailsElement} */ (this.querySelector("details")).open = true;
    this.#button(".eq__check").hidden = true;
    this.#button(".eq__retry").hidden = false;
    // The button that had the focus is gone; the verdict is what comes next.
    /** @type {HTMLElement} */ (this.querySelector(".eq__verdict")).focus();
  }

  /** Takes the question back to how it was before the answer; the form itself clears the choice. */
  #retry() {
    this.removeAttribute("answered");
    const list = /** @type {HTMLElement} */ (this.querySelector(".eq__reasons"));
    for (const reason of this.querySelectorAll(".eq__option > .eq__reason")) list.append(asItem(reason));
    for (const input of this.#inputs) {
      input.disabled = false;
      this.#option(input).removeAttribute("data-chosen");
    }
    /** @type {HTMLDetailsElement} */ (this.querySelector("details")).open = false;
    const hadFocus = this.contains(document.activeElement);
    this.#button(".eq__check").hidden = false;
    this.#button(".eq__retry").hidden = true;
    this.#say("", "");
    if (hadFocus) this.#inputs[0]?.focus();
  }

  /**
   * @param {Element} part An input or a reason.
   * @returns {HTMLElement} The option that it belongs to.
   */
  #option(part) {
    const letter = part instanceof HTMLInputElement ? part.value : part.getAttribute("data-letter");
    return /** @type {HTMLElement} */ (this.querySelector(`.eq__option[data-letter="${letter}"]`));
  }

  /**
   * @param {string} selector
   * @returns {HTMLButtonElement}
   */
  #button(selector) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(selector));
  }
}

/**
 * Finds the accepted set of options that a choice is equal to. Each input names the sets it belongs to.
 *
 * @param {HTMLInputElement[]} inputs
 * @returns {number} The set's number, 1 for the key; 0 where none matches.
 */
function matchedSet(inputs) {
  const sets = (/** @type {HTMLInputElement} */ input) => (input.dataset.in ?? "").split(" ").filter(Boolean);
  const numbers = [...new Set(inputs.flatMap(sets))].sort();
  const match = numbers.find((number) => inputs.every((input) => input.checked === sets(input).includes(number)));
  return Number(match ?? 0);
}

/** @param {Element} reason */
const asParagraph = (reason) => renamed(reason, "p");

/** @param {Element} reason */
const asItem = (reason) => renamed(reason, "li");

/**
 * @param {Element} element
 * @param {"p" | "li"} tag
 * @returns {HTMLElement} A new element of that tag with the old one's attributes and content; the old one is removed.
 */
function renamed(element, tag) {
  const copy = document.createElement(tag);
  for (const { name, value } of element.attributes) copy.setAttribute(name, value);
  copy.append(...element.childNodes);
  element.remove();
  return copy;
}

if (!customElements.get("exam-question")) customElements.define("exam-question", ExamQuestion);

export {};
