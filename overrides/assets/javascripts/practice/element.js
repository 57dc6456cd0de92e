/** What the elements of practice pages share: their words, views, buttons, storage and the tab that may write. */
import { LoadError, loadIndex } from "./data.js";
import { hold } from "./lock.js";
import { openStore } from "./store.js";

export class PracticeElement extends HTMLElement {
  /** @type {any} The words of the page, by key. */
  words = {};
  /** @type {import("./store.js").Store} */
  store = /** @type {any} */ (undefined);
  /** @type {import("./data.js").Index} */
  index = /** @type {any} */ (undefined);
  /** @type {Record<string, (button: HTMLElement) => unknown>} What the buttons do, by their data-do. */
  actions = { reload: () => this.begin() };
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {(() => void) | null} */
  #free = null;
  #owned = "";

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Not in a script: instant navigation replaces each script of a page by a bare copy.
    this.words = JSON.parse(this.find(".practice__words").content.textContent);
    this.addEventListener(
      "click",
      ({ target }) => {
        const button = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (target).closest("[data-do]"));
        if (button?.dataset.do) this.act(() => this.actions[button.dataset.do ?? ""]?.(button));
      },
      { signal },
    );
    // Before the theme, whose keys leave the page, and before the question, whose keys know only its own page.
    addEventListener("keydown", (event) => this.#key(event), { signal, capture: true });
    addEventListener("hashchange", () => this.act(() => this.addressed()), { signal });
    this.listen(signal);
    this.begin();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.release();
  }

  /** @param {AbortSignal} _signal Fires when the element leaves the page. */
  listen(_signal) {}
  /** Starts with the address as it is; called again when the reader changes it. */
  async addressed() {}
  /** @returns {boolean} Whether questions are being answered. */
  get isRunning() {
    return this.dataset.shown === "run" || this.dataset.shown === "sheet";
  }
  /**
   * @param {string} _key In lower case.
   * @returns {boolean} Whether the page knows it.
   */
  pressed(_key) {
    return false;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.isRunning || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const isWithin = this.contains(target);
    if ((!isWithin && target !== document.body) || target.matches("textarea, select, [type=search], [type=text]"))
      return;
    const key = event.key.toLowerCase();
    if (key.length === 1 && isWithin && this.pressed(key)) {
      event.preventDefault();
      event.stopPropagation();
    } else if ("npsf,./".includes(key) && !isWithin) event.stopPropagation(); // the theme's keys would leave the page
  }

  /** Loads all that the page needs, and goes on with what the address says. */
  async begin() {
    this.show("loading");
    await this.act(async () => {
      [this.store, this.index] = await Promise.all([openStore(), loadIndex()]);
      this.store.addEventListener("lost", () => this.#warn());
      this.#warn();
      await this.addressed();
    });
  }

  #warn() {
    this.find(".practice__banner").hidden = this.store.isKept;
    this.actions.save = async () => (await import("./transfer.js")).download(this.store);
  }

  /**
   * Does something that may fail for want of a connection, and says so.
   *
   * @param {() => unknown} action
   */
  async act(action) {
    try {
      await action();
    } catch (error) {
      this.show("failed");
      const isKnown = error instanceof LoadError;
      this.find(".practice__failed p").textContent = this.words.failed + (isKnown ? "" : ` (${error})`);
      if (!isKnown) throw error;
    }
  }

  /**
   * Makes this the only tab that answers an attempt's questions; another one is told, or asked to wait.
   *
   * @param {string} uuid
   * @param {{steal?: boolean}} [how]
   * @returns {Promise<boolean>}
   */
  async own(uuid, how) {
    if (this.#free && this.#owned === uuid) return true;
    this.release();
    this.#owned = uuid;
    const lost = () => {
      this.#free = null;
      this.stopped();
      this.show("elsewhere", { focus: true });
    };
    this.#free = await hold(uuid, lost, how);
    if (!this.#free) this.show("elsewhere", { focus: true });
    return Boolean(this.#free);
  }

  release() {
    this.#free?.();
    this.#free = null;
  }

  /** Called when another tab took over. */
  stopped() {}

  /**
   * @param {string} view
   * @param {{focus?: boolean}} [how] Whether to move the focus to the view's heading.
   */
  show(view, { focus = false } = {}) {
    const isOther = this.dataset.shown !== view;
    this.dataset.shown = view;
    for (const part of this.querySelectorAll("[data-view]")) {
      const element = /** @type {HTMLElement} */ (part);
      if (element.dataset.view !== "lost") element.hidden = element.dataset.view !== view;
    }
    if (focus) this.focusOn(`[data-view="${view}"] h2`);
    if (isOther && focus) this.toTop();
  }

  /** @param {string} selector */
  focusOn(selector) {
    const element = this.querySelector(selector);
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  }

  /** @param {boolean} isFlagged Whether the question on screen is. */
  showFlag(isFlagged) {
    const button = this.find('[data-do="flag"]');
    button.setAttribute("aria-pressed", String(isFlagged));
    button.querySelector("span").textContent = this.say(isFlagged ? "flagged" : "flag");
  }

  /** Brings the start of the element under the header. */
  toTop() {
    const header = document.querySelector(".md-header")?.getBoundingClientRect().height ?? 0;
    const top = this.getBoundingClientRect().top + scrollY - header - 8;
    scrollTo({ top: Math.max(0, top), behavior: "instant" });
  }

  /**
   * @param {string} selector
   * @returns {any} Some element of this one's.
   */
  find(selector) {
    return this.querySelector(selector);
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  say(key, values = {}) {
    return Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      this.words[key] ?? key,
    );
  }

  get template() {
    return /** @type {HTMLTemplateElement} */ (this.find(".practice__empty"));
  }

  get root() {
    return this.dataset.root ?? "./";
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, any>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
