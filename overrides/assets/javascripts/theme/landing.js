/** Brings a reader to the place that an address names, where it was lost: on a slow device the theme goes to the top of
 * the page, and writes the heading there into the address, after the browser has looked for the place. */

import { decoded } from "./address.js";

/** Milliseconds after which nothing moves the page any more. */
const SETTLED = 1500;
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** @param {string} hash As the page was asked for. */
export function land(hash) {
  const moved = new AbortController();
  for (const move of MOVES) addEventListener(move, () => moved.abort(), { signal: moved.signal, passive: true });
  const look = () => {
    const target = document.getElementById(decoded(hash.slice(1)));
    // Whoever is anywhere else than at the very top was brought there, by the browser or by the language switch.
    const isLost = scrollY < 1 && !moved.signal.aborted && target && target.getBoundingClientRect().top > innerHeight;
    if (isLost) target.scrollIntoView({ behavior: "instant" });
  };
  const begin = () => {
    look();
    setTimeout(look, SETTLED);
  };
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
