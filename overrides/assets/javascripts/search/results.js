// One result as a list item: the page, and the sections and questions of it that answer.

/** @import { Part, Result } from "./worker.js" */

// The rest waits behind "more on this page".
const SHOWN = [3, 2, 1];
const EDITION = new URL("../../../", import.meta.url);

/**
 * @param {Result} result
 * @param {number} number
 * @param {DOMStringMap} words What the page calls things.
 * @returns {HTMLLIElement}
 */
export function resultItem({ page, sections, leadsToPage }, number, words) {
  const item = document.createElement("li");
  item.className = "md-search-result__item";
  const highlights = "highlight" in words;
  const pageLink = link(page, "site-search__page", highlights);
  const shown = SHOWN[Math.min(number, SHOWN.length - 1)];
  const links = sections.slice(0, shown).map((section) => link(section, "site-search__section", highlights));
  if (number === 0) (leadsToPage ? pageLink : links[0]).dataset.best = "";
  item.append(pageLink, ...links);
  const more = sections.slice(shown);
  if (more.length) item.append(details(more, words));
  return item;
}

/**
 * @param {Part[]} more
 * @param {DOMStringMap} words
 * @returns {HTMLDetailsElement} What is made only when somebody opens it.
 */
function details(more, words) {
  const element = document.createElement("details");
  element.className = "md-search-result__more";
  const summary = document.createElement("summary");
  const line = document.createElement("div");
  line.textContent = (more.length === 1 ? words.moreOne : words.moreOther?.replace("#", `${more.length}`)) ?? "";
  summary.append(line);
  element.append(summary);
  const fill = () => element.append(...more.map((part) => link(part, "site-search__section", "highlight" in words)));
  element.addEventListener("toggle", fill, { once: true });
  return element;
}

/**
 * @param {Part} part
 * @param {string} kind
 * @param {boolean} highlights Whether the page is to mark the words too.
 * @returns {HTMLAnchorElement}
 */
function link({ location, title, teaser, words, question }, kind, highlights) {
  const url = new URL(location, EDITION);
  if (highlights && words.length) url.searchParams.set("h", words.join(" "));
  const element = document.createElement("a");
  element.className = `md-search-result__link ${kind}`;
  element.href = url.href;
  element.innerHTML =
    `<span class="md-search-result__article md-typeset"><span class="site-search__title">${title}</span>` +
    (teaser && `<span class="site-search__teaser"${question ? ' lang="en"' : ""}>${teaser}</span>`) +
    "</span>";
  return element;
}
