/**
 * Keeps practice for when there is no network, once a reader has come to practise; shows what is kept where a page has
 * room for it; and offers a newer release.
 */
import { canKeep, isOff, keep, state } from "./client.js";

let isWatched = false;
let isAsked = false;

/** Called on every page that practises, and on every page that the worker may have given out. */
export async function start() {
  const box = document.querySelector("[data-offline]");
  if (box instanceof HTMLElement) import("./control.js").then(({ control }) => control(box));
  if (!canKeep) return;
  watch();
  if (!document.querySelector(".practice-frame") || isAsked || isOff() || savesData()) return;
  isAsked = true;
  await quiet();
  if (isOff()) return;
  const { packs } = await state();
  if (!packs.length) await keep("practice").catch(() => {}); // asked for on the next visit again
  dispatchEvent(new Event("offline-kept"));
}

/** Hears of newer releases, once the worker has this page. */
function watch() {
  if (isWatched) return;
  if (!navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", watch, { once: true });
    return;
  }
  isWatched = true;
  import("./update.js").then(({ watch }) => watch());
}

/** @returns {boolean} Whether the reader asks for little data. */
const savesData = () => Boolean(/** @type {any} */ (navigator).connection?.saveData);

/** Waits until the page has all that it needs for itself. */
async function quiet() {
  if (document.readyState !== "complete")
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
}
