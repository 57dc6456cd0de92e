/** What the offline parts say, in the edition's language. */

/** @type {Promise<Record<string, string>> | undefined} */
let loading;

/** @returns {Promise<Record<string, string>>} */
export function words() {
  loading ??= fetch(new URL("../../offline.json", import.meta.url)).then((file) => file.json());
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/**
 * @param {number} value
 * @returns {string} As the page's language writes it, with at most one decimal.
 */
export const inLanguage = (value) =>
  value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** Adds the style where the page does not bring it. */
export function styled() {
  const href = new URL("../../stylesheets/offline.css", import.meta.url).href;
  const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"));
  if ([...links].some((link) => link.href === href)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}
