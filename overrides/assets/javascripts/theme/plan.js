/** The study plan: splits the pages into weeks by the weights of the exam's domains, and keeps what is ticked. */
import { attempt } from "../quiz/progress.js";
import { filled } from "./words.js";

export const KEY = "sagemaker-exam-guide.plan";

/** @typedef {{weeks: number, done: string[]}} Plan */

/** @returns {Plan} */
function stored() {
  const data = attempt(() => JSON.parse(localStorage.getItem(KEY) ?? "{}")) ?? {};
  return { weeks: Number(data.weeks) || 5, done: Array.isArray(data.done) ? data.done.map(String) : [] };
}

/** @param {Plan} plan */
const keep = (plan) => attempt(() => localStorage.setItem(KEY, JSON.stringify(plan)));

/** Shows the plan on this page. */
export function plan() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-plan]"));
  if (!box || box.dataset.live !== undefined) return;
  box.dataset.live = "";
  const words = /** @type {Record<string, string>} */ (JSON.parse(box.dataset.words ?? "{}"));
  const list = /** @type {HTMLElement} */ (box.querySelector(".plan__list"));
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("li")]);
  const choice = /** @type {HTMLSelectElement} */ (box.querySelector("select"));
  const { weeks, done } = stored();
  choice.value = String(Math.min(8, Math.max(2, weeks)));
  for (const item of items) tick(item).checked = done.includes(tick(item).value);

  const count = () => {
    const ticked = items.map(tick).filter(({ checked }) => checked);
    const output = /** @type {HTMLElement} */ (box.querySelector("output"));
    output.textContent = filled(words.ticked, { done: ticked.length, total: items.length });
    return { weeks: Number(choice.value), done: ticked.map(({ value }) => value) };
  };
  const split = () => list.replaceChildren(...inWeeks(items, Number(choice.value), words.week));
  choice.addEventListener("change", () => {
    split();
    keep(count());
  });
  list.addEventListener("change", () => keep(count()));
  if (Number(choice.value) !== list.childElementCount) split();
  count();
}

/** @param {HTMLElement} item */
const tick = (item) => /** @type {HTMLInputElement} */ (item.querySelector("input"));

/**
 * @param {HTMLElement[]} items Each with its share of the work in data-share, in the order to study them.
 * @param {number} weeks
 * @param {string} title With {number}.
 * @returns {HTMLElement[]} A section for each week, all of about the same work.
 */
function inWeeks(items, weeks, title) {
  const whole = items.reduce((sum, { dataset }) => sum + Number(dataset.share), 0);
  const sections = Array.from({ length: weeks }, (_, place) => section(filled(title, { number: place + 1 })));
  let before = 0;
  for (const item of items) {
    const share = Number(item.dataset.share);
    const week = Math.min(weeks - 1, Math.floor(((before + share / 2) / whole) * weeks));
    sections[week].querySelector("ul")?.append(item);
    before += share;
  }
  return sections.filter((made) => made.querySelector("li"));
}

/** @param {string} title */
function section(title) {
  const made = document.createElement("section");
  made.className = "plan__group";
  const heading = document.createElement("h2");
  heading.textContent = title;
  const list = document.createElement("ul");
  list.className = "plan__items";
  made.append(heading, list);
  return made;
}
