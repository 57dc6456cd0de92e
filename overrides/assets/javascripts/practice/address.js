/**
 * What the address of a practice page says: `#page=inference/async&n=10&state=missed`. No elements, no storage.
 *
 * @typedef {Record<string, string>} Query
 */

/**
 * @param {string} hash With its "#".
 * @returns {Query} Without what no page wrote there.
 */
export function parse(hash) {
  const pairs = [...new URLSearchParams(hash.replace(/^#/, ""))];
  return Object.fromEntries(pairs.filter(([name, value]) => /^[a-z]{1,12}$/.test(name) && value.length < 400));
}

/**
 * @param {Record<string, string | number | undefined>} query
 * @returns {string} With "#", and readable: slashes stay slashes.
 */
export function format(query) {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const encoded = pairs.map(([name, value]) => [
    name,
    encodeURIComponent(String(value)).replaceAll("%2F", "/").replaceAll("%2C", ","),
  ]);
  return `#${encoded.map((pair) => pair.join("=")).join("&")}`;
}
