/**
 * What a reader did, one small record each, in IndexedDB: docs/decisions/progress-format.md describes them. Where the
 * browser stores nothing, the same records live until the page is closed, and `isKept` is false.
 *
 * An answer's record in localStorage (quiz/progress.js) stays what question pages read. What it knows and the log does
 * not is taken into the log; what the log gets is told to it.
 *
 * @typedef {import("./types").LogEntry} LogEntry
 * @typedef {import("./types").Attempt} Attempt
 * @typedef {import("./types").AttemptAnswer} AttemptAnswer
 * @typedef {import("./backends.js").Name} Name
 */

import { answers, restore, attempt as tried } from "../quiz/progress.js";
import { DATABASE, indexed, inMemory, keyOf, NAMES } from "./backends.js";

/** Tells of every change, those of other tabs too, by the event "change"; of a storage that gave way, by "lost". */
export class Store extends EventTarget {
  /** Whether what is written outlives the page. */
  isKept = true;
  #backend = inMemory();
  #channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(DATABASE) : null;

  /** @returns {Promise<Store>} */
  async open() {
    try {
      this.#backend = await indexed();
    } catch {
      this.isKept = false;
    }
    this.#channel?.addEventListener("message", () => this.dispatchEvent(new Event("change")));
    await this.takeMirror();
    return this;
  }

  /**
   * @param {Name} name
   * @param {any[]} records
   */
  async #put(name, records) {
    try {
      await this.#backend.put(name, records);
    } catch {
      await this.#giveWay();
      await this.#backend.put(name, records);
    }
    this.#tell();
  }

  /** Goes on in memory with all that could be read, once the browser refuses to write. */
  async #giveWay() {
    const read = await Promise.all(NAMES.map((name) => this.#backend.all(name).catch(() => [])));
    this.#backend = inMemory(Object.fromEntries(NAMES.map((name, place) => [name, read[place]])));
    this.isKept = false;
    this.dispatchEvent(new Event("lost"));
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
    this.#channel?.postMessage("change");
  }

  /** Takes answers into the log that only localStorage knows: of an older release, or of a page that could not log. */
  async takeMirror() {
    const known = new Set((await this.#backend.all("log").catch(() => [])).map(({ id, at }) => `${id} ${at}`));
    const missing = [...answers()].filter(([id, { at }]) => !known.has(`${id} ${at}`));
    const entries = missing.map(([id, { revision, right, at }]) => ({ id, revision, right, at, source: "page" }));
    if (entries.length) await this.#put("log", entries);
  }

  /** @returns {Promise<LogEntry[]>} Every answer, in the order of time. */
  async log() {
    const entries = /** @type {LogEntry[]} */ (await this.#backend.all("log"));
    return entries.sort((a, b) => a.at - b.at);
  }

  /**
   * Adds answers to the log, and tells question pages of them.
   *
   * @param {LogEntry[]} entries
   */
  async add(entries) {
    await this.#put("log", entries);
    const all = answers();
    // What a page answered it has told already; told again, it would undo the reader's starting over meanwhile.
    const isNews = (/** @type {LogEntry} */ { id, at, source }) => source !== "page" && (all.get(id)?.at ?? 0) < at;
    const news = entries.filter(isNews).map(({ id, revision, right, at }) => {
      const tries = (all.get(id)?.tries ?? 0) + 1;
      return /** @type {const} */ ([id, { revision, right, at, tries }]);
    });
    if (news.length) tried(() => restore(new Map(news)));
  }

  /** @returns {Promise<Attempt[]>} Every session and exam, in the order of their starts. */
  async attempts() {
    const attempts = /** @type {Attempt[]} */ (await this.#backend.all("attempts"));
    return attempts.sort((a, b) => a.started - b.started);
  }

  /**
   * @param {string} uuid
   * @returns {Promise<Attempt | undefined>}
   */
  attempt(uuid) {
    return this.#backend.get("attempts", uuid);
  }

  /** @param {Attempt} attempt */
  putAttempt(attempt) {
    return this.#put("attempts", [attempt]);
  }

  /**
   * @param {string} attempt
   * @returns {Promise<Map<string, AttemptAnswer>>} By question.
   */
  async answersOf(attempt) {
    const found = /** @type {AttemptAnswer[]} */ (await this.#backend.all("answers", attempt));
    return new Map(found.map((answer) => [answer.id, answer]));
  }

  /** @param {AttemptAnswer} answer */
  putAnswer(answer) {
    return this.#put("answers", [answer]);
  }

  /**
   * Keeps the stems of an attempt as they were when it began, until it is done.
   *
   * @param {string} attempt
   * @param {Record<string, import("./types").Stem> | null} stems Null once they are no longer needed.
   */
  async keepTexts(attempt, stems) {
    if (stems) await this.#put("texts", [{ attempt, stems }]);
    else await this.#backend.remove("texts", [attempt]).catch(() => {});
  }

  /**
   * @param {string} attempt
   * @returns {Promise<Record<string, import("./types").Stem>>}
   */
  async textsOf(attempt) {
    return (await this.#backend.get("texts", attempt))?.stems ?? {};
  }

  /** @returns {Promise<Set<string>>} The questions that the reader flagged, outside of exams. */
  async flags() {
    return new Set((await this.#backend.all("flags")).map(({ id }) => id));
  }

  /**
   * @param {string} id
   * @param {boolean} isFlagged
   */
  async flag(id, isFlagged) {
    if (isFlagged) await this.#put("flags", [{ id, at: Date.now() }]);
    else {
      await this.#backend
        .remove("flags", [id])
        .catch(() => this.#giveWay().then(() => this.#backend.remove("flags", [id])));
      this.#tell();
    }
  }

  /**
   * @param {string} key
   * @returns {Promise<any>}
   */
  async setting(key) {
    return (await this.#backend.get("settings", key))?.value;
  }

  /**
   * @param {string} key
   * @param {unknown} value
   */
  set(key, value) {
    return this.#put("settings", [{ key, value, at: Date.now() }]);
  }

  /**
   * Removes an attempt with its answers; what it gave to the log stays.
   *
   * @param {string} uuid
   */
  async discard(uuid) {
    const ids = [...(await this.answersOf(uuid)).keys()];
    await this.#backend.remove(
      "answers",
      ids.map((id) => [uuid, id]),
    );
    await this.#backend.remove("texts", [uuid]);
    await this.#backend.remove("attempts", [uuid]);
    this.#tell();
  }

  /** @returns {Promise<Record<Name, any[]>>} Every record of every store, fields of other releases too. */
  async everything() {
    const all = await Promise.all(NAMES.map((name) => this.#backend.all(name)));
    return /** @type {any} */ (Object.fromEntries(NAMES.map((name, place) => [name, all[place]])));
  }

  /**
   * Writes records as they are, over those with the same key.
   *
   * @param {Partial<Record<Name, any[]>>} records
   */
  async write(records) {
    for (const name of NAMES) if (records[name]?.length) await this.#put(name, records[name]);
  }

  /** Removes everything but what question pages read. */
  async erase() {
    const all = await this.everything();
    for (const name of NAMES)
      await this.#backend.remove(
        name,
        all[name].map((record) => keyOf(name, record)),
      );
    this.#tell();
  }
}

/** @type {Promise<Store> | undefined} */
let opened;

/** @returns {Promise<Store>} The one of this page. */
export const openStore = () => (opened ??= new Store().open());
