// Reloads a page when there is a newer one, and shows over it what keeps a newer one from being made.

const WORDS = {
  pt: {
    holds: "Há um erro: esta é a última página que deu certo",
    warns: "A página saiu, mas há o que corrigir: assim o site não seria publicado",
    help: "ajuda",
    close: "Fechar",
  },
  en: {
    holds: "There is a mistake: this is the last page that worked",
    warns: "The page is built, but something has to be corrected: the site would not be published like this",
    help: "help",
    close: "Close",
  },
};
const STYLE = `
  :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; display: block; }
  section { box-sizing: border-box; max-height: 60vh; overflow: auto; padding: 1rem 3.5rem 1rem 1.25rem;
    border-top: 4px solid #ff8a80; background: #1e1e24; color: #fff; font: 15px/1.5 system-ui, sans-serif; }
  section.warns { border-color: #ffd180; }
  h2 { margin: 0 0 .5rem; font-size: 1.05rem; }
  ol { margin: 0; padding: 0; list-style: none; }
  li { margin: .5rem 0; overflow-wrap: anywhere; }
  code { color: #ffd180; font: 13px/1.5 ui-monospace, monospace; }
  p { margin: 0; color: #cfd8dc; }
  button { position: absolute; top: .75rem; right: .75rem; min-width: 2.5rem; min-height: 2.5rem; border: 1px solid #78909c;
    border-radius: 4px; background: none; color: inherit; font: inherit; cursor: pointer; }
  button:focus-visible { outline: 3px solid #80d8ff; }
`;

/** @type {{place: string, message: Record<string, string>, help: Record<string, string>, holds: boolean}[]} */
let complaints = [];
/** @type {string} What was closed by hand stays closed until it changes. */
let closed = "";

/**
 * @param {string} name
 * @param {string} [text]
 */
function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function show() {
  document.querySelector("live-message")?.remove();
  if (!complaints.length || JSON.stringify(complaints) === closed) return;
  const language = document.documentElement.lang.startsWith("pt") ? "pt" : "en";
  const words = WORDS[language];
  const host = document.createElement("live-message");
  const root = host.attachShadow({ mode: "open" });
  const section = element("section");
  const holds = complaints.some((complaint) => complaint.holds);
  section.className = holds ? "holds" : "warns";
  section.setAttribute("role", "alert");
  const list = element("ol");
  for (const { place, message, help } of complaints) {
    const item = element("li");
    if (place) item.append(element("code", place), " ");
    item.append(message[language], element("p", `${words.help}: ${help[language]}`));
    list.append(item);
  }
  const button = element("button", "×");
  button.setAttribute("aria-label", words.close);
  button.addEventListener("click", () => {
    closed = JSON.stringify(complaints);
    show();
  });
  section.append(element("h2", words[holds ? "holds" : "warns"]), list, button);
  root.append(element("style", STYLE), section);
  document.documentElement.append(host);
}

/** @type {EventSource | undefined} */
let events;

/** The number of what this document shows: the first page's, then what was heard since. */
let number = Number(document.querySelector("script[data-number]")?.getAttribute("data-number") ?? 0);

function listen() {
  events?.close();
  const page = location.pathname.replace(/index\.html$/, "").slice(1);
  events = new EventSource(`/__live/events?since=${number}&page=${encodeURIComponent(page)}`);
  events.addEventListener("message", ({ data }) => {
    const heard = JSON.parse(data);
    number = heard.number;
    complaints = heard.complaints;
    if (heard.reload) location.reload();
    else show();
  });
  // The server is gone or has been started again: what it serves now may be anything.
  events.addEventListener("error", () => {
    events?.close();
    setTimeout(() => document.hidden || listen(), 500);
  });
}

// A browser keeps few connections to one host, and many tabs may be open: those in the background need none.
document.addEventListener("visibilitychange", () => (document.hidden ? events?.close() : listen()));
// The theme swaps pages without a reload.
/** @type {any} */ (window).location$?.subscribe?.(() => setTimeout(listen));
addEventListener("DOMContentLoaded", () => /** @type {any} */ (window).location$?.subscribe?.(() => setTimeout(listen)));
if (!document.hidden) listen();
