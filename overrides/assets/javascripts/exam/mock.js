/** A mock exam: set-up, questions against the clock, a review, and the result. */
import { format, parse } from "../practice/address.js";
import { reasons, stems } from "../practice/data.js";
import { PracticeElement } from "../practice/element.js";
import { isSeed, newSeed } from "../practice/seed.js";
import { monotonic, resume, start } from "./clock.js";
import { handedIn } from "./hand-in.js";
import { drawn, forms, minutesFor, parts, read, written } from "./plan.js";
import { ExamRun } from "./run.js";
import { setUp } from "./setup.js";

/**
 * @typedef {import("../practice/types").Attempt} Attempt
 * @typedef {import("../practice/address.js").Query} Query
 */

export class PracticeMock extends PracticeElement {
  clock = monotonic();
  /** @type {Attempt} */
  attempt = /** @type {any} */ (undefined);
  run = new ExamRun(this);
  /** @type {Query} What the address asks for. */
  query = {};

  /**
   * @override
   * @param {AbortSignal} signal
   */
  listen(signal) {
    Object.assign(this.actions, this.run.actions, {
      resume: () => this.resume(this.attempt),
      take: () => this.resume(this.attempt, { steal: true }),
      discard: () => this.#discard(),
      own: () => this.again(),
      "hand-in": () => this.#askToHandIn(),
    });
    this.addEventListener(
      "submit",
      (event) => {
        if (/** @type {HTMLElement} */ (event.target).closest("dialog")) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.target === this.find(".practice__setup")) this.act(() => this.#start());
        else if (this.dataset.shown === "run") this.act(() => this.run.go(1));
      },
      { signal, capture: true },
    );
    this.addEventListener(
      "change",
      ({ target }) => this.act(() => this.#changed(/** @type {HTMLInputElement} */ (target))),
      { signal },
    );
    this.run.listen(signal);
  }

  /** @override */
  async addressed() {
    this.query = parse(location.hash);
    const attempts = await this.#attempts();
    const { s, o = "", part, exam } = this.query;
    const same =
      isSeed(s) &&
      attempts.findLast(({ seed, query }) => seed === s && query.o === o && query.part === part && query.exam === exam);
    if (same) return same.state === "open" ? this.resume(same) : this.showResult(same);
    return this.#setUp(attempts);
  }

  async #attempts() {
    return (await this.store.attempts()).filter(({ kind }) => kind === "mock");
  }

