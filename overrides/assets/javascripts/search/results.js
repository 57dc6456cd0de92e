// What a query found, as elements: limits, and for each page the sections and questions of it that answer.

/**
 * @import { Line } from "./engine/answer.js"
 * @import { Marked } from "./engine/teaser.js"
 * @import { Part, Result } from "./engine/worker.js"
 */

// The rest waits behind "more on this page".
const SHOWN = [3, 2, 1];
const EDITION = new URL("../../../", import.meta.url);

/**
 * @param {Result} result
 * @param {number} number
 * @param {DOMStringMap} words What the page calls things.
 * @returns {HTMLLIElement}
 */
export function resultItem({ page, sections, questions, leadsToPage }, number, words) {
  const item = element("li", "md-search-result__item");
  const highlights = "highlight" in words;
  const pageLink = link(page, "site-search__page", highlights);
  const topic = topicOf(page.location, words);
  if (topic) pageLink.firstElementChild?.prepend(element("span", "site-search__topic", topic));
  const shown = SHOWN[Math.min(number, SHOWN.length - 1)];
  const links = sections.slice(0, shown).map((section) => link(section, "site-search__section", highlights));
  if (number === 0) (leadsToPage ? pageLink : links[0]).dataset.best = "";
  item.append(pageLink, ...links);
  const more = sections.slice(shown);
  if (more.length) item.append(details(more, words));
  if (questions && number < SHOWN.length) item.append(practise(page.location, questions, words));
  return item;
}

/**
 * @param {Line} line
 * @param {DOMStringMap} words
 * @returns {HTMLLIElement} A limit, with its source and the place that explains it.
 */
export function answerItem({ feature, label, value, source, disputed, location }, words) {
  const item = element("li", "site-search__answer");
  const place = element("a", "site-search__limit");
  place.href = new URL(location, EDITION).href;
  place.append(
    element("span", "site-search__topic", feature),
    element("span", "site-search__label", label),
    element("strong", "site-search__value", value),
  );
  const official = element("a", "site-search__source", words.source);
  official.href = source;
  item.append(place, official);
  if (disputed) item.append(element("small", "site-search__disputed", disputed));
  return item;
}

/**
 * @param {string} location
 * @param {DOMStringMap} words
 * @returns {string} The name of the part of the site that it is in: "exam/=The exam|data/processing/=Data".
 */
function topicOf(location, { topics = "" }) {
  const [, name = ""] =
    topics
      .split("|")
      .map((pair) => pair.split("="))
      .find(([page]) => page.includes("/") && location.startsWith(page.slice(0, page.indexOf("/") + 1))) ?? [];
  return name;
}

/**
 * @param {string} location
 * @param {number} questions
 * @param {DOMStringMap} words
 * @returns {HTMLAnchorElement} To a session of the page's questions.
 */
function practise(location, questions, { practiseOne = "", practiseOther = "" }) {
  const text = questions === 1 ? practiseOne : practiseOther.replace("#", `${questions}`);
  const place = element("a", "md-search-result__link site-search__practise", text);
  const path = location.replace(/\/$/, "");
  place.href = new URL(`practice/session/#page=${path}`, EDITION).href;
  return place;
}

/**
 * @param {Part[]} more
 * @param {DOMStringMap} words
 * @returns {HTMLDetailsElement} What is made only when somebody opens it.
 */
function details(more, words) {
  const folded = element("details", "md-search-result__more");
  const summary = element("summary");
  const text = (more.length === 1 ? words.moreOne : words.moreOther?.replace("#", `${more.length}`)) ?? "";
  summary.append(element("div", "", text));
  folded.append(summary);
  const fill = () => folded.append(...more.map((part) => link(part, "site-search__section", "highlight" in words)));
  folded.addEventListener("toggle", fill, { once: true });
  return folded;
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
  const place = element("a", `md-search-result__link ${kind}`);
  place.href = url.href;
  const article = element("span", "md-search-result__article md-typeset");
  article.append(marked("site-search__title", title));
  if (teaser.length) {
    const line = marked("site-search__teaser", teaser);
    if (question) line.lang = "en";
    article.append(line);
  }
  place.append(article);
  return place;
}

/**
 * @param {string} name
 * @param {Marked} pieces
 * @returns {HTMLSpanElement}
 */
function marked(name, pieces) {
  const line = element("span", name);
  line.append(...pieces.map(({ text, isMark }) => (isMark ? element("mark", "", text) : text)));
  return line;
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [name] Its class.
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}
