// The last queries that led somewhere, kept in this browser.

const KEY = "search.recent";
const AT_MOST = 5;

/** @returns {string[]} The newest first. */
export function recent() {
  try {
    const texts = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(texts) ? texts.filter((text) => typeof text === "string").slice(0, AT_MOST) : [];
  } catch {
    return []; // blocked, or written by something else
  }
}

/** @param {string} text */
export function keep(text) {
  if (!text) return;
  const others = recent().filter((other) => other.toLowerCase() !== text.toLowerCase());
  try {
    localStorage.setItem(KEY, JSON.stringify([text, ...others].slice(0, AT_MOST)));
  } catch {
    // Blocked or full: there are no recent searches then.
  }
}
