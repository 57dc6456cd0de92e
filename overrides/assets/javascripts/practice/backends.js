/**
 * Where records are kept: in IndexedDB, or, where the browser stores nothing, in memory until the page is closed.
 *
 * @typedef {"log" | "attempts" | "answers" | "texts" | "flags" | "settings"} Name
 */

import { openDB } from "../vendor/idb.js";

export const DATABASE = "sagemaker-exam-guide";
const VERSION = 1;

/** The stores, and which fields make the key of a record. */
export const STORES = /** @type {const} */ ({
  log: ["id", "at"],
  attempts: "uuid",
  answers: ["attempt", "id"],
  texts: "attempt",
  flags: "id",
  settings: "key",
});
export const NAMES = /** @type {Name[]} */ (Object.keys(STORES));

/**
 * @param {Name} name
 * @param {any} record
 * @returns {any} Its key in a store.
 */
export function keyOf(name, record) {
  const path = STORES[name];
  return Array.isArray(path) ? path.map((field) => record[field]) : record[/** @type {string} */ (path)];
}

/** @typedef {{all: (name: Name, attempt?: string) => Promise<any[]>, get: (name: Name, key: any) => Promise<any>, put: (name: Name, records: any[]) => Promise<unknown>, remove: (name: Name, keys: any[]) => Promise<unknown>}} Backend */

/** @returns {Promise<Backend>} */
export async function indexed() {
  /** @type {import("../vendor/idb").IDBPDatabase} */
  let database;
  const upgrade = (/** @type {any} */ made) => {
    for (const name of NAMES) made.createObjectStore(name, { keyPath: STORES[name] });
  };
  const blocking = () => database.close(); // a newer release, in another tab, wants to change the stores
  try {
    database = await openDB(DATABASE, VERSION, { upgrade, blocking });
  } catch (error) {
    if (/** @type {Error} */ (error).name !== "VersionError") throw error;
    database = await openDB(DATABASE, undefined, { blocking }); // an older release meets a newer one's records
    if (!NAMES.every((name) => database.objectStoreNames.contains(name))) throw error;
  }
  const change = async (/** @type {Name} */ name, /** @type {(store: any) => Promise<unknown>[]} */ act) => {
    const transaction = database.transaction(name, "readwrite", { durability: "relaxed" });
    await Promise.all([...act(transaction.store), transaction.done]);
  };
  return {
    all: (name, attempt) =>
      database.getAll(name, attempt === undefined ? undefined : IDBKeyRange.bound([attempt], [attempt, []])),
    get: (name, key) => database.get(name, key),
    put: (name, records) => change(name, (store) => records.map((record) => store.put(record))),
    remove: (name, keys) => change(name, (store) => keys.map((key) => store.delete(key))),
  };
}

/**
 * @param {Record<string, any[]>} [records]
 * @returns {Backend}
 */
export function inMemory(records = {}) {
  const stores = new Map(
    NAMES.map((name) => [
      name,
      new Map((records[name] ?? []).map((record) => [JSON.stringify(keyOf(name, record)), record])),
    ]),
  );
  const store = (/** @type {Name} */ name) => /** @type {Map<string, any>} */ (stores.get(name));
  return {
    all: async (name, attempt) =>
      structuredClone(
        [...store(name).values()].filter((record) => attempt === undefined || record.attempt === attempt),
      ),
    get: async (name, key) => structuredClone(store(name).get(JSON.stringify(key))),
    put: async (name, all) => {
      for (const record of all) store(name).set(JSON.stringify(keyOf(name, record)), structuredClone(record));
    },
    remove: async (name, keys) => {
      for (const key of keys) store(name).delete(JSON.stringify(key));
    },
  };
}
