/** The result of an exam: how much, where, against earlier ones, and every question with its reasons. */
import "../quiz/exam-question.js";
import { acceptedOf, dealOptions, reveal } from "../practice/block.js";
import { reasons, stems, taskOf } from "../practice/data.js";
import { make } from "../practice/element.js";
import { sections } from "../practice/lists.js";
import { fill } from "../practice/template.js";
import { grade } from "../quiz/grading.js";
import { shown, used } from "./clock.js";
import { groupPart } from "./group.js";
import { interval, median, secondThoughts, tally } from "./score.js";
import { dated } from "./setup.js";

/**
 * @typedef {import("./mock.js").PracticeMock} Page
 * @typedef {import("../practice/types").AttemptAnswer} AttemptAnswer
 * @typedef {import("../practice/types").Reasons} Reasons
 */

/** @param {number} share */
const percent = (share) => new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(share);

/**
 * @param {Page} page
 * @param {string} theirs An address with a friend's result; empty for none.
 */
export async function report(page, theirs) {
  const { attempt, store, index } = page;
  const answers = await store.answersOf(attempt.uuid);
  const told = await reasons(index, attempt.ids);
  const missed = attempt.ids.filter((id) => !answers.get(id)?.right);
  const box = page.find(".practice__report");
  box.replaceChildren(
    ...head(page),
    make("p", { className: "practice__actions" }, ...links(page, missed)),
    ...(await parts(page, answers)),
    ...earlier(page, await store.attempts()),
    ...times(page, answers),
    ...thoughts(page, answers, told),
    ...sections(page, missed, told),
    ...groupPart(
      page,
      attempt.ids.map((id) => Boolean(answers.get(id)?.right)),
      theirs,
    ),
    ...every(page, answers, told),
  );
}

/**
 * @param {Page} page
 * @returns {Node[]}
 */
function head(page) {
  const { right = 0, ids, isLate } = page.attempt;
  const total = ids.length;
  const [low, high] = interval(right, total);
  const score = page.say("percent", { percent: percent(right / total), right, total });
  return [
    ...(isLate ? [make("p", { className: "practice__note" }, page.say("time_up"))] : []),
    make("p", { className: "practice__score" }, score),
    make("p", {}, page.say("interval", { low: percent(low), high: percent(high) })),
  ];
}

/**
 * @param {Page} page
 * @param {string[]} missed
 */
function links(page, missed) {
  const again = make(
    "a",
    { className: "md-button md-button--primary", href: `../session/#again=${page.attempt.seed}&n=all` },
    page.say("practise_missed"),
  );
  const other = make("button", { className: "md-button", type: "button" }, page.say("new_exam"));
  other.addEventListener("click", () => page.act(() => page.again()));
  return [...(missed.length ? [again, " "] : []), other];
}

/**
 * @param {Page} page
 * @param {ReadonlyMap<string, AttemptAnswer>} answers
 * @returns {Promise<Node[]>} A table, each row with its bar.
 */
async function parts(page, answers) {
  const { exam } = page.attempt.query;
  const { domains, tasks } = page.index.exams[exam];
  const known = page.attempt.ids.filter((id) => page.index.domains[exam][id]);
  const rows = known.flatMap((id) => {
    const right = Boolean(answers.get(id)?.right);
    return [
      { part: page.index.domains[exam][id], right },
      { part: taskOf(page.index, exam, id), right },
    ].filter(({ part }) => part);
  });
  const lines = [...tally(rows)].map(([part, { right, total }]) => {
    const isDomain = part in domains;
    const title = isDomain
      ? page.say("domain_row", { domain: part, title: domains[part][1] })
      : `${part} ${tasks[part] ?? ""}`;
    return row(page, title, right, total, isDomain ? "practice__domain" : "");
  });
  return [make("h3", {}, page.say("by_domain")), table([page.say("col_part"), page.say("col_right")], lines)];
}

/**
 * @param {Page} page
 * @param {string} title
 * @param {number} right
 * @param {number} total
 * @param {string} className
 */
function row(page, title, right, total, className) {
  const bar = make("span", { className: "practice__share" });
  bar.style.setProperty("--share", String(right / total));
  bar.ariaHidden = "true";
  const share = make("td", {}, `${page.say("right_of", { right, total })} (${percent(right / total)})`, bar);
  return make("tr", { className }, make("th", { scope: "row" }, title), share);
}

/**
 * @param {string[]} titles
 * @param {HTMLTableRowElement[]} rows
 */
function table(titles, rows) {
  const head = make("thead", {}, make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title))));
  return make("table", { className: "facts practice__table" }, head, make("tbody", {}, ...rows));
}

/**
 * @param {Page} page
 * @param {import("../practice/types").Attempt[]} attempts
 * @returns {Node[]}
 */
