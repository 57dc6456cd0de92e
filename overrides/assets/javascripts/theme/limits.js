// Opens the folded limits below the heading that the address names, and all of them before a page is printed.
import { decoded } from "./address.js";

/** @returns {HTMLDetailsElement[]} */
const tables = () => [...document.querySelectorAll(/** @type {"details"} */ ("details.limits"))];

/** Opens what stands between the named heading and the next one. */
export function unfold() {
  let element = document.getElementById(decoded(location.hash.slice(1)))?.nextElementSibling;
  while (element && !/^H[1-6]$/.test(element.tagName)) {
    if (element.matches("details.limits")) element.setAttribute("open", "");
    element = element.nextElementSibling;
  }
}

addEventListener("hashchange", unfold);
addEventListener("beforeprint", () => {
  for (const table of tables()) table.open = true;
});
