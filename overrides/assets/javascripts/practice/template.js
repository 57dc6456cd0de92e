import { acceptedOf } from "./block.js";

/**
 * Fills the empty block of a question, which the server renders from the same template as the questions of its pages.
 *
 * @typedef {import("./types").Stem} Stem
 * @typedef {import("./types").Reasons} Reasons
 * @typedef {import("./types").Question} Question
 * @typedef {import("./types").Explained} Explained
 * @typedef {{counts: string[], choose: [string, string], nothing: string, more: string, status: Record<string, string>, about: Record<string, string>, question: string, deck: string}} BlockWords
 */

/**
 * @param {HTMLTemplateElement} template
 * @param {{question: Question, stem: Stem, reasons?: Reasons | null, number: number, root: string, words: BlockWords}} parts Without reasons, the block has
 *   no answer: nothing in it tells the key.
 * @returns {HTMLElement} The `exam-question`.
 */
export function fill(template, { question, stem, reasons, number, root, words }) {
  const block = /** @type {HTMLElement} */ (template.content.querySelector("exam-question")?.cloneNode(true));
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (block.querySelector(selector));
  /** @type {(selector: string, html: string | undefined) => void} */
  const put = (selector, html) => {
    if (html) find(selector).innerHTML = html;
    else find(selector)?.remove();
  };
  const { id, revision } = question;

  set(block, { "question-id": id, revision, choose: stem.choose, formerly: stem.formerly?.join(" ") ?? null });
  block.toggleAttribute("data-keep-order", Boolean(stem.keep));
  set(block, {
    accepted: reasons
      ? acceptedOf(reasons)
          .map((letters) => letters.join(""))
          .join(" ")
      : null,
  });
  const several = words.counts[stem.choose];
  const [choose, message] = stem.choose === 1 ? [words.choose[0], words.nothing] : [words.choose[1], words.more];
  find("form").dataset.chooseMessage = message.replace("{count}", several);
  const title = find(".eq__title");
  title.id = id;
  /** @type {Text} */ (title.firstChild).data = `${words.question} ${number} `;
  find(".headerlink").setAttribute("href", `${root}${question.pageUrl}#${id}`);
  set(block, { "data-domain": question.domain || null });
  put(".eq__about", words.about[`${question.domain}${question.difficulty}`]);
  put(".eq__ribbon", question.status && words.status[question.status]);
  if (question.status) find(".eq__ribbon").className = `eq__ribbon eq__ribbon--${question.status}`;
  const scenario = `${id.replace("/", "-")}--scenario`;
  if (stem.scenario) set(find(".eq__scenario"), { id: scenario });
  set(find("fieldset"), { "aria-describedby": stem.scenario ? scenario : null });
  put(".eq__scenario", stem.scenario);
  put(".eq__ask", stem.ask);
  if (!stem.ask) find(".eq__choose").previousSibling?.remove();
  put(".eq__choose", choose.replace("{count}", several));
  repeat(block, ".eq__option", stem.options, (option, html, letter) => {
    set(option, { "data-letter": letter });
    const input = /** @type {HTMLElement} */ (option.querySelector("input"));
    const sets = reasons?.in["abcdef".indexOf(letter)] ?? "";
    set(input, { type: stem.choose === 1 ? "radio" : "checkbox", name: id, value: letter, "data-in": sets });
    /** @type {HTMLElement} */ (option.querySelector(".eq__letter")).textContent = letter.toUpperCase();
    /** @type {HTMLElement} */ (option.querySelector(".eq__text")).innerHTML = html;
  });
  if (reasons) answer(block, id, reasons, root, words);
  else find("details").remove();
  return block;
}

/**
 * @param {HTMLElement} block
 * @param {string} id
 * @param {Reasons} reasons
 * @param {string} root
 * @param {BlockWords} words
 */
function answer(block, id, reasons, root, words) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (block.querySelector(selector));
  if (!reasons.in.some((sets) => sets.includes("2"))) find(".eq__result--also").remove();
  const key = find("[data-key-of]");
  key.dataset.keyOf = id;
  key.textContent = reasons.key;
  const [right, wrong] = [".eq__reason--right", ".eq__reason--wrong"].map((kind) => find(kind));
  const box = /** @type {HTMLElement} */ (right.parentElement);
  reasons.why.forEach((why, place) => {
    const letter = "abcdef"[place];
    const kind = reasons.in[place].includes("1") ? right : wrong;
    const reason = /** @type {HTMLElement} */ (kind.cloneNode(true));
    set(reason, { "data-letter": letter });
    /** @type {HTMLElement} */ (reason.querySelector("strong")).textContent = letter.toUpperCase();
    explain(/** @type {HTMLElement} */ (reason.querySelector(".eq__why")), why);
    box.append(reason);
  });
  right.remove();
  wrong.remove();
  if (reasons.note) explain(find(".eq__note"), reasons.note);
  else find(".eq__note").remove();
  explain(find(".eq__takeaway > span"), reasons.takeaway);
  const section = find(".eq__section a");
  if (reasons.section) {
    section.setAttribute("href", root + reasons.section[0]);
    section.innerHTML = reasons.section[1];
  } else find(".eq__section").remove();
  sources(find(".eq__sources"), id, reasons, words.deck);
}

/**
 * @param {HTMLElement} line "Sources: a. From the deck. Reviewed. Report"
 * @param {string} id
 * @param {Reasons} reasons
 * @param {string} deck What it says of a question from the slides.
 */
function sources(line, id, reasons, deck) {
  const [first, report, edit] = /** @type {HTMLAnchorElement[]} */ ([...line.querySelectorAll("a")]);
  const after = /** @type {Text} */ (first.nextSibling);
  reasons.sources.forEach(([url, label], place) => {
    const link = /** @type {HTMLElement} */ (first.cloneNode(true));
    link.setAttribute("href", url);
    link.textContent = label;
    first.before(...(place ? [", ", link] : [link]));
  });
  first.remove();
  after.data = `. ${reasons.deck ? `${deck} ` : ""}${reasons.reviewed}${report ? " " : ""}`;
  report?.setAttribute("href", (report.getAttribute("href") ?? "").replace(/QUESTION-ID$/, encodeURIComponent(id)));
  edit?.setAttribute("href", (edit.getAttribute("href") ?? "").replace("QUESTION-ID", id));
}

/**
 * @param {HTMLElement} block
 * @param {string} selector Of an element that stands for each of the items.
 * @param {string[]} items
 * @param {(element: HTMLElement, item: string, letter: string) => void} put
 */
function repeat(block, selector, items, put) {
  const [blank, ...others] = block.querySelectorAll(selector);
  for (const other of others) other.remove();
  items.forEach((item, place) => {
    const element = /** @type {HTMLElement} */ (blank.cloneNode(true));
    put(element, item, "abcdef"[place]);
    blank.before(element);
  });
  blank.remove();
}

/**
 * @param {HTMLElement} element
 * @param {Explained} text
 */
function explain(element, text) {
  const [html, language] = typeof text === "string" ? [text, null] : text;
  element.innerHTML = html;
  set(element, { lang: language && (language === "pt" ? "pt-BR" : language) });
}

/**
 * @param {HTMLElement} element
 * @param {Record<string, string | number | null>} attributes
 */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}
