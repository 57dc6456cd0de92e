/** Shows what is kept on this device, and lets the reader keep the whole edition, or nothing. */
import { canKeep, KeepError, keep, NOTHING, remove, setOff, state, stop } from "./client.js";
import { inLanguage, words } from "./words.js";

/** @typedef {import("./client.js").State} State */

// How often the progress is written at most.
const STEPS = 100;

class Control {
  /** @type {State} */
  kept = NOTHING;
  isBusy = false;

  /**
   * @param {HTMLElement} box
   * @param {Record<string, string>} say
   */
  constructor(box, say) {
    this.box = box;
    this.say = say;
    box.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button?.dataset.do === "stop") stop();
      else if (button?.dataset.do === "remove") this.act(() => this.remove());
      else if (button?.dataset.do) this.act(() => this.keep(/** @type {"practice" | "whole"} */ (button.dataset.do)));
    });
  }

  /** @param {string} selector @returns {any} */
  find(selector) {
    return this.box.querySelector(selector);
  }

  async refresh() {
    this.kept = await state();
    if (!this.isBusy) this.show();
  }

  /** @param {string} [message] What to say in the place of what is kept. */
  show(message) {
    const { packs, bytes, isOld } = this.kept;
    const pack = packs.at(-1) ?? "nothing";
    this.tell((message ? `${message} ` : "") + this.say[pack].replace("{size}", inLanguage(bytes / 1e6)));
    this.box.dataset.kept = pack;
    const can = { practice: !packs.length, whole: pack !== "whole", stop: false, remove: packs.length > 0 };
    for (const [name, isOffered] of Object.entries(can)) this.offer(name, isOffered && !(isOld && name === "whole"));
    this.find("progress").hidden = true;
  }

  /** @param {string} text */
  tell(text) {
    this.find("[role=status]").textContent = text;
  }

  /** @param {string} name @param {boolean} isOffered */
  offer(name, isOffered) {
    this.find(`[data-do="${name}"]`).hidden = !isOffered;
  }

  /** @param {() => Promise<void>} action */
  async act(action) {
    if (this.isBusy) return;
    this.isBusy = true;
    this.box.dataset.busy = "";
    let message = "";
    try {
      await action();
    } catch (error) {
      message = this.say[error instanceof KeepError ? error.message : "network"] ?? "";
      this.kept = await state().catch(() => NOTHING);
    }
    this.isBusy = false;
    delete this.box.dataset.busy;
    this.show(message);
    this.find("[role=status]").focus({ preventScroll: true }); // not a button, where the next key would remove all
  }

  /** @param {"practice" | "whole"} pack */
  async keep(pack) {
    setOff(false);
    const bar = this.find("progress");
    for (const name of ["practice", "whole", "remove"]) this.offer(name, false);
    this.offer("stop", true);
    this.find('[data-do="stop"]').focus({ preventScroll: true });
    bar.hidden = false;
    bar.removeAttribute("value");
    this.tell(this.say.keeping);
    if (pack === "whole") navigator.storage?.persist?.().catch(() => {});
    let shown = -1;
    this.kept = await keep(pack, (done, total) => {
      const step = Math.floor((STEPS * done) / total);
      if (step === shown) return;
      shown = step;
      bar.value = done / total;
      this.find(".offline__progress").textContent = this.say.progress
        .replace("{done}", inLanguage(done / 1e6))
        .replace("{total}", inLanguage(total / 1e6));
    }).finally(() => {
      this.find(".offline__progress").textContent = "";
    });
  }

  async remove() {
    await remove();
    this.kept = NOTHING;
  }
}

/** @param {HTMLElement} box */
export async function control(box) {
  if (box.dataset.live) return;
  box.dataset.live = "";
  if (!canKeep && "serviceWorker" in navigator && "caches" in window) return; // pages that are being written
  const shown = new Control(box, await words());
  for (const button of box.querySelectorAll("[data-size]")) {
    const size = box.getAttribute(`data-${/** @type {HTMLElement} */ (button).dataset.size}-size`);
    button.textContent = inLanguage(Number(size));
  }
  box.hidden = false;
  if (!canKeep) {
    shown.show();
    shown.tell(shown.say.refused);
    for (const button of box.querySelectorAll("button")) button.hidden = true;
    return;
  }
  addEventListener("offline-kept", () => box.isConnected && shown.refresh());
  navigator.serviceWorker.addEventListener("message", () => box.isConnected && shown.refresh());
  await shown.refresh();
}
