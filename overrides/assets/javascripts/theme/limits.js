// Opens the folded limits below the heading that the address names, and all of them before a page is printed.

/** @returns {HTMLDetailsElement[]} */
const tables = () => [...document.querySelectorAll(/** @type {"details"} */ ("details.limits"))];

/** @returns {string} What the address names; nothing where it cannot be decoded, as in "#%". */
function named() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** Opens what stands between the named heading and the next one. */
export function unfold() {
  let element = document.getElementById(named())?.nextElementSibling;
  while (element && !/^H[1-6]$/.test(element.tagName)) {
    if (element.matches("details.limits")) element.setAttribute("open", "");
    element = element.nextElementSibling;
  }
}

addEventListener("hashchange", unfold);
addEventListener("beforeprint", () => tables().forEach((table) => (table.open = true)));
