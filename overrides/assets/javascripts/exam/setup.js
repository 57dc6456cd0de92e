/** The controls that begin a mock exam. */

import { make } from "../practice/element.js";
import { differing } from "./draw.js";
import { drawn, forms, minutesFor, parts } from "./plan.js";

/**
 * Brings the controls in line with the bank, the address and each other.
 *
 * @param {import("./mock.js").PracticeMock} page
 * @param {import("../practice/types").Attempt[]} attempts
 * @param {import("../practice/types").Attempt | null | undefined} open Offered to go on with; null to leave that as it is.
 */
export async function setUp(page, attempts, open) {
  const form = page.find(".practice__setup");
  const { query } = page;
  if (!form.form) listForms(page);
  const isShared = Boolean(query.s);
  if (open !== null && query.exam) {
    form.form.value = query.form === "beta" ? `${query.exam}:beta` : query.exam;
    listParts(page, query.part);
  } else listParts(page);
  for (const input of form.querySelectorAll('[name="form"]')) input.disabled = isShared;
  form.part.disabled = isShared;
  listMinutes(page);
  await tellDraw(page);
  page.find(".practice__shared").hidden = !isShared;
  if (open === null) return;
  const line = page.find(".practice__open");
  line.hidden = !open;
  if (open) {
    const answers = await page.store.answersOf(open.uuid);
    const done = [...answers.values()].filter(({ chosen }) => chosen.length).length;
    const values = { exam: open.query.exam, done, total: open.ids.length, date: dated(open.started) };
    line.querySelector("p").textContent = page.say("open", values);
  }
  page.find(".practice__past").replaceChildren(
    ...past(
      page,
      attempts.filter(({ state }) => state === "done"),
    ),
  );
}

/** @param {number} time */
export const dated = (time) =>
  new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

/** @param {import("./mock.js").PracticeMock} page */
function listForms(page) {
  const rows = forms(page.index).map(({ key, exam, form, questions, minutes, code, isWhole }, place) => {
    const words = page.say(isWhole ? `form_${form}` : "form_domains", { exam, questions, minutes, code });
    const input = make("input", { type: "radio", name: "form", value: key, checked: place === 0 });
    return make("label", {}, input, make("span", {}, words));
  });
  page.find('[data-field="form"]').append(...rows);
}

/**
 * @param {import("./mock.js").PracticeMock} page
 * @param {string} [wanted]
 */
function listParts(page, wanted) {
  const select = page.find('[name="part"]');
  const { form } = page.chosen();
  const before = wanted ?? select.value;
  const { domains } = page.index.exams[form.exam];
  const options = parts(page.index, form).map(({ key, count, domain }) => {
    const words =
      key === "all"
        ? page.say("part_whole")
        : domain
          ? `${page.say("part_domain", { domain, title: domains[domain][1] })} (${count})`
          : page.say("part_n", { count });
    return make("option", { value: key }, words);
  });
  select.replaceChildren(...options);
  select.value = before;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

/** @param {import("./mock.js").PracticeMock} page */
function listMinutes(page) {
  const { form, part } = page.chosen();
  const isTimed = page.find(".practice__setup").mode.value !== "none";
  page.find('[data-field="extra"]').hidden = !isTimed;
  for (const label of page.querySelectorAll("[data-extra]")) {
    const { extra = "1" } = /** @type {HTMLElement} */ (label).dataset;
    label.textContent = page.say(`extra_${extra}`, { minutes: minutesFor(form, part.count, extra) });
  }
  const hints = [];
  if (form.isMinutesOf)
    hints.push(page.say("minutes_unknown", { exam: form.exam, minutes: form.minutes, other: form.isMinutesOf }));
  if (!form.isWhole) hints.push(page.say("no_mock", { exam: form.exam }));
  page.find('[data-hint="form"]').textContent = hints.join(" ");
}

/** @param {import("./mock.js").PracticeMock} page */
async function tellDraw(page) {
  const { form, part } = page.chosen();
  const { seed, offsets, before } = await page.deck(form);
  const { repeated, left, print } = drawn(page.index, form, part, seed, offsets);
  const number = before.filter(({ query }) => query.part === part.key).length + 1;
  const own = left
    ? page.say("repeat", { number, total: number - 1 + left })
    : page.say("repeats", { count: repeated });
  page.find('[data-hint="draw"]').textContent = page.query.s ? "" : own;
  const line = page.find(".practice__differs");
  const count = page.query.b ? differing(print, page.query.b) : 0;
  line.hidden = !count;
  line.textContent = count ? page.say("banks_differ", { count, total: print.length }) : "";
}

/**
 * @param {import("./mock.js").PracticeMock} page
 * @param {import("../practice/types").Attempt[]} attempts
 * @returns {Node[]}
 */
function past(page, attempts) {
  if (!attempts.length) return [];
  const rows = attempts
    .slice(-10)
    .reverse()
    .map((attempt) => {
      const { exam, form, part, o, b } = attempt.query;
      const address = new URLSearchParams({ exam, form, part, o, s: attempt.seed, b });
      const link = make("a", { href: `#${address}` }, dated(attempt.started));
      return make(
        "li",
        {},
        link,
        ` · ${exam} · ${page.say("right_of", { right: attempt.right ?? 0, total: attempt.ids.length })}`,
      );
    });
  return [make("h2", {}, page.say("past")), make("ul", {}, ...rows)];
}
