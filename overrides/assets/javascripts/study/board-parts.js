/** What the dashboard says, part by part; each fills the box that the page has for it. */
import { isRight } from "../practice/block.js";
import { reasons, stems } from "../practice/data.js";
import { make } from "../practice/element.js";
import { changedFacts } from "./facts.js";
import { steps } from "./next.js";
import { FEWEST, firstAnswers, NEWEST, readiness } from "./readiness.js";
import { chart, date, percent, table, tallyRow } from "./show.js";
import { byDay, byPage, calibration, tallyOf } from "./tallies.js";

/**
 * @typedef {import("./board.js").PracticeBoard} Board
 * @typedef {import("./state.js").Study} Study
 */

/** Days that the chart shows. */
const DAYS = 28;
/** Questions that a list names; the session has them all. */
const NAMED = 5;

/**
 * @param {Board} page
 * @param {Study} all
 */
export async function board(page, all) {
  const put = (/** @type {string} */ name, /** @type {(Node | string)[]} */ nodes) => {
    const box = page.find(`[data-part="${name}"]`);
    box.querySelector("[data-fill]").replaceChildren(...nodes);
    box.hidden = !nodes.length;
  };
  put("next", [await nextPart(page, all)]);
  put("plan", planPart(page, all));
  put("ready", readyPart(page, all));
  put("progress", progressPart(page, all));
  put("pages", pagesPart(page, all));
  put("days", daysPart(page, all));
  put("sure", await surePart(page, all));
  put("changed", await changedPart(page, all));
}

/**
 * @param {Board} page
 * @param {Study} all
 */
async function nextPart(page, all) {
  const { goal, plan, history, surewrong, missed, changed, due, today, rows, attempts } = all;
  const attempt = attempts.findLast(({ state }) => state === "open");
  const given = attempt ? [...(await page.store.answersOf(attempt.uuid)).values()] : [];
  const open = attempt && {
    kind: attempt.kind,
    done: given.filter(({ chosen, right }) => (attempt.kind === "mock" ? chosen.length : right !== undefined)).length,
    total: attempt.ids.length,
  };
  const found = steps({
    exam: goal.exam,
    days: plan.days,
    open: open ?? null,
    answered: history.size,
    surewrong: surewrong.length,
    missed: missed.length,
    changed: changed.length,
    due: due.length,
    today,
    fresh: plan.fresh,
    domains: rows.filter(({ level }) => level === 1),
    exams: attempts.filter(({ kind, state }) => kind === "mock" && state === "done").length,
  });
  const items = found.map(({ key, href, values }) => {
    const link = make("a", { href: page.root + href }, page.say(`next_${key}`, values));
    return make("li", {}, link, make("br"), page.say(`why_${key}`, values));
  });
  return make("ol", { className: "study__next" }, ...items);
}

/**
 * @param {Board} page
 * @param {Study} all
 */
function planPart(page, { goal, plan, unseen, due, today }) {
  const { days, reviews, fresh, isEnough, done } = plan;
  const left = days === null ? [] : [page.say(days > 1 ? "days_left" : days ? "day_left" : "day_now", { days })];
  const doing = page.say(unseen ? "plan_today" : "plan_seen", { reviews, fresh });
  const rest = due.length - Math.min(today, reviews);
  const more = rest > 0 ? [page.say("more_due", { count: rest })] : [];
  const seen =
    days !== null && unseen && !isEnough
      ? [page.say("plan_short", { unseen, date: done === null ? "–" : date(done) })]
      : unseen && done !== null
        ? [page.say("plan_done", { exam: goal.exam, date: date(done) })]
        : [];
  return [make("p", {}, [...left, doing, ...more, ...seen].join(" "))];
}

/**
 * @param {Board} page
 * @param {Study} all
 * @returns {Node[]}
 */
function readyPart(page, { log, goal }) {
  const { domains } = page.index.exams[goal.exam];
  const first = firstAnswers(log, page.index, goal.exam);
  const found = readiness(first, Object.fromEntries(Object.entries(domains).map(([key, [weight]]) => [key, weight])));
  if (found) {
    const { low, high, count } = found;
    const line = page.say("ready", { low: percent(low), high: percent(high), exam: goal.exam });
    return [
      make("p", { className: "study__ready" }, line),
      make("p", {}, page.say("ready_how", { count, newest: NEWEST })),
      make("p", {}, page.say("ready_not")),
    ];
  }
  const parts = [...first].map(([key, answers]) => page.say("ready_part", { domain: key, count: answers.length }));
  return [make("p", {}, page.say("ready_none", { fewest: FEWEST, parts: parts.join(", ") }))];
}

/**
 * @param {Board} page
 * @param {Study} all
 */
