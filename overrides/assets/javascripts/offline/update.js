/** Offers a newer release that is ready on this device, unless an exam is running; nobody gets it who does not ask. */
import { ask, registered, state } from "./client.js";
import { styled, words } from "./words.js";

const LATER = "sagemaker-exam-guide.update-later";
const LOCK = "sagemaker-exam-guide ";
// Milliseconds: how often a tab that is looked at again asks for news, and how often an exam's end is looked for.
const NEWS = 3_600_000;
const PATIENCE = 5_000;

/** @type {HTMLElement | undefined} */
let bar;
let asked = Date.now();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let next;

export function watch() {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "reload") location.reload();
    if (data === "changed") offer();
  });
  document.addEventListener("visibilitychange", async () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < NEWS) return;
    asked = Date.now();
    (await registered())?.update().catch(() => {}); // no network, no news
  });
  offer();
}

async function offer() {
  if (!(await state()).isReady || isLater()) return;
  const isHidden = await isExamRunning();
  if (!isHidden) bar ??= await made();
  if (bar) bar.hidden = isHidden;
  // An exam may end, or begin while the offer is on the screen.
  clearTimeout(next);
  next = setTimeout(offer, PATIENCE);
}

/** @returns {Promise<boolean>} Whether questions are being answered in some tab, or an exam's clock runs on without one. */
async function isExamRunning() {
  const held = (await navigator.locks?.query())?.held ?? [];
  if (held.some(({ name }) => name?.startsWith(LOCK))) return true;
  const { openStore } = await import("../practice/store.js");
  const attempts = /** @type {any[]} */ (await (await openStore()).attempts());
  return attempts.some(({ state, timing }) => state === "open" && (timing?.deadline ?? 0) > Date.now());
}

/** @returns {boolean} Whether the reader wants to hear of it another time. */
function isLater() {
  try {
    return LATER in sessionStorage;
  } catch {
    return false;
  }
}

async function made() {
  const say = await words();
  styled();
  const made = document.createElement("section");
  made.className = "offline-update";
  made.setAttribute("aria-label", say.update_label);
  const text = document.createElement("p");
  text.setAttribute("role", "status");
  made.append(
    text,
    button(say.update_now, "md-button md-button--primary", accept),
    button(say.update_later, "md-button", () => {
      try {
        sessionStorage.setItem(LATER, "");
      } catch {} // then it is offered on the next page again
      made.remove();
    }),
  );
  document.body.append(made);
  text.textContent = say.update_ready;
  return made;
}

async function accept() {
  if (await isExamRunning()) return offer();
  const worker = (await registered())?.active;
  if (worker) await ask(worker, { do: "update" });
}

/** @param {string} textContent @param {string} className @param {() => unknown} act */
function button(textContent, className, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className, textContent });
  made.addEventListener("click", act);
  return made;
}
