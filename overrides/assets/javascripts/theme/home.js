/** The home page of a reader who has answered something: how far, and what to do next. */
import { answers, onChange } from "../quiz/progress.js";
import { questionIndex, tally } from "../quiz/progress-index.js";
import { edition } from "./address.js";
import { filled } from "./words.js";

/** @typedef {import("../types").QuestionIndex} QuestionIndex */
/** @typedef {import("../quiz/progress-index.js").Tally} Tally */
/** @typedef {{key: string, name: string, tally: Tally}} Domain */

// Of a domain with fewer answers than this, nothing can be said.
const ENOUGH = 5;

export async function lead() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-home]"));
  if (!box || !answers().size) {
    addEventListener("exam-progress", lead, { once: true });
    return;
  }
  const index = await questionIndex();
  const show = () => box.isConnected && write(box, index);
  show();
  if (!box.dataset.live) onChange(show);
  box.dataset.live = "";
}

/**
 * @param {HTMLElement} box
 * @param {QuestionIndex} index
 */
function write(box, index) {
  const words = /** @type {Record<string, string>} */ (JSON.parse(box.dataset.words ?? "{}"));
  const all = tally(Object.values(index.pages));
  if (!all.answered) return;
  const count = /** @type {HTMLElement} */ (box.querySelector(".home__count span"));
  count.textContent = filled(words.answered, all);
  const domains = byDomain(box, index);
  for (const { key, name, tally } of domains) {
    const item = /** @type {HTMLElement} */ (box.querySelector(`.domain-bars [data-domain="${key}"]`));
    const bar = /** @type {HTMLElement} */ (item.querySelector(".progress-bar"));
    bar.style.setProperty("--answered", `${tally.answered / tally.total}`);
    bar.style.setProperty("--right", `${tally.right / tally.total}`);
    item.title = filled(words.domain, { name, ...tally });
  }
  const next = /** @type {HTMLElement} */ (box.querySelector(".home__next"));
  next.replaceChildren(heading(words.next), list(steps(box, index, domains, words)));
  next.hidden = false;
  /** @type {HTMLElement} */ (box.querySelector(".home__what")).hidden = true;
}

/**
 * @param {HTMLElement} box
 * @param {QuestionIndex} index
 * @returns {Domain[]}
 */
function byDomain(box, { pages, counted }) {
  const rows = Object.values(pages).flatMap((page) => Object.entries(page));
  return [.../** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(".domain-bars [data-domain]"))].map(
    (item) => {
      const key = item.dataset.domain ?? "";
      const own = Object.fromEntries(rows.filter((_, place) => counted[place] === key));
      return { key, name: item.querySelector(".domain-bars__name")?.textContent ?? "", tally: tally([own]) };
    },
  );
}

/**
 * @param {HTMLElement} box
 * @param {QuestionIndex} index
 * @param {Domain[]} domains
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]} What to do next, the most pressing first.
 */
function steps(box, { pages }, domains, words) {
  const found = [];
  const last = [...answers()].sort(([, one], [, other]) => other.at - one.at);
  const place = last.map(([id]) => Object.keys(pages).find((page) => id in pages[page])).find(Boolean);
  if (place) {
    const numbers = tally([pages[place]]);
    const left = numbers.total - numbers.answered;
    const note = filled(left ? words.left : words.done, { ...numbers, left });
    found.push(step(`${edition.href}${place}#questions`, filled(words.continue, { page: title(place) }), note));
  }
  const missed = last.filter(
    ([id, answer]) => !answer.right && Object.values(pages).some((page) => page[id] === answer.revision),
  );
  if (missed.length) {
    const page = Object.keys(pages).find((name) => missed[0][0] in pages[name]) ?? "";
    const href = box.dataset.practice
      ? `${box.dataset.practice}#state=missed`
      : `${edition.href}${page}#${missed[0][0]}`;
    found.push(step(href, filled(words.missed, { count: missed.length }), ""));
  }
  const known = domains.filter(({ tally }) => tally.answered >= ENOUGH && tally.right < tally.answered);
  known.sort((one, other) => one.tally.right / one.tally.answered - other.tally.right / other.tally.answered);
  if (known[0]) {
    const { key, name, tally } = known[0];
    const link = /** @type {HTMLAnchorElement} */ (box.querySelector(`.domain-bars [data-domain="${key}"] a`));
    const href = box.dataset.practice ? `${box.dataset.practice}#domain=MLA-C02/${key}` : link.href;
    const percent = Math.round((100 * tally.right) / tally.answered);
    found.push(step(href, filled(words.weakest, { name }), filled(words.percent, { percent })));
  }
  return found;
}

/** @param {string} page Its address below the edition's root. */
function title(page) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll(".md-nav--primary a.md-nav__link")
  );
  const link = [...links].find(({ href }) => href === edition.href + page);
  return link?.querySelector(".md-ellipsis")?.textContent?.trim() ?? page;
}

/**
 * @param {string} href
 * @param {string} text
 * @param {string} note
 */
function step(href, text, note) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  item.append(link);
  if (note) item.append(" ", Object.assign(document.createElement("span"), { textContent: note }));
  return item;
}

/** @param {string} text */
const heading = (text) => Object.assign(document.createElement("p"), { className: "home__title", textContent: text });

/** @param {HTMLElement[]} items */
function list(items) {
  const made = document.createElement("ul");
  made.append(...items);
  return made;
}
