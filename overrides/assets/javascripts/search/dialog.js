// The search as one sees it: sends what is typed to the worker, shows what comes back, and obeys the keyboard.

import { write } from "./address.js";
import { land } from "./landing.js";
import { keep, recent } from "./recent.js";
import { answerItem, element, resultItem } from "./results.js";

const AT_ONCE = 4;
const LATER = 60;
// So many results come at most; whether there are more nobody counts.
const AT_MOST = 12;
const SETTLED = 300;

/** @type {Search | undefined} */
let only;

/**
 * Opens the search.
 *
 * @param {HTMLElement} root
 * @param {Element | null} [before] What had the focus; it gets it back.
 * @returns {Search} There is one, however often it is opened.
 */
export function search(root, before) {
  only ??= new Search(root);
  only.open(before);
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
  #settling = 0;
  /** @type {Element | null | undefined} */
  #before;

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
    // What had the focus may be gone with the results that it stood in.
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.#toggle.checked && this.#close());
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

  /** @param {Element | null} [before] */
  open(before) {
    this.#before = before ?? this.#before;
    this.#setOpen(true);
    this.#help();
    this.#follow();
    this.#ask();
  }

  /** Follows the best result, as soon as there is one for what was typed. */
  go() {
    this.#goes = this.#list.dataset.query !== this.#text;
    if (!this.#goes) /** @type {HTMLElement | null} */ (this.#list.querySelector("a[data-best]"))?.click();
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
    const isOpen = this.#toggle.checked;
    this.#part("md-search__output").hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", `${isOpen}`);
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(`.${name}`));
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
    const worker = new Worker(new URL("engine/worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => this.#receive(data));
    worker.addEventListener("error", () => this.#receive({ failed: true }));
    return worker;
  }

  /** @param {{ ready: true } | { failed: true } | import("./engine/worker.js").Answer} data */
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

  /** @param {import("./engine/worker.js").Answer} answer */
  #show({ results, lines, corrected, suggestion, took }) {
    const { none, one, other, best, start } = this.#root.dataset;
    const counted = results.length < AT_MOST ? ([none, one][results.length] ?? other) : best;
    this.#say((this.#asked.trim() ? counted : start)?.replace("#", `${results.length}`), corrected);
    const answers = this.#part("site-search__answers");
    answers.replaceChildren(...lines.map((line) => answerItem(line, this.#root.dataset)));
    answers.hidden = !lines.length;
    this.#help(results.length);
    this.#settle();
    const item = (/** @type {import("./engine/worker.js").Result} */ result, /** @type {number} */ number) =>
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

  /**
   * @param {string | undefined} words
   * @param {string} [corrected] What was looked for in the place of a word that is nowhere.
   */
  #say(words = "", corrected = "") {
    const line = this.#part("md-search-result__meta");
    const said = corrected ? `${this.#root.dataset.corrected} ${corrected} · ${words}` : words;
    if (line.textContent === said) return;
    line.textContent = corrected ? ` · ${words}` : words;
    if (corrected) line.prepend(`${this.#root.dataset.corrected} `, element("strong", "", corrected));
  }

  /** Shows where to go on when nothing was typed or found. @param {number} [found] How many pages. */
  #help(found = this.#list.children.length) {
    const text = this.#text.trim();
    this.#part("site-search__help").hidden = text !== "" && found > 0;
    const past = this.#part("site-search__recent");
    const texts = text ? [] : recent();
    past.hidden = !texts.length;
    past.replaceChildren(
      ...texts.map((one) => {
        const item = element("li");
        const button = element("button", "", one);
        button.type = "button";
        item.append(button);
        return item;
      }),
    );
    const twin = /** @type {HTMLAnchorElement | null} */ (this.#root.querySelector("[data-twin]"));
    if (!twin) return;
    /** @type {HTMLElement} */ (twin.parentElement).hidden = !text;
    const address = new URL(twin.href);
    address.searchParams.set("q", text);
    twin.href = address.href;
  }

  /** Writes the query into the address once nobody types: Back and a reload find it again, and it can be shared. */
  #settle() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#toggle.checked && write(this.#text.trim()), SETTLED);
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
    const found = this.#part("md-search__output").querySelectorAll("a, button, summary");
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
    const past = target.closest(".site-search__recent button");
    if (target.closest(".md-search__overlay, .site-search__close")) this.#close();
    else if (past) {
      this.#input.value = past.textContent;
      this.#input.focus();
      this.#ask();
    } else if (target.closest(".md-search__output a")) {
      // The way back leads to this page with this query.
      clearTimeout(this.#settling);
      write(this.#text.trim());
      keep(this.#text.trim());
      this.#setOpen(false);
      land(/** @type {HTMLAnchorElement} */ (target.closest("a")).hash);
    }
  }

  #close() {
    this.#goes = false;
    clearTimeout(this.#settling);
    write("");
    this.#setOpen(false);
    const opener = this.#part("site-search__open");
    if (opener.offsetParent) opener.focus();
    else if (this.#before instanceof HTMLElement && this.#before !== document.body) this.#before.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.#before = undefined;
  }
}
