/** The form that a session begins with: which questions, how many, and how many there are. */
import { parse } from "./address.js";
import { histories, matching, STATES } from "./select.js";

/**
 * @typedef {import("./types").Attempt} Attempt
 * @typedef {import("./address.js").Query} Query
 */

export const SCOPES = ["drill", "exam", "domain", "topic", "page", "ids", "again"];

export class SessionSetup {
  /** @type {string[]} The questions whose turn it is to be reviewed, as of the last choice. */
  due = [];

  /** @param {import("./element.js").PracticeElement} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * @param {Query} query
   * @param {Attempt} [open]
   */
  async open(query, open) {
    const form = this.page.find(".practice__setup");
    const [scope = ""] = SCOPES.filter((name) => query[name]).map((name) => `${name}=${query[name]}`);
    form.what.value = scope;
    if (form.what.selectedIndex < 0) form.what.selectedIndex = 0;
    for (const name of ["state", "difficulty", "n"]) if (query[name]) form[name].value = query[name];
    const line = this.page.find(".practice__open");
    line.hidden = !open;
    if (open) {
      const done = [...(await this.page.store.answersOf(open.uuid)).values()].filter(
        ({ right }) => right !== undefined,
      ).length;
      line.querySelector("span").textContent = this.page.say("open", { done, total: open.ids.length });
    }
    await this.count();
    this.page.show("setup");
  }

  /** @returns {Query} What the form says. */
  chosen() {
    const form = this.page.find(".practice__setup");
    const scope = form.what.value ? parse(form.what.value) : {};
    const { state, difficulty, n } = form;
    return {
      ...scope,
      n: n.value,
      ...(state.value !== "all" && { state: state.value }),
      ...(difficulty.value && { difficulty: difficulty.value }),
    };
  }

  /** @param {Query} query */
  async matching(query) {
    const { drills, questions } = this.page.index;
    const [log, flags] = await Promise.all([this.page.store.log(), this.page.store.flags()]);
    const history = histories(log, questions);
    this.due = await this.#dueIn(history, query);
    const due = new Set(this.due);
    const named = query.again ? { ...query, ids: (await this.#missedIn(query.again)).join(",") || "-" } : query;
    return (/** @type {string} */ state) =>
      matching(questions.values(), { ...named, state }, { history, flags, drills, due });
  }

  /**
   * @param {import("./types").History} history
   * @param {Query} query
   * @returns {Promise<string[]>} What is due; a session that does not ask for it loads no schedule.
   */
  async #dueIn(history, query) {
    if (this.page.dataset.shown === "loading" && query.state !== "due" && SCOPES.some((name) => query[name])) return [];
    const { dueIn } = await import("../study/due.js");
    return dueIn(this.page.store, this.page.index, history);
  }

  /** Says how many questions each choice would leave. */
  async count() {
    const query = this.chosen();
    const find = await this.matching(query);
    for (const state of STATES) this.page.find(`[data-count="${state}"]`).textContent = find(state).length;
    const count = find(query.state ?? "all").length;
    const key = count > 1 ? "matching" : count ? "matching_one" : "matching_none";
    this.page.find(".practice__matching").textContent = this.page.say(key, { count });
    this.page.find(".practice__start").disabled = !count;
  }

  /**
   * @param {string} seed Of an attempt.
   * @returns {Promise<string[]>} The questions of it that were not answered right.
   */
  async #missedIn(seed) {
    const attempt = (await this.page.store.attempts()).findLast((other) => other.seed === seed);
    if (!attempt) return [];
    const answers = await this.page.store.answersOf(attempt.uuid);
    return attempt.ids.filter((id) =>
      attempt.kind === "mock" ? !answers.get(id)?.right : answers.get(id)?.right === false,
    );
  }
}
