/** Brings a reader to the place that an address names, where the theme lost it: it writes the heading at the top of the
 * screen into the address, and on a slow device does so before the browser has gone to the place. */

import { decoded } from "./address.js";

const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** @param {string} hash As the page was asked for. */
export function land(hash) {
  const moved = new AbortController();
  for (const move of MOVES) addEventListener(move, () => moved.abort(), { signal: moved.signal, passive: true });
  const look = () => {
    // Whoever is anywhere else than at the very top was brought there, by the browser or by the language switch.
    const isLost = scrollY < 1 && location.hash !== hash && !moved.signal.aborted;
    if (isLost) document.getElementById(decoded(hash.slice(1)))?.scrollIntoView({ behavior: "instant" });
    moved.abort();
  };
  if (document.readyState === "complete") look();
  else addEventListener("load", look, { once: true });
}
