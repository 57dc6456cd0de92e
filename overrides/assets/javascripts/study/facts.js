/** Facts that changed since the reader last looked, where questions that they answered rest on them. */
import { ROOT } from "../practice/data.js";
import { make } from "../practice/element.js";

/** @returns {Promise<Record<string, [label: string, value: string, ids: string[]]>>} */
const load = async () => {
  const answer = await fetch(new URL("assets/practice/facts.json", ROOT), { cache: "no-cache" });
  return answer.ok ? answer.json() : {};
};

/** @returns {Promise<Record<string, string>>} The values as they are, by the fact's name. */
export async function factsNow() {
  return Object.fromEntries(Object.entries(await load()).map(([name, [, value]]) => [name, value]));
}

/**
 * @param {import("./board.js").PracticeBoard} page
 * @param {readonly import("../practice/types").LogEntry[]} log
 * @returns {Promise<Node[]>} Nothing on the first visit, which only takes note of what is true now.
 */
export async function changedFacts(page, log) {
  if (!log.length) return [];
  const known = await page.store.setting("facts");
  if (!known) {
    await page.store.set("facts", await factsNow());
    return [];
  }
  const answered = new Set(log.map(({ id }) => id));
  const items = Object.entries(await load()).flatMap(([name, [label, value, ids]]) => {
    const id = ids.find((one) => answered.has(one));
    if (known[name] === undefined || known[name] === value || !id) return [];
    const link = make("a", { href: `${page.root}${page.index.questions.get(id)?.pageUrl ?? ""}#${id}` }, label);
    return [make("li", {}, link, `: ${page.say("fact_was", { old: known[name], value })}`)];
  });
  if (!items.length) return [];
  const seen = make("button", { className: "md-button", type: "button" }, page.say("facts_seen"));
  seen.dataset.do = "seen";
  return [make("p", {}, page.say("facts_changed")), make("ul", {}, ...items), make("p", {}, seen)];
}
