/** The dashboard of practice: what to do next and why, and how far the reader has come. */
import { PracticeElement } from "../practice/element.js";
import { board } from "./board-parts.js";
import { study } from "./state.js";

export class PracticeBoard extends PracticeElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  listen(signal) {
    Object.assign(this.actions, {
      export: async () => (await import("../practice/transfer.js")).download(this.store),
      import: () => this.find("[type=file]").click(),
      erase: () => this.find("dialog").showModal(),
      seen: () => this.#seen(),
    });
    this.addEventListener("change", ({ target }) => this.act(() => this.#changed(target)), { signal });
    this.addEventListener("submit", (event) => this.act(() => this.#submitted(event)), { signal });
  }

  /** @override */
  async addressed() {
    if (this.dataset.shown !== "board") this.store.addEventListener("change", () => this.#soon());
    await this.draw();
    this.show("board");
  }

  #isWaiting = false;

  /** Draws again once whatever writes has written all. */
  #soon() {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      if (this.isConnected) this.act(() => this.draw());
    }, 50);
  }

  async draw() {
    const all = await study(this.store, this.index);
    const { exam, day, minutes } = all.goal;
    const form = this.find(".study__goal");
    if (!form.contains(document.activeElement)) {
      form.exam.value = exam;
      form.date.value = day === null ? "" : isoOf(day);
      form.minutes.value = minutes ?? "";
    }
    await board(this, all);
  }

  /** @param {EventTarget | null} target */
  async #changed(target) {
    const input = /** @type {HTMLInputElement} */ (target);
    if (input.form === this.find(".study__goal")) {
      const { exam, date, minutes } = input.form?.elements ?? /** @type {any} */ ({});
      if (input.checkValidity())
        await this.store.set("goal", { exam: exam.value, date: date.value, minutes: Number(minutes.value) || null });
    } else if (input.type === "file" && input.files?.length) {
      const { imported } = await import("../practice/transfer.js");
      const count = await imported(this.store, await input.files[0].text());
      input.value = "";
      this.#said(count === null ? this.say("import_bad") : this.say("import_done", { count }));
    }
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    if (event.target === this.find(".study__goal")) event.preventDefault();
    else if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value === "yes") {
      const { answers, forget } = await import("../quiz/progress.js");
      await this.store.erase();
      forget([...answers().keys()]);
      this.#said(this.say("erased"));
    }
  }

  /** Takes the facts as they are now for known. */
  async #seen() {
    const { factsNow } = await import("./facts.js");
    await this.store.set("facts", await factsNow());
  }

  /** @param {string} text */
  #said(text) {
    this.find(".study__said").textContent = text;
  }
}

/** @param {number} day */
function isoOf(day) {
  const date = new Date(day);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

if (!customElements.get("practice-board")) customElements.define("practice-board", PracticeBoard);
