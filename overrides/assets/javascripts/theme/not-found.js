/** Leads on from an address that no page has: names it, lists the pages that are nearest to it, and searches its words. */
import { decoded, edition } from "./address.js";

const AT_MOST = 3;
const ALIKE = 0.4; // below, names have an ending such as "-ing" in common, and no more
const FOLDER = 0.6; // what a folder's name counts for, beside the page's own

export function lead() {
  const wanted = decoded(location.pathname.slice(edition.pathname.length))
    .replace(/\/+$/, "")
    .replace(/(\/index)?\.(html?|md)$/, "");
  const box = document.querySelector("[data-wanted]");
  if (!wanted || wanted === "404" || !(box instanceof HTMLElement)) return;
  /** @type {HTMLElement} */ (box.querySelector("code")).textContent = decoded(location.pathname);
  box.hidden = false;
  list(nearest(wanted));
  offer(words(wanted));
}

/** @param {HTMLAnchorElement[]} pages */
function list(pages) {
  const section = /** @type {HTMLElement} */ (document.querySelector("[data-nearest]"));
  section.hidden = !pages.length;
  section.querySelector("ul")?.replaceChildren(
    ...pages.map((page) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = page.href;
      link.textContent = page.querySelector(".md-ellipsis")?.textContent?.trim() ?? page.href;
      item.append(link);
      return item;
    }),
  );
}

/**
 * @param {string} wanted
 * @returns {HTMLAnchorElement[]} The links of the navigation whose address or name is most like it, the best first.
 */
function nearest(wanted) {
  const links = /** @type {HTMLAnchorElement[]} */ ([
    ...document.querySelectorAll(".md-nav--primary a.md-nav__link[href]"),
  ]);
  const [last, ...folders] = wanted.split("/").reverse();
  /** @type {Map<string, {link: HTMLAnchorElement, score: number}>} By address: the navigation may name a page twice. */
  const found = new Map();
  for (const link of links) {
    const path = link.pathname.slice(edition.pathname.length);
    const names = [path.split("/").at(-2) ?? "", link.textContent ?? ""];
    const scores = names.flatMap((name) => [
      likeness(last, name),
      ...folders.map((folder) => FOLDER * likeness(folder, name)),
    ]);
    const score = Math.max(...scores);
    if (path && score >= ALIKE && !found.has(path)) found.set(path, { link, score });
  }
  const best = [...found.values()].sort((one, other) => other.score - one.score);
  return best.slice(0, AT_MOST).map(({ link }) => link);
}

/**
 * @param {string} wanted
 * @param {string} name
 * @returns {number} From 0 to 1: how much of both is the same, by pairs of letters, and how much of what is wanted is there.
 */
function likeness(wanted, name) {
  const [mine, theirs] = [pairs(wanted), pairs(name)];
  const shared = [...mine].filter((pair) => theirs.has(pair)).length;
  return shared / (mine.size + theirs.size || 1) + shared / (2 * mine.size || 1);
}

/** @param {string} text */
function pairs(text) {
  const folded = words(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return new Set(
    folded.split(" ").flatMap((word) => [...` ${word}`].map((letter, at) => letter + ` ${word} `[at + 1])),
  );
}

/** @param {string} text */
const words = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** @param {string} text For the search, which is opened when the button is pressed. */
function offer(text) {
  const button = /** @type {HTMLElement} */ (document.querySelector("[data-search]"));
  const input = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input"));
  button.textContent += ` “${text}”`;
  button.hidden = !text;
  button.addEventListener("click", () => {
    input.value = text;
    /** @type {HTMLElement} */ (document.querySelector(".site-search__open")).click();
  });
}
