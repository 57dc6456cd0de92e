/** What a session asks of the schedule. */
import { goalOf } from "./goal.js";
import { queue } from "./queue.js";

/**
 * @param {import("../practice/store.js").Store} store
 * @param {import("../practice/data.js").Index} index
 * @param {import("../practice/types").History} history
 * @returns {Promise<string[]>} All that is due, in the order in which it should be asked.
 */
export async function dueIn(store, index, history) {
  return queue(history, index, goalOf(await store.setting("goal"), index), Date.now()).due;
}