function progressPart(page, { rows, goal, pool, history, due }) {
  const say = page.say.bind(page);
  const whole = tallyOf(pool, history, new Set(due));
  const lines = rows.map((row) => {
    const href = `${page.root}practice/session/#domain=${goal.exam}/${row.key}&n=10`;
    const title = row.level === 1 ? make("a", { href }, `${row.key}. ${row.title}`) : `${row.key} ${row.title}`;
    return tallyRow(row, title, say);
  });
  const titles = [page.say("col_part"), page.say("col_answered"), page.say("col_right"), page.say("col_due")];
  return [
    make("p", {}, page.say("whole", { ...whole, exam: goal.exam })),
    table(titles, lines, page.say("by_task", { exam: goal.exam })),
  ];
}

/**
 * @param {Board} page
 * @param {Study} all
 */
function pagesPart(page, { history, due }) {
  const say = page.say.bind(page);
  const lines = byPage(page.index, history, new Set(due)).map((row) =>
    tallyRow(row, make("a", { href: page.root + row.key }, row.title), say),
  );
  const titles = [page.say("col_page"), page.say("col_answered"), page.say("col_right"), page.say("col_due")];
  return [table(titles, lines, page.say("by_page"))];
}

/**
 * @param {Board} page
 * @param {Study} all
 */
function daysPart(page, { log, now }) {
  const days = byDay(log, now, DAYS);
  const used = days.filter(({ answered }) => answered);
  if (!used.length) return [];
  const answered = used.reduce((sum, day) => sum + day.answered, 0);
  const right = used.reduce((sum, day) => sum + day.right, 0);
  const label = page.say("chart", { days: DAYS, answered, percent: percent(right / answered) });
  const rows = [...used]
    .reverse()
    .map((day) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, date(day.day)),
        make("td", {}, String(day.answered)),
        make("td", {}, percent(day.right / day.answered)),
      ),
    );
  const titles = [page.say("col_day"), page.say("col_answers"), page.say("col_right")];
  const fold = make("details", {}, make("summary", {}, page.say("as_table")), table(titles, rows, label));
  return [make("p", {}, label), chart(days, label), fold];
}

/**
 * @param {Board} page
 * @param {Study} all
 * @returns {Promise<Node[]>}
 */
async function surePart(page, { history, surewrong }) {
  const { sure, unsure } = calibration(history.values());
  if (!sure.total && !unsure.total) return [];
  const line = (/** @type {string} */ key, /** @type {{right: number, total: number}} */ { right, total }) =>
    total ? [page.say(key, { right, total, percent: percent(right / total) })] : [];
  const told = make("p", {}, [...line("when_sure", sure), ...line("when_unsure", unsure)].join(" "));
  if (!surewrong.length) return [told];
  const named = surewrong.slice(0, NAMED);
  const asked = await stems(page.index, named).catch(() => new Map());
  const href = `${page.root}practice/session/#state=surewrong&n=all`;
  const all = make("a", { className: "md-button", href }, page.say("practise_surewrong", { count: surewrong.length }));
  const items = named.map((id) => questionItem(page, id, asked.get(id)));
  const title = make("h3", {}, page.say("surewrong"));
  return [title, make("ul", {}, ...items), make("p", {}, all), told];
}

/**
 * @param {Board} page
 * @param {string} id
 * @param {import("../practice/types").Stem} [stem]
 * @param {string} [note]
 */
function questionItem(page, id, stem, note = "") {
  const question = page.index.questions.get(id);
  const ask = make("span", { lang: "en" });
  ask.innerHTML = stem?.ask ?? stem?.scenario ?? "";
  const link = make("a", { href: `${page.root}${question?.pageUrl ?? ""}#${id}` }, `${question?.pageTitle} · ${id}`);
  return make("li", {}, link, ...(note ? [" ", make("strong", {}, note)] : []), make("br"), ask);
}

/**
 * @param {Board} page
 * @param {Study} all
 * @returns {Promise<Node[]>}
 */
async function changedPart(page, { changed, log }) {
  const facts = await changedFacts(page, log).catch(() => []);
  if (!changed.length) return facts;
  const ids = changed.map(({ id }) => id);
  const [asked, told] = await Promise.all([stems(page.index, ids), reasons(page.index, ids)]).catch(() => [
    new Map(),
    new Map(),
  ]);
  const items = changed.map(({ id, chosen, right }) => {
    const key = told.get(id);
    const isOther = chosen !== undefined && key !== undefined && isRight(chosen, key) !== right;
    const note = isOther ? page.say(right ? "key_now_wrong" : "key_now_right") : "";
    return { isOther, item: questionItem(page, id, asked.get(id), note) };
  });
  items.sort((a, b) => Number(b.isOther) - Number(a.isOther));
  const intro = page.say(changed.length > 1 ? "changed_some" : "changed_one", { count: changed.length });
  return [make("p", {}, intro), make("ul", {}, ...items.map(({ item }) => item)), ...facts];
}
