/** The same exam for a group: an address that holds a result, and the results of friends beside one's own. */
import { format, parse } from "../practice/address.js";
import { make } from "../practice/element.js";
import { packed, unpacked } from "./score.js";

/**
 * @param {import("./mock.js").PracticeMock} page
 * @param {boolean[]} right In the order of the exam.
 * @param {string} theirs An address with a friend's result; empty for none.
 * @returns {Node[]}
 */
export function groupPart(page, right, theirs) {
  const { query, seed, ids } = page.attempt;
  const { b, ...choice } = query;
  const address = new URL(location.href);
  address.hash = format({ ...choice, s: seed, b, r: packed(right) });
  const score = `${right.filter(Boolean).length}/${ids.length}`;
  const own = make("textarea", {
    className: "practice__text",
    readOnly: true,
    rows: 3,
    value: `${query.exam} ${score} ${address}`,
    ariaLabel: page.say("copy"),
  });
  const copy = make("button", { className: "md-button", type: "button" }, page.say("copy"));
  const said = make("span", { role: "status" });
  copy.addEventListener("click", async () => {
    own.select();
    await navigator.clipboard?.writeText(own.value).catch(() => {});
    said.textContent = ` ${page.say("copied")}`;
  });
  const pasted = make("textarea", { id: "practice-paste", className: "practice__text", rows: 4, value: theirs });
  const label = make("label", { htmlFor: "practice-paste" }, page.say("paste"));
  const result = make("div", { role: "status" });
  const compare = make("button", { className: "md-button", type: "button" }, page.say("compare"));
  const show = () => result.replaceChildren(...compared(page, right, pasted.value));
  compare.addEventListener("click", show);
  if (theirs) show();
  return [
    make("h3", {}, page.say("group")),
    make("p", {}, page.say("group_how")),
    make("p", {}, own),
    make("p", {}, copy, said),
    make("p", {}, label, pasted),
    make("p", {}, compare),
    result,
  ];
}

/**
 * @param {import("./mock.js").PracticeMock} page
 * @param {boolean[]} right
 * @param {string} text
 * @returns {Node[]}
 */
function compared(page, right, text) {
  const { query, seed, ids } = page.attempt;
  const total = ids.length;
  const found = text.split(/\s+/).flatMap((word) => {
    const said = parse(word.slice(word.indexOf("#")));
    const isSame =
      said.s === seed && said.exam === query.exam && said.part === query.part && (said.o ?? "") === (query.o ?? "");
    const theirs = isSame && said.r ? unpacked(said.r, said.b?.length || total) : null;
    return theirs ? [{ theirs, isAlike: said.b === query.b }] : [];
  });
  if (!found.length) return [make("p", {}, page.say("not_same"))];
  const rows = found.map(({ theirs, isAlike }, place) => {
    const name = page.say("friend", { number: place + 1 });
    const score = page.say("right_of", { right: theirs.filter(Boolean).length, total: theirs.length });
    const better = right.flatMap((own, number) => (!own && theirs[number] ? [number + 1] : []));
    const words = isAlike
      ? better.length
        ? page.say("friend_right", { list: better.join(", ") })
        : ""
      : page.say("friend_differs");
    return make("li", {}, make("strong", {}, `${name}: ${score}`), words ? `. ${words}` : "");
  });
  const own = page.say("right_of", { right: right.filter(Boolean).length, total });
  return [make("ul", {}, make("li", {}, make("strong", {}, `${page.say("you")}: ${own}`)), ...rows)];
}
