// Loads the search at its first use, and what marks the words on a page that a result led to. Nothing before.

const root = document.querySelector("[data-site-search]");

/** @param {boolean} opens */
async function start(opens) {
  if (!root) return;
  const input = /** @type {HTMLInputElement} */ (root.querySelector("input"));
  // Phones show the keyboard only when the focus moves in the very event.
  if (opens) {
    setOpen(true);
    input.focus();
    input.select();
  }
  const { search } = await import("./search/dialog.js");
  search(/** @type {HTMLElement} */ (root));
}

/** @param {boolean} isOpen */
function setOpen(isOpen) {
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  if (toggle.checked !== isOpen) toggle.click();
}

// What to mark and where: the address changes before the page does, and both are announced.
let words = "";
let place = "";

/** Marks the words that the address names in `h`, and takes them out of it: an address that is copied should not mark. */
async function mark() {
  const address = new URL(location.href);
  const asked = address.searchParams.get("h");
  if (asked) {
    words = asked;
    place = address.pathname;
    address.searchParams.delete("h");
    history.replaceState(history.state, "", address);
  } else if (address.pathname !== place) words = "";
  if (!words) return;
  const { markWords } = await import("./search/marks.js");
  const article = document.querySelector("article");
  if (article) markWords(article, words);
}

if (root) {
  root.querySelector("input")?.addEventListener("focus", () => start(false));
  root.querySelector(".site-search__open")?.addEventListener("click", () => start(true));
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement && (event.target.isContentEditable || event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea"));
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !["f", "s", "/"].includes(event.key)) return;
    event.preventDefault();
    start(true);
  });
  const asked = new URL(location.href).searchParams.get("q");
  if (asked) {
    /** @type {HTMLInputElement} */ (root.querySelector("input")).value = asked;
    start(true);
  }
}

// Material swaps pages without a reload, and announces each page and each address.
const { document$: pages, location$: places } = /** @type {any} */ (window);
if (pages) {
  pages.subscribe(mark);
  places?.subscribe(() => setTimeout(mark));
} else mark();

export {};
