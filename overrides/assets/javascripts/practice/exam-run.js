/** The questions of a running exam: one on the screen, the clock, the sheet. Nothing here knows a key. */
import { choose, chosenIn, dealOptions } from "./block.js";
import { left, pause, shown, used } from "./clock.js";
import { stems } from "./data.js";
import { make } from "./element.js";
import { fill } from "./template.js";

/** @typedef {import("./types").AttemptAnswer} AttemptAnswer */

/** A hidden clock returns when so little is left. */
const LAST = 5 * 6e4;

export class ExamRun {
  /** @type {Map<string, AttemptAnswer>} */
  answers = new Map();
  /** @type {Map<string, import("./types").Stem>} */
  #stems = new Map();
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  #shownAt = 0;
  #isHidden = false;

  /** @param {import("./mock.js").PracticeMock} page */
  constructor(page) {
    this.page = page;
    /** @type {Record<string, (button: HTMLElement) => unknown>} */
    this.actions = {
      next: () => this.go(1),
      back: () => this.go(-1),
      flag: () => this.#flag(),
      sheet: () => this.#sheet(),
      return: () => this.#ask(),
      clock: () => this.#hideClock(),
      strike: (button) => this.#strike(button),
      cell: (button) => this.#goTo(Number(button.dataset.place)),
    };
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    addEventListener("pagehide", () => this.#leave(), { signal });
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#leave() : this.#return()), { signal });
  }

  get attempt() {
    return this.page.attempt;
  }

  get #id() {
    return this.attempt.ids[this.attempt.place];
  }

  /** @returns {AttemptAnswer} */
  get #answer() {
    return this.answers.get(this.#id) ?? { attempt: this.attempt.uuid, id: this.#id, chosen: [], at: 0 };
  }

