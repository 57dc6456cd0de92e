/** Takes an answer that was given on a question's page into the log. */
import { openStore } from "./store.js";

/** @param {import("./types").LogEntry} entry */
export async function log(entry) {
  const store = await openStore();
  await store.add([entry]);
}
