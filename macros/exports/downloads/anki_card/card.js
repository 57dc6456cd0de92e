// The front shuffles the options and lets the reader choose; the back shows the same order, what was chosen, what is
// right, and each reason at its option's letter. Without this script all is there in the file's order.
(() => {
  const KEEP = "exam-card keep";
  const LANGUAGE = "exam-card language";

  /**
   * What this card shows. Two braces in a row would name a field of the note, so types are told in this long way.
   * @typedef {object} State
   * @property {string} order every letter, as dealt
   * @property {string} chosen the letters that the reader chose
   *
   * @typedef {object} Memory
   * @property {Record<string, unknown>} [examCards]
   */

  // Not every program lets a card store something: then the window remembers, or nobody.
  const memory = /** @type {Memory} */ (/** @type {unknown} */ (window));
  /** @type {(area: "localStorage" | "sessionStorage", name: string) => any} */
  const read = (area, name) => {
    try {
      return JSON.parse(window[area].getItem(name) ?? "null");
    } catch {
      return memory.examCards?.[name] ?? null;
    }
  };
  /** @type {(area: "localStorage" | "sessionStorage", name: string, value: unknown) => void} */
  const write = (area, name, value) => {
    try {
      window[area].setItem(name, JSON.stringify(value));
    } catch {
      memory.examCards = { ...memory.examCards, [name]: value };
    }
  };

  const card = /** @type {HTMLElement} */ (document.querySelector(".exam-card"));
  const list = /** @type {HTMLElement} */ (card.querySelector(".options"));
  const options = /** @type {HTMLElement[]} */ ([...list.children]);
  const letters = options.map((option) => option.dataset.letter).join("");
  const staysInOrder = "keep" in list.dataset;
  const isKept = () => read("localStorage", KEEP) === true;
  const place = `exam-card ${card.dataset.id}`;

  /** @returns {string} */
  const dealt = () => {
    const order = [...letters];
    if (!staysInOrder && !isKept()) {
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = Math.floor(Math.random() * (last + 1));
        [order[last], order[other]] = [order[other], order[last]];
      }
    }
    return order.join("");
  };

  /** @type {(parent: Element, order: string) => void} */
  const arrange = (parent, order) => {
    for (const letter of order) {
      const item = parent.querySelector(`:scope > [data-letter="${letter}"]`);
      if (item) parent.append(item);
    }
  };

  /** @type {(name: string, marked: string) => void} */
  const mark = (name, marked) => {
    for (const option of options) option.classList.toggle(name, marked.includes(option.dataset.letter ?? "?"));
  };

  const showFront = () => {
    /** @type {State} */
    const state = { order: dealt(), chosen: "" };
    const show = () => {
      arrange(list, state.order);
      mark("chosen", state.chosen);
      write("sessionStorage", place, state);
    };
    const most = Number(list.dataset.choose);
    for (const option of options) {
      const letter = option.dataset.letter ?? "";
      option.addEventListener("click", () => {
        const others = state.chosen.replace(letter, "");
        state.chosen = state.chosen.includes(letter) ? others : (others + letter).slice(-most);
        show();
      });
    }
    show();
    if (staysInOrder) return;
    const button = document.createElement("button");
    const name = () => {
      button.textContent = isKept() ? "⇅ A–Z" : "⇅";
      button.title = isKept() ? "Shuffle the options" : "Keep the options in order";
      button.ariaLabel = button.title;
    };
    button.type = "button";
    button.className = "order";
    button.addEventListener("click", () => {
      write("localStorage", KEEP, !isKept());
      state.order = dealt();
      show();
      name();
    });
    name();
    list.after(button);
  };

  const showBack = () => {
    /** @type {State | null} */
    const stored = read("sessionStorage", place);
    // A question may have got another option between its two sides: a sync came between them.
    const isSame = stored && [...stored.order].sort().join("") === letters;
    const state = isSame ? stored : { order: letters, chosen: "" };
    const shown = /** @type {HTMLElement} */ (card.querySelector("[data-key]"));
    const key = shown.dataset.key ?? "";
    for (const part of [list, ...card.querySelectorAll(".reasons")]) arrange(part, state.order);
    mark("chosen", state.chosen);
    mark("right", key);
    if (state.order !== letters) {
      const right = [...key].map((letter) => String.fromCharCode(65 + state.order.indexOf(letter)));
      shown.textContent = right.sort().join(", ");
    }
    const languages = /** @type {NodeListOf<HTMLDetailsElement>} */ (card.querySelectorAll("details[data-language]"));
    const wanted = read("localStorage", LANGUAGE) ?? navigator.language.slice(0, 2);
    const isThere = [...languages].some((part) => part.dataset.language === wanted);
    for (const part of languages) {
      if (isThere) part.open = part.dataset.language === wanted;
      part.querySelector("summary")?.addEventListener("click", () => {
        if (!part.open) write("localStorage", LANGUAGE, part.dataset.language);
      });
    }
  };

  if (card.dataset.side === "back") showBack();
  else showFront();
})();
