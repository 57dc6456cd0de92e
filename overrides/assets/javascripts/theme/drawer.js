// On a phone, and where the text is enlarged, the navigation is a drawer of lists that slide over each other. The theme
// opens it by a label, for a pointer alone, and the keyboard went through dozens of links outside the screen instead.
// site.css puts out of reach what is out of sight; here the label becomes a button, and the focus follows the lists.
const drawer = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
const label = /** @type {HTMLElement} */ (document.querySelector('.md-header__button[for="__drawer"]'));
const button = document.createElement("button");

/** The theme swaps it with the page. */
const panel = () => /** @type {HTMLElement} */ (document.querySelector(".md-sidebar--primary"));

function tell() {
  button.setAttribute("aria-expanded", String(drawer.checked));
}

/** Lets the keyboard into the lists: Enter works a label that can have the focus, says the theme. */
function enter() {
  const labels = panel().querySelectorAll('label:is([for^="__nav"], [for="__toc"])');
  for (const element of labels) element.setAttribute("tabindex", "0");
  panel().tabIndex = -1;
  panel().focus({ preventScroll: true });
}

/**
 * Moves the focus to what may still be sliding in: to bring it into sight, the browser would scroll the lists sideways,
 * and leave them so. Its list is scrolled up or down alone.
 *
 * @param {HTMLElement} element
 */
function reach(element) {
  element.focus({ preventScroll: true });
  const list = element.closest(".md-nav__list");
  if (!list) return;
  const [own, room] = [element, list].map((box) => box.getBoundingClientRect());
  list.scrollTop += Math.min(own.top - room.top, 0) + Math.max(own.bottom - room.bottom, 0);
}

/** @param {HTMLInputElement} toggle Of a list that was opened, or left for the one it lies upon. */
function follow(toggle) {
  const own = ":scope > label, :scope > .md-nav__container > label";
  const place = toggle.checked ? ":scope > .md-nav > .md-nav__title" : own;
  const target = toggle.parentElement?.querySelector(place);
  if (target instanceof HTMLElement) reach(target);
}

button.type = "button";
button.className = "md-header__button md-icon site-menu";
button.setAttribute("aria-label", panel().querySelector("nav")?.getAttribute("aria-label") ?? "");
button.append(...label.childNodes);
button.addEventListener("click", () => drawer.click());
label.replaceWith(button);
tell();

drawer.addEventListener("change", () => {
  tell();
  if (drawer.checked) enter();
  else if (panel().contains(document.activeElement)) button.focus();
});
document.addEventListener("change", ({ target }) => {
  if (drawer.checked && target instanceof HTMLInputElement && target.matches(".md-nav__toggle")) follow(target);
});
document.addEventListener("keydown", ({ key }) => key === "Escape" && drawer.checked && drawer.click());
document.addEventListener("focusin", ({ target }) => {
  if (drawer.checked && target !== button && !panel().contains(/** @type {Node} */ (target))) drawer.click();
});
