// The front deals the options anew and lets the reader choose; the back shows the same order, what was chosen, what is
// right, and each reason at its option's letter. Without this script all is there in the file's order.
(() => {
  const card = document.querySelector(".exam-card");
  if (!card) return;
  const isBack = card.dataset.side === "back";
  const list = card.querySelector(".options");
  const options = [...list.children];
  const key = [...(card.querySelector("[data-key]")?.dataset.key ?? "")];

  // Not every program keeps a page's storage from one card to the next: then the window does, or nobody.
  const read = (area, name) => {
    try {
      return JSON.parse(window[area].getItem(name));
    } catch {
      return window.examCards?.[name];
    }
  };
  const write = (area, name, value) => {
    try {
      window[area].setItem(name, JSON.stringify(value));
    } catch {
      window.examCards = { ...window.examCards, [name]: value };
    }
  };
  const place = `exam-card ${card.dataset.id}`;
  const letters = options.map((option) => option.dataset.letter).join("");
  const asWritten = { order: letters, chosen: "" };

  const dealt = () => {
    const order = [...letters];
    if (!("keep" in list.dataset) && read("localStorage", "exam-card keep") !== true) {
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = Math.floor(Math.random() * (last + 1));
        [order[last], order[other]] = [order[other], order[last]];
      }
    }
    return { order: order.join(""), chosen: "" };
  };
  const state = isBack ? (read("sessionStorage", place) ?? asWritten) : dealt();
  // The question may have changed between two sides only where a sync came between them.
  if ([...state.order].sort().join("") !== letters) Object.assign(state, asWritten);

  const arrange = (parent) => {
    for (const letter of state.order) {
      const item = [...parent.children].find((child) => child.dataset.letter === letter);
      if (item) parent.append(item);
    }
  };
  const show = () => {
    for (const option of options) option.classList.toggle("chosen", state.chosen.includes(option.dataset.letter));
  };
  arrange(list);
  show();

  if (isBack) {
    for (const option of options) option.classList.toggle("right", key.includes(option.dataset.letter));
    for (const reasons of card.querySelectorAll(".reasons")) arrange(reasons);
    if (state.order !== letters) {
      const shown = key.map((letter) => String.fromCharCode(65 + state.order.indexOf(letter))).sort();
      card.querySelector("[data-key]").textContent = shown.join(", ");
    }
    const open = read("localStorage", "exam-card language") ?? navigator.language.slice(0, 2);
    const languages = [...card.querySelectorAll("details[data-language]")];
    if (languages.some((part) => part.dataset.language === open)) {
      for (const part of languages) part.open = part.dataset.language === open;
    }
    for (const part of languages) {
      part.querySelector("summary").addEventListener("click", () => {
        if (!part.open) write("localStorage", "exam-card language", part.dataset.language);
      });
    }
    return;
  }

  write("sessionStorage", place, state);
  const most = Number(list.dataset.choose);
  for (const option of options) {
    option.addEventListener("click", () => {
      const letter = option.dataset.letter;
      const others = [...state.chosen].filter((other) => other !== letter);
      const isNew = others.length === state.chosen.length;
      state.chosen = [...(isNew && most === 1 ? [] : others), ...(isNew ? [letter] : [])].slice(-most).join("");
      show();
      write("sessionStorage", place, state);
    });
  }
  if ("keep" in list.dataset) return;
  const order = document.createElement("button");
  const isKept = () => read("localStorage", "exam-card keep") === true;
  const say = () => {
    order.textContent = isKept() ? "⇅ A–Z" : "⇅";
    order.setAttribute("aria-label", isKept() ? "Deal the options anew" : "Keep the options in order");
    order.title = order.getAttribute("aria-label");
  };
  order.type = "button";
  order.className = "order";
  order.addEventListener("click", () => {
    write("localStorage", "exam-card keep", !isKept());
    Object.assign(state, dealt(), { chosen: state.chosen });
    arrange(list);
    write("sessionStorage", place, state);
    say();
  });
  say();
  list.after(order);
})();
