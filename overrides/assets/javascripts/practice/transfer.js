/** All that a reader did, to a file and back: docs/decisions/progress-format.md. */
import { answers, read, restore } from "../quiz/progress.js";
import { NAMES, STORES } from "./backends.js";

/** @typedef {import("./store.js").Store} Store */

export const FILE_VERSION = 2;

/**
 * @param {Store} store
 * @returns {Promise<Record<string, any>>} What the file holds.
 */
export async function exported(store) {
  const kept = (await store.setting("unknown")) ?? {};
  const { answers: given, ...records } = await store.everything();
  return {
    ...kept,
    version: FILE_VERSION,
    exported: Date.now(),
    answers: Object.fromEntries(answers()),
    given,
    ...records,
  };
}

/** @param {Store} store */
export async function download(store) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(await exported(store))], { type: "application/json" }));
  link.download = `sagemaker-exam-guide-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
}

const KNOWN = new Set(["version", "exported", "given", ...NAMES]);

/**
 * Takes a file in, of this version or of version 1. Records are merged: those that exist already stay, but for newer
 * ones; fields and parts that this release does not know are kept.
 *
 * @param {Store} store
 * @param {string} text
 * @returns {Promise<number | null>} How many answers it holds; null if it is no such file, and then nothing changes.
 */
export async function imported(store, text) {
  const data = parsed(text);
  if (data?.version === 1) {
    const { found, isWhole } = read(text);
    if (!found.size && !isWhole) return null;
    restore(found);
    await store.takeMirror();
    return found.size;
  }
  if (typeof data?.version !== "number" || data.version < FILE_VERSION || !Array.isArray(data.log)) return null;
  const now = Date.now();
  /** @type {any[]} */
  const log = data.log.filter((/** @type {any} */ entry) => isEntry(entry, now));
  const own = await store.everything();
  /** @type {Record<string, any[]>} */
  const news = { log: merged("log", own.log, log) };
  for (const name of NAMES.filter((one) => one !== "log")) {
    const records = data[name === "answers" ? "given" : name];
    if (Array.isArray(records))
      news[name] = merged(
        name,
        own[name],
        records.filter((record) => isRecord(name, record)),
      );
  }
  const unknown = Object.fromEntries(Object.entries(data).filter(([name]) => !KNOWN.has(name)));
  const settings = Object.keys(unknown).length ? [{ key: "unknown", value: unknown, at: now }] : [];
  await store.write({ ...news, settings: [...(news.settings ?? []), ...settings] });
  const inTime = [...log].sort((a, b) => a.at - b.at);
  restore(new Map(inTime.map(({ id, revision, right, at }) => [id, { revision, right, at, tries: 1 }])));
  return log.length;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {any} entry
 * @param {number} now
 */
const isEntry = (entry, now) =>
  typeof entry === "object" &&
  entry !== null &&
  isId(entry.id) &&
  /^[0-9a-f]{8}$/.test(entry.revision) &&
  typeof entry.right === "boolean" &&
  Number.isFinite(entry.at) &&
  entry.at >= 0 &&
  entry.at <= now + 864e5;

/** @param {unknown} id */
const isId = (id) => typeof id === "string" && /^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(id);

/**
 * @param {import("./store.js").Name} name
 * @param {any} record
 */
function isRecord(name, record) {
  if (typeof record !== "object" || record === null) return false;
  const keys = [STORES[name]].flat();
  if (!keys.every((key) => typeof record[key] === "string" && record[key].length < 200)) return false;
  if (name === "attempts")
    return Array.isArray(record.ids) && record.ids.every(isId) && Number.isFinite(record.started);
  return name !== "answers" || (isId(record.id) && Array.isArray(record.chosen));
}

/**
 * @param {import("./store.js").Name} name
 * @param {any[]} own
 * @param {any[]} others
 * @returns {any[]} Those of the others that are new here, or newer: an attempt that is done is newer than an open one.
 */
function merged(name, own, others) {
  const key = (/** @type {any} */ record) => JSON.stringify([STORES[name]].flat().map((field) => record[field]));
  const ages = new Map(own.map((record) => [key(record), age(record)]));
  return others.filter((record) => !ages.has(key(record)) || age(record) > (ages.get(key(record)) ?? 0));
}

/** @param {any} record */
const age = (record) => record.ended ?? record.at ?? record.started ?? 0;
