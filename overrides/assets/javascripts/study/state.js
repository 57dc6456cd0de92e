/** Everything that the dashboard, the review page and home say of a reader, read in one go. No elements. */
import { histories } from "../practice/select.js";
import { goalOf, pace, planned } from "./goal.js";
import { queue } from "./queue.js";
import { byTask, lastly } from "./tallies.js";

/**
 * @typedef {Awaited<ReturnType<typeof study>>} Study
 */

/**
 * @param {import("../practice/store.js").Store} store
 * @param {import("../practice/data.js").Index} index
 * @param {number} [now]
 */
export async function study(store, index, now = Date.now()) {
  const [log, attempts, setting] = await Promise.all([store.log(), store.attempts(), store.setting("goal")]);
  const history = histories(log, index.questions);
  const goal = goalOf(setting, index);
  const { planned: schedule, due, today } = queue(history, index, goal, now);
  const pool = Object.keys(index.domains[goal.exam]);
  const unseen = pool.filter((id) => !history.has(id)).length;
  const plan = planned(goal, { unseen, today, pace: pace(log), now });
  const rows = byTask(index, goal.exam, history, new Set(due));
  return {
    now,
    log,
    attempts,
    history,
    goal,
    isGoalSet: Boolean(setting),
    schedule,
    due,
    today,
    plan,
    pool,
    unseen,
    rows,
    surewrong: lastly(history, ({ right, sure }) => !right && sure === true),
    missed: lastly(history, ({ right }) => !right),
    changed: changed(log, index),
  };
}

/**
 * @param {readonly import("../practice/types").LogEntry[]} log
 * @param {import("../practice/data.js").Index} index
 * @returns {import("../practice/types").LogEntry[]} The last answers to questions that have changed since.
 */
export function changed(log, index) {
  const last = new Map(log.map((entry) => [entry.id, entry]));
  return [...last.values()].filter(({ id, revision }) => {
    const question = index.questions.get(id);
    return question !== undefined && question.revision !== revision;
  });
}