  get #block() {
    return this.page.find(".practice__question > *");
  }

  /** When something was last stored. */
  get touched() {
    return Math.max(this.attempt.started, ...[...this.answers.values()].map(({ at }) => at));
  }

  /** How many questions have no complete answer. */
  get blank() {
    return this.attempt.ids.filter((id) => !this.#isComplete(id)).length;
  }

  /** @param {string} id */
  #isComplete(id) {
    return (this.answers.get(id)?.chosen.length ?? 0) === this.#stems.get(id)?.choose;
  }

  /** Begins, or goes on after a reload. */
  async open() {
    const { page } = this;
    const { ids, uuid } = this.attempt;
    this.answers = await page.store.answersOf(uuid);
    const kept = await page.store.textsOf(uuid);
    this.#stems = new Map(Object.entries(kept));
    const missing = ids.filter((id) => !this.#stems.has(id));
    for (const [id, stem] of missing.length ? await stems(page.index, missing) : []) this.#stems.set(id, stem);
    await this.#keepAttempt({ timing: page.resumedTiming() });
    this.#ticking ??= setInterval(() => this.#tick(), 250);
    await this.#ask();
    this.#tick();
  }

  close() {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  /** @param {Partial<import("./types").Attempt>} change */
  async #keepAttempt(change) {
    this.page.attempt = { ...this.attempt, ...change };
    await this.page.store.putAttempt(this.attempt);
  }

  /** @param {Partial<AttemptAnswer>} change */
  async #keep(change) {
    const answer = { ...this.#answer, ...change, at: this.page.clock.now() };
    this.answers.set(answer.id, answer);
    await this.page.store.putAnswer(answer);
  }

  /** Shows the question whose turn it is. */
  async #ask() {
    const { page } = this;
    const { ids, place, seed } = this.attempt;
    const id = this.#id;
    const stem = this.#stems.get(id);
    const known = page.index.questions.get(id);
    const question = { ...known, id, revision: this.attempt.revisions[place] };
    const filled =
      stem &&
      fill(page.template, {
        question: /** @type {any} */ (question),
        stem,
        number: place + 1,
        root: page.root,
        words: page.words.block,
      });
    const block = filled ? this.#dressed(filled, seed) : make("p", {}, page.say("gone"));
    page.find(".practice__question").replaceChildren(block);
    page.find(".practice__progress").textContent = page.say("progress", { number: place + 1, total: ids.length });
    page.find(".practice__id").textContent = id;
    const note = page.find(".practice__note");
    const isChanged = known && known.revision !== question.revision;
    note.hidden = !(isChanged || !known || page.clock.wasSetBack());
    note.textContent = page.clock.wasSetBack() ? page.say("set_back") : page.say(known ? "changed" : "gone");
    page.find('[data-do="back"]').disabled = place === 0;
    page.find('.practice__main[data-do="next"]').textContent = page.say(place === ids.length - 1 ? "sheet" : "next");
    page.find(".practice__message").textContent = "";
    this.#mark();
    this.#shownAt = page.clock.now();
    if (!this.#answer.seen) await this.#keep({ seen: this.#shownAt });
    page.show("run", { focus: true });
    page.toTop();
  }

  /**
   * @param {HTMLElement} filled
   * @param {string} seed
   * @returns {HTMLElement} The block without what answers it, and with what strikes options out.
   */
  #dressed(filled, seed) {
    // No `exam-question`: that would check the answer at once.
    const block = make("div", { className: "practice__exam" }, ...filled.childNodes);
    block.setAttribute("question-id", filled.getAttribute("question-id") ?? "");
    block.dataset.choose = filled.getAttribute("choose") ?? "1";
    block.toggleAttribute("data-keep-order", filled.hasAttribute("data-keep-order"));
    for (const name of ["right", "wrong", "alsoRight", "lastRight", "lastWrong", "lastChanged"])
      delete block.querySelector("form")?.dataset[name];
    for (const rest of block.querySelectorAll(".eq__actions, .eq__mark--yours")) rest.remove();
    dealOptions(block, seed);
    choose(block, this.#answer.chosen);
    for (const option of block.querySelectorAll(".eq__option")) {
      option.append(make("button", { type: "button", className: "practice__strike" }));
      /** @type {HTMLElement} */ (option.lastElementChild).dataset.do = "strike";
      this.#drawStrike(/** @type {HTMLElement} */ (option));
    }
    return block;
  }

  /** @param {HTMLElement} option */
  #drawStrike(option) {
    const isStruck = Boolean(this.#answer.struck?.includes(option.dataset.letter ?? ""));
    option.toggleAttribute("data-struck", isStruck);
    const button = /** @type {HTMLElement} */ (option.querySelector(".practice__strike"));
    const letter = option.querySelector(".eq__letter")?.textContent ?? "";
    const words = this.page.say(isStruck ? "unstrike" : "strike", { letter });
    button.replaceChildren(isStruck ? "↺" : "ab");
    button.setAttribute("aria-label", words);
    button.title = words;
  }

  /** @param {HTMLElement} button */
  async #strike(button) {
    const option = /** @type {HTMLElement} */ (button.closest(".eq__option"));
    const letter = option.dataset.letter ?? "";
    const struck = this.#answer.struck ?? [];
    const isStruck = struck.includes(letter);
    if (!isStruck) {
      const input = option.querySelector("input");
      if (input) input.checked = false;
    }
    await this.#keep({
      struck: isStruck ? struck.filter((other) => other !== letter) : [...struck, letter],
      chosen: chosenIn(this.#block),
    });
    this.#drawStrike(option);
  }

  /** @param {HTMLInputElement} input */
  async changed(input) {
    if (input.name === "filter") return this.#listCells();
    const { page } = this;
    const chosen = chosenIn(this.#block);
    const option = /** @type {HTMLElement} */ (input.closest(".eq__option"));
    const struck = (this.#answer.struck ?? []).filter((letter) => !chosen.includes(letter));
    const isComplete = chosen.length === Number(this.#block.dataset.choose);
    const { changes = [] } = this.#answer;
    const isOther = changes.at(-1)?.chosen.join() !== chosen.join();
    await this.#keep({
      chosen,
      struck,
      changes: isComplete && isOther ? [...changes, { chosen, at: page.clock.now() }] : changes,
    });
    if (option) this.#drawStrike(option);
    const isTooMany = chosen.length > Number(this.#block.dataset.choose);
    page.find(".practice__message").textContent = isTooMany
      ? this.#block.querySelector("form").dataset.chooseMessage
      : "";
    return undefined;
  }

  /** Stores how long the question was on the screen. */
  async keepTime() {
    if (this.page.dataset.shown !== "run") return;
    const now = this.page.clock.now();
    await this.#keep({ ms: (this.#answer.ms ?? 0) + now - this.#shownAt });
    this.#shownAt = now;
  }

  /** @param {number} step */
  async go(step) {
    const place = this.attempt.place + step;
    if (place < 0) return undefined;
    return place < this.attempt.ids.length ? this.#goTo(place) : this.#sheet();
  }

  /** @param {number} place */
  async #goTo(place) {
    await this.keepTime();
    await this.#keepAttempt({ place });
    await this.#ask();
  }

  async #flag() {
    await this.#keep({ flagged: !this.#answer.flagged });
    this.#mark();
  }

  #mark() {
    const isFlagged = Boolean(this.#answer.flagged);
    const button = this.page.find('[data-do="flag"]');
    button.setAttribute("aria-pressed", String(isFlagged));
    button.querySelector("span").textContent = this.page.say(isFlagged ? "flagged" : "flag");
    const done = this.attempt.ids.filter((id) => this.#isComplete(id)).length;
    Object.assign(this.page.find(".practice__bar"), { value: done, max: this.attempt.ids.length });
  }

  /** Shows the state of every question, before handing in or on the way. */
  async #sheet() {
    await this.keepTime();
    this.#listCells();
    this.page.show("sheet", { focus: true });
    this.page.toTop();
  }

  #listCells() {
    const { page } = this;
    const filter = page.find('[name="filter"]:checked').value;
    const rows = this.attempt.ids.map((id, place) => {
      const answer = this.answers.get(id);
      const isComplete = this.#isComplete(id);
      const state = isComplete
        ? "answered"
        : answer?.chosen.length
          ? "incomplete"
          : answer?.seen
            ? "unanswered"
            : "unseen";
      return { place, state, isComplete, isFlagged: Boolean(answer?.flagged) };
    });
    const filters = {
      all: () => true,
      unanswered: (/** @type {any} */ row) => !row.isComplete,
      flagged: (/** @type {any} */ row) => row.isFlagged,
    };
    for (const [name, test] of Object.entries(filters))
      page.find(`[data-count="${name}"]`).textContent = rows.filter(test).length;
    const cells = rows.filter(filters[/** @type {"all"} */ (filter)]).map(({ place, state, isFlagged }) => {
      const words = page.say(`is_${state}`) + (isFlagged ? `, ${page.say("is_flagged")}` : "");
      const button = make(
        "button",
        { type: "button", className: "practice__cell" },
        make("strong", {}, String(place + 1)),
        make("span", {}, ` ${words}`),
      );
      Object.assign(button.dataset, { do: "cell", place, state, flagged: isFlagged ? "" : undefined });
      if (!isFlagged) delete button.dataset.flagged;
      return make("li", {}, button);
    });
    page.find(".practice__cells").replaceChildren(...cells);
  }

  #hideClock() {
    this.#isHidden = !this.#isHidden;
    this.#tick();
  }

  /** @returns {number | null} */
  get #left() {
    return this.attempt.timing ? left(this.attempt.timing, this.page.clock.now()) : null;
  }

  /** Shows the time, and hands in when it is up. What is shown is no live region. */
  #tick() {
    const time = this.#left;
    const isOut = this.#isHidden && (time === null || time > LAST);
    const text =
      time === null ? shown(used(/** @type {any} */ (this.attempt.timing), this.page.clock.now())) : shown(time);
    for (const place of this.page.querySelectorAll(".practice__time")) {
      const element = /** @type {HTMLElement} */ (place);
      element.hidden = isOut;
      if (element.textContent !== text) element.textContent = text;
      element.toggleAttribute("data-last", time !== null && time <= LAST);
    }
    const button = this.page.find('[data-do="clock"]');
    button.setAttribute("aria-pressed", String(this.#isHidden));
    if (time === 0 && this.#ticking) {
      this.close();
      this.page.act(() => this.page.handIn({ isLate: true }));
    }
  }

  /** Says the time to a screen reader, because a key asked for it. */
  #sayTime() {
    const time = this.#left;
    const said = this.page.find(".practice__said");
    said.textContent = "";
    setTimeout(
      () =>
        (said.textContent =
          time === null ? this.page.say("no_clock") : this.page.say("time_spoken", { time: shown(time) })),
      50,
    );
    setTimeout(() => (said.textContent = ""), 5000);
  }

  /** Stops the clock of practice mode, and stores what is on the screen. */
  #leave() {
    if (!this.#ticking || !this.attempt.timing) return;
    this.keepTime();
    this.#keepAttempt({ timing: pause(this.attempt.timing, this.page.clock.now()) });
  }

  #return() {
    if (!this.#ticking) return;
    this.#shownAt = this.page.clock.now();
    this.#keepAttempt({ timing: this.page.resumedTiming() });
    this.#tick();
  }

  /**
   * @param {string} key
   * @returns {boolean}
   */
  pressed(key) {
    const acts = {
      n: () => this.go(1),
      p: () => this.go(-1),
      m: () => this.#flag(),
      s: () => this.#sheet(),
      t: () => this.#sayTime(),
    };
    const act = acts[/** @type {"n"} */ (key)];
    const place = "123456".includes(key) ? Number(key) - 1 : "abcdef".indexOf(key);
    const input = this.#block?.querySelectorAll(".eq__option")[place]?.querySelector("input");
    if (act) this.page.act(act);
    else if (input && this.page.dataset.shown === "run") {
      input.click();
      input.focus();
    } else return false;
    return true;
  }
}
