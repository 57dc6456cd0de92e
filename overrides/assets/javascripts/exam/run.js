/** The questions of a running exam: one on the screen, the clock, the sheet. Nothing here knows a key. */
import { chosenIn } from "../practice/block.js";
import { stems } from "../practice/data.js";
import { make } from "../practice/element.js";
import { fill } from "../practice/template.js";
import { pause } from "./clock.js";
import { Countdown } from "./countdown.js";
import { drawStrike, dressed } from "./dressing.js";
import { fillSheet, rows } from "./sheet.js";

/** @typedef {import("../practice/types").AttemptAnswer} AttemptAnswer */

export class ExamRun {
  /** @type {Map<string, AttemptAnswer>} */
  answers = new Map();
  /** @type {Map<string, import("../practice/types").Stem>} */
  #stems = new Map();
  /** @type {Countdown} */
  #clock;
  #shownAt = 0;

  /** @param {import("./mock.js").PracticeMock} page */
  constructor(page) {
    this.page = page;
    this.#clock = new Countdown(page, () => page.act(() => page.handIn({ isLate: true })));
    /** @type {Record<string, (button: HTMLElement) => unknown>} */
    this.actions = {
      next: () => this.go(1),
      back: () => this.go(-1),
      flag: () => this.#flag(),
      sheet: () => this.#sheet(),
      return: () => this.#ask(),
      clock: () => this.#clock.hide(),
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
    this.#clock.start();
    await this.#ask();
    this.#clock.tick();
  }

  close() {
    this.#clock.stop();
  }

  /** @param {Partial<import("../practice/types").Attempt>} change */
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
    const block = filled
      ? dressed(filled, seed, this.#answer, (key, values) => page.say(key, values))
      : make("p", {}, page.say("gone"));
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

  /** @param {HTMLElement} option */
  #drawStrike(option) {
    drawStrike(option, this.#answer, (key, values) => this.page.say(key, values));
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
    this.page.showFlag(Boolean(this.#answer.flagged));
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
    fillSheet(
      this.page,
      rows(this.attempt.ids, this.answers, (id) => this.#isComplete(id)),
    );
  }

  /** Stops the clock of practice mode, and stores what is on the screen. */
  #leave() {
    if (!this.#clock.isTicking || !this.attempt.timing) return;
    this.keepTime();
    this.#keepAttempt({ timing: pause(this.attempt.timing, this.page.clock.now()) });
  }

  #return() {
    if (!this.#clock.isTicking) return;
    this.#shownAt = this.page.clock.now();
    this.#keepAttempt({ timing: this.page.resumedTiming() });
    this.#clock.tick();
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
      t: () => this.#clock.say(),
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
