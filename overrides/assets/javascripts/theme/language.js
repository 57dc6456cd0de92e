// Keeps the reader's place when the language changes. Both editions have the same pages, headings and questions: the
// link names the heading that is being read, and the session's storage tells the rest to the page that it leads to.
import { edition } from "./address.js";
import { look } from "./place.js";

const KEY = "sagemaker-exam-guide.place";
const SOON = 60_000;

document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a.site-language") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  // The header outlives the page that it came with, and the link's address is that page's.
  const other = new URL(link.dataset.edition ?? "", edition);
  other.pathname += location.pathname.slice(edition.pathname.length);
  other.search = location.search;
  const place = look();
  // The address of a practice page says which questions are on the screen: `#page=…&s=…`.
  const isAsked = location.hash.includes("=");
  other.hash = isAsked ? location.hash : place.heading || location.hash;
  link.href = other.href;
  if (isAsked) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...place, path: other.pathname, at: Date.now() }));
  } catch {} // then the heading has to do
});

try {
  const place = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  if (place?.path === location.pathname && Date.now() - place.at < SOON)
    import("./arrival.js").then(({ restore }) => restore(place)).catch(() => {});
} catch {} // a browser may forbid even to look
