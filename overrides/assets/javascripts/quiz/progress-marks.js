/** Says beside each page of the navigation how many of its questions were answered, and right. */
import { answers, onChange } from "./progress.js";

/** @type {Promise<import("../types").QuestionIndex> | undefined} */
let index;

const root = new URL("../../../", import.meta.url);

/** Marks the navigation that is on the page now. */
export async function mark() {
  index ??= fetch(new URL("assets/questions.json", root)).then((file) => file.json());
  index.catch(() => (index = undefined)); // asked for again at the next answer
  const { label, pages } = await index;
  const all = answers();
  for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link[href]")) {
    const { href } = /** @type {HTMLAnchorElement} */ (link);
    const questions = Object.entries(pages[href.split("#")[0].slice(root.href.length)] ?? {});
    const valid = questions.filter(([id, revision]) => all.get(id)?.revision === revision);
    const right = valid.filter(([id]) => all.get(id)?.right);
    write(link, valid.length ? `${right.length}/${questions.length}` : "", label);
  }
}

/**
 * @param {Element} link
 * @param {string} text
 * @param {string} label What the numbers are, for a screen reader and as a tip.
 */
function write(link, text, label) {
  link.querySelector(".nav-progress")?.remove();
  if (!text) return;
  const mark = document.createElement("span");
  const words = label.replace("{numbers}", text);
  Object.assign(mark, { className: "nav-progress", role: "img", ariaLabel: words, title: words, textContent: text });
  link.append(mark);
}

onChange(mark);
