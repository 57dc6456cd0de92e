/** Lists that end a session or an exam: what was missed, and the sections to read. */
import { format } from "./address.js";
import { reasons, stems } from "./data.js";
import { make } from "./element.js";

/**
 * @param {import("./element.js").PracticeElement} page
 * @param {readonly string[]} missed
 * @param {ReadonlyMap<string, import("./types").AttemptAnswer>} answers
 * @param {readonly string[]} ids All of the attempt, in order: their numbers are shown.
 * @returns {Promise<Node[]>}
 */
async function listMissed(page, missed, answers, ids) {
  if (!missed.length) return [];
  const [asked, told] = await Promise.all([stems(page.index, missed), reasons(page.index, missed)]);
  const sure = missed.filter((id) => answers.get(id)?.sure);
  const others = missed.filter((id) => !sure.includes(id));
  const item = (/** @type {string} */ id) => {
    const stem = asked.get(id);
    const ask = make("span", { lang: "en" });
    ask.innerHTML = stem?.ask ?? stem?.scenario ?? "";
    const takeaway = make("span", { className: "practice__takeaway" });
    const text = told.get(id)?.takeaway;
    takeaway.innerHTML = (Array.isArray(text) ? text[0] : text) ?? "";
    const link = make(
      "a",
      { href: `${page.root}${page.index.questions.get(id)?.pageUrl ?? ""}#${id}` },
      `${ids.indexOf(id) + 1} · ${id}`,
    );
    return make("li", {}, link, make("br"), ask, make("br"), takeaway);
  };
  const list = (/** @type {string} */ title, /** @type {string[]} */ part) =>
    part.length ? [make("h3", {}, title), make("ul", { className: "practice__missed" }, ...part.map(item))] : [];
  return [
    ...list(page.say("surewrong_here"), sure),
    ...list(page.say("missed"), others),
    ...sections(page, missed, told),
  ];
}

/**
 * @param {import("./element.js").PracticeElement} page
 * @param {readonly string[]} missed
 * @param {ReadonlyMap<string, import("./types").Reasons>} told
 * @returns {Node[]} The sections that teach what was missed, those of most questions first.
 */
export function sections(page, missed, told) {
  /** @type {Map<string, {title: string, count: number}>} */
  const found = new Map();
  for (const id of missed) {
    const question = page.index.questions.get(id);
    if (!question) continue;
    const [url, title] = told.get(id)?.section ?? [question.pageUrl, ""];
    const whole = title ? `${escaped(question.pageTitle)}: ${title}` : escaped(question.pageTitle);
    found.set(url, { title: whole, count: (found.get(url)?.count ?? 0) + 1 });
  }
  const rows = [...found]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([url, { title, count }]) => {
      const link = make("a", { href: page.root + url });
      link.innerHTML = title;
      return make("li", {}, link, ` (${page.say(count > 1 ? "missed_count" : "missed_one", { count })})`);
    });
  return rows.length ? [make("h3", {}, page.say("read_next")), make("ul", {}, ...rows)] : [];
}

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * Fills the end of a session: how many were right, and what was missed.
 *
 * @param {import("./element.js").PracticeElement} page
 * @param {import("./types").Attempt} attempt
 * @param {Map<string, import("./types").AttemptAnswer>} answers By question.
 */
export async function showEnd(page, attempt, answers) {
  const answered = attempt.ids.map((id) => answers.get(id)).filter((answer) => answer?.right !== undefined);
  const right = answered.filter((answer) => answer?.right).length;
  const missed = attempt.ids.filter((id) => answers.get(id)?.right === false);
  const score = answered.length ? page.say("score", { right, total: answered.length }) : page.say("none_answered");
  page.find(".practice__score").textContent =
    missed.length || !answered.length ? score : `${score}. ${page.say("all_right")}`;
  const again = page.find('[data-link="again"]');
  again.hidden = !missed.length;
  again.href = format({ again: attempt.seed, n: "all" });
  page.find(".practice__list").replaceChildren(...(await listMissed(page, missed, answers, attempt.ids)));
}
