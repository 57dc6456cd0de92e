/** A session: some questions of the bank, one a screen, each with its answer at once. */
import "../quiz/exam-question.js";
import { format, parse } from "./address.js";
import { choose, chosenIn, dealOptions, isRight, reveal } from "./block.js";
import { reasons, stems } from "./data.js";
import { PracticeElement } from "./element.js";
import { showEnd } from "./lists.js";
import { isSeed, newSeed } from "./seed.js";
import { deal } from "./select.js";
import { SCOPES, SessionSetup } from "./setup.js";
import { fill } from "./template.js";

/**
 * @typedef {import("./types").Attempt} Attempt
 * @typedef {import("./types").AttemptAnswer} AttemptAnswer
 * @typedef {import("./address.js").Query} Query
 */

class PracticeSession extends PracticeElement {
  /** @type {Attempt} */
  #attempt = /** @type {any} */ (undefined);
  /** @type {Map<string, AttemptAnswer>} */
  #answers = new Map();
  /** @type {Set<string>} */
  #flags = new Set();
  /** @type {import("./types").Reasons | undefined} Of the question on screen. */
  #reasons;
  #shownAt = 0;
  #setup = new SessionSetup(this);

  /**
   * @override
   * @param {AbortSignal} signal
   */
  listen(signal) {
    Object.assign(this.actions, {
      main: () => this.#main(),
      next: () => this.#go(1),
      back: () => this.#go(-1),
      flag: () => this.#flag(),
      leave: () => this.#end(),
      resume: () => this.#resume(this.#attempt),
      take: () => this.#resume(this.#attempt, { steal: true }),
      another: () => this.#start({ ...this.#attempt.query, s: "" }),
      change: () => this.#change(),
    });
    this.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        event.stopPropagation();
        if (event.target === this.find(".practice__setup")) this.act(() => this.#start(this.#setup.chosen()));
        else this.act(() => this.#main());
      },
      { signal, capture: true },
    );
    this.addEventListener("change", ({ target }) => this.#changed(/** @type {HTMLInputElement} */ (target)), {
      signal,
    });
    addEventListener("pagehide", () => this.#keepTime(), { signal });
  }

  /** @override */
  async addressed() {
    const query = parse(location.hash);
    const attempts = (await this.store.attempts()).filter(({ kind }) => kind === "session");
    this.#flags = await this.store.flags();
    const same = isSeed(query.s) ? attempts.findLast(({ seed }) => seed === query.s) : undefined;
    if (same) return same.state === "open" ? this.#resume(same) : this.#finished(same);
    if (SCOPES.some((name) => query[name]) || query.state) return this.#start(query);
    const open = attempts.findLast(({ state }) => state === "open");
    if (open) this.#attempt = open;
    return this.#setup.open(query, open);
  }

  /** @param {Query} query */
  async #start(query) {
    const seed = isSeed(query.s) ? query.s : newSeed();
    const matching = await this.#setup.matching(query);
    const ids = deal(matching(query.state ?? "all"), query, this.index.questions, seed, this.#setup.due);
    if (!ids.length) return this.#setup.open(query);
    const { s: _, ...choice } = query;
    this.#attempt = {
      uuid: crypto.randomUUID(),
      kind: "session",
      state: "open",
      query: choice,
      seed,
      bank: this.index.bank,
      ids,
      revisions: ids.map((id) => this.index.questions.get(id)?.revision ?? ""),
      started: Date.now(),
      place: 0,
    };
    await this.store.putAttempt(this.#attempt);
    history.replaceState(history.state, "", format({ ...choice, s: seed }));
    return this.#resume(this.#attempt);
  }

