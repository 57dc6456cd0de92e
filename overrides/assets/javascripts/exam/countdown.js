/** The clock of a running exam, as the page shows it: it can be hidden, and is spoken on a key only. */
import { left, shown, used } from "./clock.js";

/** A hidden clock returns when so little is left. */
const LAST = 5 * 6e4;

export class Countdown {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  #isHidden = false;

  /**
   * @param {import("./mock.js").PracticeMock} page
   * @param {() => void} onEnd Called once time is up.
   */
  constructor(page, onEnd) {
    this.page = page;
    this.onEnd = onEnd;
  }

  get isTicking() {
    return Boolean(this.#ticking);
  }

  start() {
    this.#ticking ??= setInterval(() => this.tick(), 250);
  }

  stop() {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  hide() {
    this.#isHidden = !this.#isHidden;
    this.tick();
  }

  get #timing() {
    return this.page.attempt.timing;
  }

  /** @returns {number | null} Milliseconds; null without a limit. */
  get #left() {
    return this.#timing ? left(this.#timing, this.page.clock.now()) : null;
  }

  /** Shows the time, and ends the exam when it is up. What is shown is no live region. */
  tick() {
    const { page } = this;
    const time = this.#left;
    const isOut = this.#isHidden && (time === null || time > LAST);
    const text = shown(time ?? used(/** @type {any} */ (this.#timing), page.clock.now()));
    for (const place of page.querySelectorAll(".practice__time")) {
      const element = /** @type {HTMLElement} */ (place);
      element.hidden = isOut;
      if (element.textContent !== text) element.textContent = text;
      element.toggleAttribute("data-last", time !== null && time <= LAST);
    }
    page.find('[data-do="clock"]').setAttribute("aria-pressed", String(this.#isHidden));
    if (time === 0 && this.isTicking) {
      this.stop();
      this.onEnd();
    }
  }

  /** Says the time to a screen reader, because a key asked for it. */
  say() {
    const { page } = this;
    const time = this.#left;
    const said = page.find(".practice__said");
    said.textContent = "";
    const text = time === null ? page.say("no_clock") : page.say("time_spoken", { time: shown(time) });
    setTimeout(() => (said.textContent = text), 50);
    setTimeout(() => (said.textContent = ""), 5000);
  }
}
