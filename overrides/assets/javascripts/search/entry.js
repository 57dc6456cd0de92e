// Loads the search at its first use, and what marks the words on a page that a result led to. Nothing before.

/** @type {HTMLElement | null} */
const root = document.querySelector("[data-site-search]");
const input = /** @type {HTMLInputElement} */ (root?.querySelector("input"));

/** @param {{opens?: boolean, goes?: boolean, before?: Element | null}} [how] Whether the field gets the focus; whether the best result is followed; what had the focus. */
async function start({ opens, goes, before = document.activeElement } = {}) {
  // Phones show the keyboard only when the focus moves in the very event.
  if (opens) {
    setOpen(true);
    input.focus();
    input.select();
  }
  try {
    const { search } = await import("./dialog.js");
    const found = search(/** @type {HTMLElement} */ (root), root?.contains(before) ? undefined : before);
    if (goes) found.go();
  } catch {
    fail(/** @type {HTMLElement} */ (root));
  }
}

/** Says that nothing could be loaded, until the field is left; the next use tries again. @param {HTMLElement} root */
function fail(root) {
  const output = /** @type {HTMLElement} */ (root.querySelector(".md-search__output"));
  /** @type {HTMLElement} */ (root.querySelector("[role=status]")).textContent = root.dataset.failed ?? "";
  output.hidden = false;
  setOpen(true);
  const left = new AbortController();
  const close = () => {
    output.hidden = true;
    setOpen(false);
    left.abort();
  };
  input.addEventListener("blur", close, left);
  input.addEventListener("keydown", ({ key }) => key === "Escape" && input.blur(), left);
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
  const { markWords } = await import("./marks.js");
  const article = document.querySelector("article");
  if (article) markWords(article, words);
}

// By these the theme leaves the page. A key by itself is easily pressed by speech or by chance (WCAG 2.1.4).
const THEME_KEYS = new Set(["n", "p", ".", ","]);

/** @param {KeyboardEvent} event */
function press(event) {
  const { target } = event;
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input:not([type=radio], [type=checkbox]), select, textarea"));
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    start({ opens: true });
    return;
  }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    start({ opens: true });
  } else if (THEME_KEYS.has(event.key)) event.stopPropagation();
}

// Milliseconds after which the theme is done with a page that it announces. Who closes the search takes the query away.
const SWAPPED = 300;

/** Opens the search with the query that the address holds: after a reload, by a link, or on the way back. */
function asksAgain() {
  const asked = new URL(location.href).searchParams.get("q");
  if (!root || !asked) return false;
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  if (!toggle.checked || input.value !== asked) {
    input.value = asked;
    start({ opens: true });
  }
  return true;
}

if (root) {
  document.addEventListener("keydown", press);
  input.addEventListener("focus", ({ relatedTarget }) =>
    start({ before: /** @type {Element | null} */ (relatedTarget) }),
  );
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    start({ goes: true });
  });
  root.querySelector(".site-search__open")?.addEventListener("click", () => start({ opens: true }));
  const command = root.querySelector("[data-command]");
  if (command && /Mac|iP(hone|ad)/.test(navigator.platform)) command.textContent = "⌘ K";
  if (!asksAgain() && document.activeElement === input) start(); // somebody was faster than this script
}

// Material swaps pages without a reload, and announces each page and each address.
const { document$: pages, location$: places } = /** @type {any} */ (window);
if (pages) {
  pages.subscribe(() => {
    mark();
    asksAgain(); // on the way back the theme closes the search once more, now or when it has swapped the page
    setTimeout(asksAgain, SWAPPED);
  });
  places?.subscribe(() => setTimeout(mark));
} else mark();
addEventListener("popstate", () => setTimeout(asksAgain));

export {};
