/** A reader's progress on the whole site and by section, in the fold below a page's summary, live while it is open. */
import { onChange } from "./progress.js";
import { filled, pageOf, questionIndex, tally } from "./progress-index.js";

/** @typedef {import("../types").QuestionIndex} QuestionIndex */
/** @typedef {import("./progress-index.js").Tally} Tally */

/** @param {Element} fold That is open. */
export async function show(fold) {
  const box = /** @type {HTMLElement | null} */ (fold.querySelector("[data-progress]"));
  if (!box) return;
  try {
    const index = await questionIndex();
    const write = () => box.replaceChildren(sentence(index), table(index));
    write();
    const open = new AbortController();
    onChange(() => (box.isConnected && fold.hasAttribute("open") ? write() : open.abort()), open.signal);
    fold.addEventListener("toggle", () => open.abort(), { once: true });
  } catch {
    box.textContent = box.dataset.failed ?? "";
  }
}

/** @param {QuestionIndex} index */
function sentence({ words, pages }) {
  const numbers = tally(Object.values(pages));
  return element("p", filled(numbers.answered ? words.all : words.none, numbers));
}

/** @param {QuestionIndex} index */
function table(index) {
  const head = document.createElement("tr");
  head.append(...[index.words.section, index.words.answered, index.words.right].map((word) => cell("col", word)));
  const rows = sections(index).map(([link, numbers]) => {
    const row = document.createElement("tr");
    const name = cell("row", link);
    name.append(bar(numbers));
    row.append(name, element("td", filled("{answered}/{total}", numbers)), element("td", filled("{right}", numbers)));
    return row;
  });
  const made = element("table", element("thead", head), element("tbody", ...rows));
  made.className = "facts progress-table";
  return made;
}

/**
 * @param {QuestionIndex} index
 * @returns {[HTMLAnchorElement, Tally][]} Each section of the navigation that has questions: a link to it, and its numbers.
 */
function sections({ pages }) {
  const items = [...document.querySelectorAll(".md-nav--primary > .md-nav__list > .md-nav__item")];
  return items.flatMap((item) => {
    const links = /** @type {HTMLAnchorElement[]} */ ([
      ...item.querySelectorAll('a.md-nav__link[href]:not([href*="#"])'),
    ]);
    const numbers = tally([...new Set(links.map(pageOf))].map((page) => pages[page] ?? {}));
    if (!numbers.total) return [];
    const link = /** @type {HTMLAnchorElement} */ (
      element("a", item.querySelector(".md-ellipsis")?.textContent?.trim() ?? "")
    );
    link.href = links[0].href;
    return [[link, numbers]];
  });
}

/** The numbers beside it say the same. @param {Tally} numbers */
function bar({ total, answered, right }) {
  const made = document.createElement("span");
  made.className = "progress-bar";
  made.style.setProperty("--answered", `${answered / total}`);
  made.style.setProperty("--right", `${right / total}`);
  return made;
}

/**
 * @param {"col" | "row"} scope
 * @param {string | Node} content
 */
function cell(scope, content) {
  const made = /** @type {HTMLTableCellElement} */ (element("th", content));
  made.scope = scope;
  return made;
}

/**
 * @param {string} name
 * @param {(string | Node)[]} content
 */
function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