  /**
   * @param {Attempt} attempt
   * @param {{steal?: boolean}} [how]
   */
  async #resume(attempt, how) {
    this.#attempt = attempt;
    if (!(await this.own(attempt.uuid, how))) return;
    this.#attempt = (await this.store.attempt(attempt.uuid)) ?? attempt;
    this.#answers = await this.store.answersOf(attempt.uuid);
    // Withdrawn questions leave the session; an answer to one stays in the log.
    const ids = attempt.ids.filter((id) => this.index.questions.has(id));
    this.#attempt = { ...this.#attempt, ids, place: Math.min(this.#attempt.place, ids.length - 1) };
    history.replaceState(history.state, "", format({ ...attempt.query, s: attempt.seed }));
    await this.#ask();
  }

  get #id() {
    return this.#attempt.ids[this.#attempt.place];
  }

  get #block() {
    return this.find(".practice__question exam-question");
  }

  /** @returns {AttemptAnswer} */
  get #answer() {
    return this.#answers.get(this.#id) ?? { attempt: this.#attempt.uuid, id: this.#id, chosen: [], at: 0 };
  }

  /** Shows the question whose turn it is. */
  async #ask() {
    const { ids, place, seed } = this.#attempt;
    const id = this.#id;
    const question = /** @type {import("./types").Question} */ (this.index.questions.get(id));
    const [asked, told] = await Promise.all([stems(this.index, [id]), reasons(this.index, [id])]);
    this.#reasons = told.get(id);
    const parts = {
      question,
      stem: /** @type {any} */ (asked.get(id)),
      reasons: this.#reasons,
      number: place + 1,
      root: this.root,
    };
    const block = fill(this.template, { ...parts, words: this.words.block });
    dealOptions(block, seed);
    choose(block, this.#answer.chosen);
    this.find(".practice__progress").textContent = this.say("progress", { number: place + 1, total: ids.length });
    Object.assign(this.find(".practice__bar"), { value: this.#done, max: ids.length });
    Object.assign(this.find(".practice__id a"), { href: `${parts.root}${question.pageUrl}#${id}`, textContent: id });
    this.find(".practice__question").replaceChildren(block);
    this.find('[data-do="back"]').disabled = place === 0;
    for (const input of this.querySelectorAll('[name="sure"]')) {
      const box = /** @type {HTMLInputElement} */ (input);
      box.checked = this.#answer.sure === (box.value === "yes");
    }
    this.showFlag(this.#flags.has(this.#id));
    this.#settle();
    this.#shownAt = Date.now();
    this.show("run", { focus: true });
    this.toTop();
    const following = ids.slice(place + 1, place + 2);
    Promise.all([stems(this.index, following), reasons(this.index, following)]).catch(() => {});
  }

  get #done() {
    return this.#attempt.ids.filter((id) => this.#answers.get(id)?.right !== undefined).length;
  }

  /** Brings the buttons, and the answer where there is one, in line with the question on screen. */
  #settle() {
    const { right, chosen } = this.#answer;
    this.#message("");
    const isAnswered = right !== undefined;
    const isLast = this.#attempt.place === this.#attempt.ids.length - 1;
    this.find('[data-do="main"]').textContent = this.say(!isAnswered ? "check" : isLast ? "finish" : "next");
    this.find(".practice__skip").hidden = isAnswered || isLast;
    this.find(".practice__sure").hidden = isAnswered || !chosenIn(this.#block).length;
    if (isAnswered) reveal(this.#block, chosen, /** @type {import("./types").Reasons} */ (this.#reasons));
  }

  /** Checks the answer, or goes on where it is checked already. */
  async #main() {
    if (this.#answer.right !== undefined) return this.#go(1);
    const chosen = chosenIn(this.#block);
    const needed = Number(this.#block.getAttribute("choose"));
    if (chosen.length !== needed) {
      this.#message(this.#block.querySelector("form").dataset.chooseMessage);
      return;
    }
    const at = Date.now();
    const { sure } = this.#answer;
    const ms = (this.#answer.ms ?? 0) + at - this.#shownAt;
    const right = isRight(chosen, /** @type {import("./types").Reasons} */ (this.#reasons));
    await this.#keep({ chosen, right, ms });
    const { uuid: attempt, query } = this.#attempt;
    const entry = { id: this.#id, revision: this.index.questions.get(this.#id)?.revision ?? "", at, right, chosen, ms };
    const source = query.state === "due" ? "review" : "session";
    await this.store.add([{ ...entry, source, attempt, ...(sure !== undefined && { sure }) }]);
    this.find(".practice__bar").value = this.#done;
    this.#settle();
    this.focusOn(".eq__verdict");
    this.#block
      .querySelector(".eq__option:has(.eq__verdict)")
      ?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** @param {string} text What keeps an answer from being checked. */
  #message(text) {
    this.find(".practice__message").textContent = text;
  }

  /** @param {Partial<AttemptAnswer>} change */
  async #keep(change) {
    const answer = { ...this.#answer, ...change, at: Date.now() };
    this.#answers.set(answer.id, answer);
    await this.store.putAnswer(answer);
  }

  /** Stores how long the question was on screen. */
  #keepTime() {
    if (this.dataset.shown !== "run" || this.#answer.right !== undefined || !this.#block) return undefined;
    const now = Date.now();
    const ms = (this.#answer.ms ?? 0) + now - this.#shownAt;
    this.#shownAt = now;
    return this.#keep({ ms, chosen: chosenIn(this.#block) });
  }

  /** @param {number} step */
  async #go(step) {
    const place = this.#attempt.place + step;
    if (place < 0) return undefined;
    if (place >= this.#attempt.ids.length) return this.#end();
    await this.#keepTime();
    this.#attempt = { ...this.#attempt, place };
    await this.store.putAttempt(this.#attempt);
    return this.#ask();
  }

  /** @param {HTMLInputElement} input */
  #changed(input) {
    if (input.form === this.find(".practice__setup")) return this.act(() => this.#setup.count());
    if (input.name === "sure") {
      for (const other of this.querySelectorAll('[name="sure"]'))
        if (other !== input) /** @type {HTMLInputElement} */ (other).checked = false;
      const answer = { ...this.#answer, sure: input.checked ? input.value === "yes" : undefined };
      return this.act(() => this.#keep({ ...answer, chosen: chosenIn(this.#block) }));
    }
    const isTooMany = chosenIn(this.#block).length > Number(this.#block.getAttribute("choose"));
    this.#message(isTooMany ? this.#block.querySelector("form").dataset.chooseMessage : "");
    this.find(".practice__sure").hidden = false;
    return this.act(() => this.#keep({ chosen: chosenIn(this.#block) }));
  }

  async #flag() {
    const isFlagged = !this.#flags.has(this.#id);
    if (isFlagged) this.#flags.add(this.#id);
    else this.#flags.delete(this.#id);
    await this.store.flag(this.#id, isFlagged);
    this.showFlag(this.#flags.has(this.#id));
  }

  /**
   * @override
   * @param {string} key
   */
  pressed(key) {
    const acts = { n: () => this.#go(1), p: () => this.#go(-1), m: () => this.#flag() };
    const act = acts[/** @type {"n"} */ (key)];
    if (act) this.act(act);
    return Boolean(act);
  }

  async #end() {
    await this.#keepTime();
    const right = [...this.#answers.values()].filter((answer) => answer.right).length;
    this.#attempt = { ...this.#attempt, state: "done", ended: Date.now(), right };
    await this.store.putAttempt(this.#attempt);
    this.release();
    await this.#finished(this.#attempt);
  }

  /** @param {Attempt} attempt */
  async #finished(attempt) {
    this.#attempt = attempt;
    this.#answers = await this.store.answersOf(attempt.uuid);
    await showEnd(this, attempt, this.#answers);
    this.show("end", { focus: true });
  }

  #change() {
    history.replaceState(history.state, "", location.pathname);
    return this.#setup.open(this.#attempt.query);
  }
}

if (!customElements.get("practice-session")) customElements.define("practice-session", PracticeSession);
