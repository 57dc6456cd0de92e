/** What an address says: which edition it is in, and what its escapes stand for. */

/** The root of the edition that this page is in. */
export const edition = new URL("../../../", import.meta.url);

/**
 * @param {string} text
 * @returns {string} The text without escapes; as it is where they are malformed, as in "100%".
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