  /** @param {Attempt[]} attempts */
  async #setUp(attempts) {
    const open = attempts.findLast(({ state }) => state === "open");
    if (open) this.attempt = open;
    await setUp(this, attempts, open);
    this.show("setup");
  }

  /** Draws the reader's own exam: forgets the one that the address held. */
  async again() {
    history.replaceState(history.state, "", location.pathname);
    await this.addressed();
    this.toTop();
  }

  /** @returns {{form: import("./plan.js").Form, part: import("./plan.js").Part}} What the form says. */
  chosen() {
    const form = this.find(".practice__setup");
    const all = forms(this.index);
    const chosen = all.find(({ key }) => key === form.form.value) ?? all[0];
    const sizes = parts(this.index, chosen);
    return { form: chosen, part: sizes.find(({ key }) => key === form.part.value) ?? sizes[0] };
  }

  /**
   * @param {import("./plan.js").Form} form
   * @returns {Promise<{seed: string, offsets: import("./draw.js").Counts, before: Attempt[]}>} Where the next exam comes from: the address, or
   *   the reader's own row of exams.
   */
  async deck(form) {
    if (isSeed(this.query.s)) return { seed: this.query.s, offsets: read(this.query.o), before: [] };
    const key = `deck ${form.exam}`;
    const kept = await this.store.setting(key);
    const seed = isSeed(kept) ? kept : newSeed();
    if (seed !== kept) await this.store.set(key, seed);
    const before = (await this.#attempts()).filter(
      (attempt) => attempt.seed === seed && attempt.query.exam === form.exam,
    );
    /** @type {import("./draw.js").Counts} */
    const offsets = {};
    for (const { quotas } of /** @type {any[]} */ (before)) {
      for (const [domain, count] of Object.entries(quotas ?? {}))
        offsets[domain] = (offsets[domain] ?? 0) + Number(count);
    }
    return { seed, offsets, before };
  }

  async #start() {
    const { form, part } = this.chosen();
    const { seed, offsets } = await this.deck(form);
    const { ids, revisions, print } = drawn(this.index, form, part, seed, offsets);
    const { mode, extra } = this.find(".practice__setup");
    const minutes = mode.value === "none" ? null : minutesFor(form, part.count, extra.value);
    const texts = await stems(this.index, ids);
    const now = this.clock.now();
    const query = { exam: form.exam, form: form.form, part: part.key, o: written(offsets), b: print };
    this.attempt = {
      ...{ uuid: crypto.randomUUID(), kind: "mock", state: "open", query, seed, bank: this.index.bank, ids, revisions },
      ...{
        started: now,
        timing: start(mode.value, minutes === null ? null : minutes * 6e4, now),
        place: 0,
        quotas: part.quotas,
      },
    };
    await this.store.keepTexts(this.attempt.uuid, Object.fromEntries(texts));
    await this.store.putAttempt(this.attempt);
    await this.resume(this.attempt);
  }

  /**
   * @param {Attempt} attempt
   * @param {{steal?: boolean}} [how]
   */
  async resume(attempt, how) {
    this.attempt = attempt;
    if (!(await this.own(attempt.uuid, how))) return;
    this.attempt = (await this.store.attempt(attempt.uuid)) ?? attempt;
    if (this.attempt.state === "done") return this.showResult(this.attempt);
    this.#tellAddress();
    await this.run.open();
  }

  #tellAddress() {
    const { query, seed } = this.attempt;
    const { b, ...choice } = query;
    history.replaceState(history.state, "", format({ ...choice, s: seed, b }));
  }

  /** @override */
  stopped() {
    this.run.close();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.run.close();
  }

  /**
   * @override
   * @param {string} key
   */
  pressed(key) {
    return this.run.pressed(key);
  }

  /** @param {HTMLInputElement} input */
  async #changed(input) {
    if (input.form === this.find(".practice__setup")) return setUp(this, await this.#attempts(), null);
    return this.run.changed(input);
  }

  async #discard() {
    if (!confirm(this.say("discard_sure"))) return;
    await this.store.discard(this.attempt.uuid);
    await this.again();
  }

  #askToHandIn() {
    const blank = this.run.blank;
    const dialog = this.find(".practice__dialog");
    dialog.querySelector("p").textContent = blank
      ? this.say(blank > 1 ? "hand_in_blank" : "hand_in_one", { count: blank })
      : this.say("hand_in_sure");
    dialog.addEventListener("close", () => dialog.returnValue === "yes" && this.act(() => this.handIn()), {
      once: true,
    });
    dialog.returnValue = "";
    dialog.showModal();
  }

  /** @param {{isLate?: boolean}} [how] Whether time was up. */
  async handIn({ isLate = false } = {}) {
    await this.run.keepTime();
    this.run.close();
    const told = await reasons(this.index, this.attempt.ids);
    this.attempt = await handedIn(this, told, isLate);
    this.release();
    await this.showResult(this.attempt);
  }

  /** @param {Attempt} attempt */
  async showResult(attempt) {
    this.attempt = attempt;
    const theirs = this.query.r ? location.href : "";
    this.#tellAddress();
    const { report } = await import("./result.js");
    await report(this, theirs);
    this.show("result", { focus: true });
    this.toTop();
  }

  /** Goes on after a pause: the clock of an exam never paused. */
  resumedTiming() {
    const { timing } = this.attempt;
    return timing && resume(timing, this.clock.now(), this.run.touched);
  }
}

if (!customElements.get("practice-mock")) customElements.define("practice-mock", PracticeMock);
