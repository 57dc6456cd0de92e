// The search as one sees it: sends what is typed to the worker, shows what comes back, and obeys the keyboard.

import { resultItem } from "./results.js";

const AT_ONCE = 4;
const LATER = 60;

/** @type {Search | undefined} */
let only;

/**
 * Opens the search.
 *
 * @param {HTMLElement} root
 * @returns {Search} There is one, however often it is opened.
 */
export function search(root) {
  only ??= new Search(root);
  only.open();
  return only;
}

class Search {
  /** @type {HTMLElement} */
  #root;
  /** @type {HTMLInputElement} */
  #input;
  /** @type {HTMLElement} */
  #list;
  #toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  /** @type {Worker | undefined} None before the first use, and after a failure. */
  #worker;
  // While one text is being answered only the newest one waits.
  #isBusy = false;
  #asked = "";
  #goes = false;
  #suggestion = "";
  #later = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#input = /** @type {HTMLInputElement} */ (root.querySelector("input"));
    this.#list = /** @type {HTMLElement} */ (root.querySelector("ol"));
    this.#say(root.dataset.loading);
    this.#input.addEventListener("input", () => {
      this.#goes = false;
      this.#ask();
    });
    this.#toggle.addEventListener("change", () => this.#follow());
    root.addEventListener("keydown", (event) => this.#press(event));
    root.addEventListener("focusout", (event) => this.#leave(event));
    root.addEventListener("click", (event) => this.#click(/** @type {Element} */ (event.target)));
    const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    form.addEventListener("reset", () =>
      setTimeout(() => {
        this.#input.focus();
        this.#ask();
      }),
    );
  }

  open() {
    this.#setOpen(true);
    this.#follow();
    this.#ask();
  }

  /** Follows the best result, as soon as there is one for what was typed. */
  go() {
    this.#goes = this.#list.dataset.query !== this.#text;
    if (!this.#goes) this.#list.querySelector("a[data-best]")?.dispatchEvent(click());
  }

  /** What was typed, with each letter and its accent as one. */
  get #text() {
    return this.#input.value.normalize("NFC");
  }

  /** @param {boolean} isOpen */
  #setOpen(isOpen) {
    // A click, because the theme listens for the change that it makes.
    if (this.#toggle.checked !== isOpen) this.#toggle.click();
    this.#follow();
  }

  /** What is closed must not be reached with Tab. */
  #follow() {
    /** @type {HTMLElement} */ (this.#root.querySelector(".md-search__output")).hidden = !this.#toggle.checked;
  }

  #ask() {
    this.#worker ??= this.#hire();
    const text = this.#text;
    if (this.#isBusy || text === this.#asked) return;
    this.#isBusy = true;
    this.#asked = text;
    this.#worker.postMessage(text);
  }

  #hire() {
    const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => this.#receive(data));
    worker.addEventListener("error", () => this.#receive({ failed: true }));
    return worker;
  }

  /** @param {{ ready: true } | { failed: true } | import("./worker.js").Answer} data */
  #receive(data) {
    if ("ready" in data) {
      if (!this.#input.value) this.#say(this.#root.dataset.start);
      return;
    }
    this.#isBusy = false;
    if ("failed" in data) this.#fail();
    else {
      this.#show(data);
      this.#ask();
    }
  }

  /** The next letter, or opening the search again, tries once more: the signal may be back. */
  #fail() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#asked = "";
    this.#goes = false;
    this.#say(this.#root.dataset.failed);
  }

  /** @param {import("./worker.js").Answer} answer */
  #show({ results, suggestion, took }) {
    const { none, one, other, start } = this.#root.dataset;
    const words = this.#asked.trim() ? ([none, one][results.length] ?? other) : start;
    this.#say(words?.replace("#", `${results.length}`));
    const item = (/** @type {import("./worker.js").Result} */ result, /** @type {number} */ number) =>
      resultItem(result, number, this.#root.dataset);
    const at = this.#places().indexOf(/** @type {HTMLElement} */ (document.activeElement));
    this.#list.replaceChildren(...results.slice(0, AT_ONCE).map(item));
    // Whoever walks through the results already goes on from the same place among the new ones.
    if (at > 0) (this.#places()[at] ?? this.#input).focus();
    // What lies below the fold comes once the first ones are seen.
    clearTimeout(this.#later);
    const rest = results.slice(AT_ONCE);
    this.#later = setTimeout(() => this.#list.append(...rest.map((result) => item(result, AT_ONCE))), LATER);
    this.#list.dataset.took = `${took}`;
    this.#list.dataset.query = this.#asked;
    /** @type {HTMLElement} */ (this.#root.querySelector(".md-search__scrollwrap")).scrollTop = 0;
    this.#suggest(suggestion);
    if (this.#goes) this.go();
  }

  /** @param {string} suggestion */
  #suggest(suggestion) {
    const line = this.#root.querySelector(".md-search__suggest");
    if (!line) return;
    const text = this.#text;
    const typed = /[\p{L}\d]*$/u.exec(text)?.[0] ?? "";
    const fits = typed && suggestion.length > typed.length && text === this.#asked;
    this.#suggestion = fits ? text + suggestion.slice(typed.length) : "";
    line.textContent = this.#suggestion;
  }

  /** @param {string | undefined} words */
  #say(words) {
    const line = /** @type {HTMLElement} */ (this.#root.querySelector("[role=status]"));
    if (line.textContent !== words) line.textContent = words ?? "";
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isInput = event.target === this.#input;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#move(step);
    else if (event.key === "Escape") this.#close();
    else if (
      event.key === "ArrowRight" &&
      isInput &&
      this.#suggestion &&
      this.#input.selectionEnd === this.#input.value.length
    ) {
      this.#input.value = this.#suggestion;
      this.#ask();
    } else return;
    event.preventDefault();
  }

  /** @returns {HTMLElement[]} What the arrow keys lead to. */
  #places() {
    /** @type {NodeListOf<HTMLElement>} */
    const found = this.#list.querySelectorAll("a, summary");
    return [this.#input, ...[...found].filter((place) => place.offsetParent)];
  }

  /** @param {number} step */
  #move(step) {
    const places = this.#places();
    const at = places.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    places[(at + step + places.length) % places.length].focus();
  }

  /** Tab leads out of the search at its end, and so closes it. @param {FocusEvent} event */
  #leave({ relatedTarget }) {
    if (relatedTarget instanceof Node && !this.#root.contains(relatedTarget)) this.#setOpen(false);
  }

  /** @param {Element} target */
  #click(target) {
    if (target.closest(".md-search__overlay, .site-search__close")) this.#close();
    else if (target.closest("ol a")) this.#setOpen(false);
  }

  #close() {
    this.#goes = false;
    this.#setOpen(false);
    const opener = /** @type {HTMLElement} */ (this.#root.querySelector(".site-search__open"));
    if (opener.offsetParent) opener.focus();
    else this.#input.blur();
  }
}

const click = () => new MouseEvent("click", { bubbles: true, cancelable: true });
