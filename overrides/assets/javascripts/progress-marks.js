/** Says beside each page of the navigation how many of its questions were answered, and right. */
import { answers, onChange } from "./progress.js";

/** @type {Promise<import("./types").QuestionIndex> | undefined} */
let index;

const root = new URL("../../", import.meta.url);

/** Marks the navigation that is on the page now. */
export async function mark() {
  index ??= fetch(new URL("assets/questions.json", root)).then((file) => file.json());
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
  const words = label.replace("{numbers}", text);
  const mark = document.createElement("span");
  mark.className = "nav-progress";
  mark.title = words;
  mark.innerHTML = `<span aria-hidden="true"></span><span class="visually-hidden"></span>`;
  mark.children[0].textContent = text;
  mark.children[1].textContent = ` ${words}`;
  link.append(mark);
}

onChange(mark);
