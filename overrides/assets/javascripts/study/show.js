/** How a dashboard writes numbers, tables and its small chart. */
import { make } from "../practice/element.js";

const language = () => document.documentElement.lang;

/** @param {number} share */
export const percent = (share) => new Intl.NumberFormat(language(), { style: "percent" }).format(share);

/** @param {number} time */
export const date = (time) => new Intl.DateTimeFormat(language(), { day: "numeric", month: "short" }).format(time);

/**
 * @param {string[]} titles
 * @param {HTMLTableRowElement[]} rows
 * @param {string} caption
 */
export function table(titles, rows, caption) {
  const head = make("thead", {}, make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title))));
  const name = make("caption", { className: "study__caption" }, caption);
  const made = make("table", { className: "facts study__table" }, name, head, make("tbody", {}, ...rows));
  // A phone lays rows out as grids, and browsers then forget that they were rows.
  const roles = { table: [made], rowgroup: made.querySelectorAll("thead, tbody"), row: made.rows };
  for (const [role, elements] of Object.entries(roles)) for (const element of elements) element.role = role;
  for (const cell of made.querySelectorAll("th, td"))
    cell.role = cell.matches("[scope=col]") ? "columnheader" : cell.matches("th") ? "rowheader" : "cell";
  return made;
}

/**
 * @param {import("./tallies.js").Row} row
 * @param {string | Node} title
 * @param {(key: string, values?: Record<string, string | number>) => string} say
 */
export function tallyRow({ level, total, answered, right, due }, title, say) {
  const bar = make("span", { className: "study__bar", ariaHidden: "true" });
  bar.style.setProperty("--answered", String(answered / total));
  bar.style.setProperty("--right", String(right / total));
  const share = answered ? percent(right / answered) : "–";
  return make(
    "tr",
    { className: level === 1 ? "study__domain" : "" },
    make("th", { scope: "row" }, title, bar),
    make("td", {}, say("of", { count: answered, total })),
    make("td", {}, share),
    make("td", {}, String(due)),
  );
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function drawn(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/**
 * @param {readonly {day: number, answered: number, right: number}[]} days
 * @param {string} label What it shows, for who does not see it.
 * @returns {SVGElement} A bar a day; its lower part are right answers.
 */
export function chart(days, label) {
  const highest = Math.max(10, ...days.map(({ answered }) => answered));
  const svg = drawn("svg", {
    viewBox: `0 0 ${days.length * 10} 60`,
    class: "study__chart",
    role: "img",
    "aria-label": label,
  });
  days.forEach(({ answered, right }, place) => {
    const height = (answered / highest) * 56;
    const good = (right / highest) * 56;
    if (!answered) return;
    svg.append(
      drawn("rect", { x: place * 10 + 1, y: 58 - height, width: 8, height: height - good, class: "study__wrong" }),
      drawn("rect", { x: place * 10 + 1, y: 58 - good, width: 8, height: good, class: "study__right" }),
    );
  });
  svg.append(drawn("line", { x1: 0, x2: days.length * 10, y1: 58.5, y2: 58.5, class: "study__axis" }));
  return /** @type {SVGElement} */ (svg);
}