function earlier(page, attempts) {
  const { exam, part } = page.attempt.query;
  const same = attempts.filter(
    ({ kind, state, query }) => kind === "mock" && state === "done" && query.exam === exam && query.part === part,
  );
  if (same.length < 2) return [];
  const rows = same
    .slice(-8)
    .map((attempt) =>
      row(
        page,
        dated(attempt.started),
        attempt.right ?? 0,
        attempt.ids.length,
        attempt.uuid === page.attempt.uuid ? "practice__domain" : "",
      ),
    );
  return [make("h3", {}, page.say("before")), table([page.say("col_date"), page.say("col_right")], rows)];
}

/**
 * @param {Page} page
 * @param {ReadonlyMap<string, AttemptAnswer>} answers
 * @returns {Node[]}
 */
function times(page, answers) {
  const { timing, ended = 0, ids } = page.attempt;
  const rows = ids.map((id, place) => ({ place, ms: answers.get(id)?.ms ?? 0 })).filter(({ ms }) => ms > 0);
  if (!rows.length || !timing) return [];
  const minutes = shown(used(timing, ended));
  const slow = [...rows].sort((a, b) => b.ms - a.ms).slice(0, 5);
  const list = slow.map(({ place, ms }) => make("li", {}, `${page.say("question")} ${place + 1}: ${shown(ms)}`));
  return [
    make("h3", {}, page.say("time_used")),
    make("p", {}, page.say("time_per", { minutes, median: shown(median(rows.map(({ ms }) => ms))) })),
    make("ul", {}, ...list),
  ];
}

/**
 * @param {Page} page
 * @param {ReadonlyMap<string, AttemptAnswer>} answers
 * @param {ReadonlyMap<string, Reasons>} told
 * @returns {Node[]}
 */
function thoughts(page, answers, told) {
  const histories = page.attempt.ids.map((id) => {
    const known = told.get(id);
    return known ? (answers.get(id)?.changes ?? []).map(({ chosen }) => grade(chosen, acceptedOf(known)) > 0) : [];
  });
  const counts = secondThoughts(histories);
  const isNone = counts.wr + counts.rw + counts.ww === 0;
  return [
    make("h3", {}, page.say("thoughts")),
    make("p", {}, isNone ? page.say("thoughts_none") : page.say("thoughts_some", counts)),
  ];
}

/**
 * @param {Page} page
 * @param {ReadonlyMap<string, AttemptAnswer>} answers
 * @param {ReadonlyMap<string, Reasons>} told
 * @returns {Node[]} Every question, the missed ones open; each is built when it opens, so that the page is there at once.
 */
function every(page, answers, told) {
  const asked = stems(page.index, page.attempt.ids);
  const rows = page.attempt.ids.map((id, place) => {
    const answer = answers.get(id);
    const state = answer?.right ? "right" : answer?.chosen.length ? "wrong" : "blank";
    const time = answer?.ms ? ` · ${shown(answer.ms)}` : "";
    const mark = make("span", { className: "practice__state" }, page.say(`q_${state}`));
    mark.dataset.state = state;
    const summary = make("summary", {}, `${place + 1} · `, mark, ` · ${id}${time}`);
    const fold = make("details", { className: "practice__fold" }, summary);
    const build = async () => {
      if (fold.childElementCount > 1) return;
      const stem = (await asked).get(id);
      const known = told.get(id);
      const question = page.index.questions.get(id);
      if (!stem || !known || !question) fold.append(make("p", {}, page.say("gone")));
      else
        fold.append(
          ...(question.revision === page.attempt.revisions[place]
            ? []
            : [make("p", { className: "practice__note" }, page.say("changed"))]),
          built(page, { question, stem, known, place, chosen: answer?.chosen ?? [] }),
        );
    };
    fold.addEventListener("toggle", () => fold.open && page.act(build));
    return { fold, isOpen: state !== "right" };
  });
  open(rows.filter(({ isOpen }) => isOpen).map(({ fold }) => fold));
  return [make("h3", {}, page.say("every")), ...rows.map(({ fold }) => fold)];
}

/**
 * @param {Page} page
 * @param {{question: import("../practice/types").Question, stem: import("../practice/types").Stem, known: Reasons, place: number, chosen: string[]}} row
 */
function built(page, { question, stem, known, place, chosen }) {
  const block = fill(page.template, {
    question,
    stem,
    reasons: known,
    number: place + 1,
    root: page.root,
    words: page.words.block,
  });
  dealOptions(block, page.attempt.seed);
  reveal(block, chosen, known);
  return block;
}

/**
 * Opens folds a few at a time, so that a phone stays responsive.
 *
 * @param {HTMLDetailsElement[]} folds
 */
function open(folds) {
  for (const fold of folds.slice(0, 4)) fold.open = true;
  if (folds.length > 4) setTimeout(() => open(folds.slice(4)), 30);
}
