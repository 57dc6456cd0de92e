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
  panel().focus();
}

/** @param {HTMLInputElement} toggle Of a list that was opened, or left for the one it lies upon. */
function follow(toggle) {
  const own = ":scope > label, :scope > .md-nav__container > label";
  const place = toggle.checked ? ":scope > .md-nav > .md-nav__title" : own;
  /** @type {HTMLElement | null | undefined} */ (toggle.parentElement?.querySelector(place))?.focus();
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
