/** What pages say to the worker of their edition, which keeps it for when there is no network. */
import { edition } from "../theme/address.js";

/** @typedef {{packs: string[], bytes: number, isReady: boolean, isOld: boolean}} State */
/** @typedef {(done: number, total: number) => void} Progress */

const OFF = "sagemaker-exam-guide.offline";
export const NOTHING = /** @type {State} */ ({ packs: [], bytes: 0, isReady: false, isOld: false });

/** Something could not be kept; the message says why: "network", "changed", "full", "refused" or "stopped". */
export class KeepError extends Error {}

/** Whether this is a published site: there, a script's name holds a hash. Pages that are being written are not kept. */
export const canKeep = /\.[0-9a-f]{8}\.js$/.test(import.meta.url) && "serviceWorker" in navigator && "caches" in window;

/** @returns {boolean} Whether the reader wants nothing kept. */
export function isOff() {
  try {
    return localStorage.getItem(OFF) === "off";
  } catch {
    return false;
  }
}

/** @param {boolean} off */
export function setOff(off) {
  try {
    if (off) localStorage.setItem(OFF, "off");
    else localStorage.removeItem(OFF);
  } catch {} // then it is asked for again on the next visit
}

/** @returns {Promise<ServiceWorkerRegistration | undefined>} That of an edition, and not of one above it. */
export async function registered(root = edition) {
  const found = await navigator.serviceWorker.getRegistration(root.href).catch(() => undefined);
  return found?.scope === root.href ? found : undefined;
}

/** @returns {Promise<ServiceWorker>} The worker of this edition, which is there from now on. */
async function engaged() {
  try {
    const registration = await navigator.serviceWorker.register(new URL("sw.js", edition));
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    if (!worker) throw new Error("no worker");
    if (worker.state !== "activated")
      await new Promise((resolve, reject) =>
        worker.addEventListener("statechange", () => {
          if (worker.state === "activated") resolve(worker);
          if (worker.state === "redundant") reject(new Error(worker.state));
        }),
      );
    return worker;
  } catch (error) {
    throw new KeepError(navigator.onLine ? "refused" : "network", { cause: error });
  }
}

/**
 * @param {ServiceWorker} worker
 * @param {{do: string, pack?: string, loader?: string}} message
 * @param {Progress} [told]
 * @returns {Promise<State>}
 */
export function ask(worker, message, told) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => {
      if ("total" in data) return told?.(data.done, data.total);
      port1.close();
      if (data.failed) reject(new KeepError(data.failed));
      else resolve(data.state);
    };
    worker.postMessage(message, [port2]);
  });
}

/** @returns {Promise<State>} What is kept of this edition. */
export async function state() {
  const worker = canKeep && (await registered())?.active;
  return worker ? ask(worker, { do: "state" }) : NOTHING;
}

/**
 * @param {"practice" | "whole"} pack
 * @param {Progress} [told]
 * @returns {Promise<State>}
 */
export async function keep(pack, told) {
  const worker = await engaged();
  const kept = await ask(worker, { do: "keep", pack }, told);
  const loader = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[src*="/loader."]'))?.src ?? "";
  if (!navigator.serviceWorker.controller) await ask(worker, { do: "claim", loader });
  return kept;
}

export async function stop() {
  const worker = (await registered())?.active;
  if (worker) await ask(worker, { do: "stop" });
}

/** Removes all that is kept, of every edition, and the workers. */
export async function remove() {
  setOff(true);
  const links = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-edition]"));
  const roots = [edition, ...[...links].map(({ dataset }) => new URL(dataset.edition ?? "", edition))];
  for (const root of roots) {
    const registration = await registered(root);
    if (registration?.active) await ask(registration.active, { do: "remove" });
    await registration?.unregister();
  }
}
