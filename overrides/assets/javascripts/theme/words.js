/** Fills in what the build cannot know. */

/**
 * @param {string} sentence With names in braces.
 * @param {Record<string, string | number>} values Numbers are written as the page's language does.
 */
export function filled(sentence, values) {
  const lang = document.documentElement.lang;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(lang));
}
