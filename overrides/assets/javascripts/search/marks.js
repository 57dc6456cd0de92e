// Marks words on a page, however they are accented there.

import { singular, tokens } from "./engine/words.js";

/**
 * Marks words wherever they stand in an element, and takes older marks away.
 *
 * @param {Element} element
 * @param {string} words
 */
export function markWords(element, words) {
  for (const old of element.querySelectorAll("mark[data-search]")) {
    const parent = /** @type {Element} */ (old.parentNode);
    old.replaceWith(...old.childNodes);
    parent.normalize();
  }
  const wanted = new Set(tokens(words).map(({ keys }) => singular(keys[0])));
  if (!wanted.size) return;
  for (const code of element.querySelectorAll("code:has(wbr)")) join(code, wanted);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  for (const node of nodes) if (!node.parentElement?.closest("script, style, svg")) markNode(node, wanted);
}

/**
 * Makes one text of an identifier that is to be marked: places where it may break have it in pieces.
 *
 * @param {Element} code
 * @param {Set<string>} wanted
 */
function join(code, wanted) {
  if (!tokens(code.textContent ?? "").some(({ keys }) => wanted.has(singular(keys[0])))) return;
  for (const place of code.querySelectorAll("wbr")) place.remove();
  code.normalize();
}

/**
 * @param {Text} node
 * @param {Set<string>} wanted
 */
function markNode(node, wanted) {
  const text = node.data;
  let end = text.length;
  // From the last one back, so that places before it stay what they are.
  for (const token of tokens(text).reverse()) {
    if (token.end > end || !token.keys.slice(0, 1).some((key) => wanted.has(singular(key)))) continue;
    const mark = document.createElement("mark");
    mark.dataset.search = "";
    const word = node.splitText(token.start);
    word.splitText(token.end - token.start);
    word.replaceWith(mark);
    mark.append(word);
    end = token.start;
  }
}
