/** Brings a reader to the place that a result leads to. The theme, which swaps pages without a reload, may still write the
 * heading of the page before into the new address, and then finds no such place. */

import { decoded } from "../theme/address.js";

/** Milliseconds after which the new page may be there, on a fast and on a slow device. */
const AFTER = [500, 1500, 3000, 6000];
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** @param {string} hash Of the link that was followed. */
export function land(hash) {
  const moved = new AbortController();
  for (const move of MOVES) addEventListener(move, () => moved.abort(), { signal: moved.signal, passive: true });
  const look = () => {
    const target = document.getElementById(decoded(hash.slice(1)));
    // Whoever is anywhere else than at the very top was brought there.
    const isLost = scrollY < 1 && !moved.signal.aborted && target && target.getBoundingClientRect().top > innerHeight;
    if (isLost) target.scrollIntoView({ behavior: "instant" });
  };
  for (const time of AFTER) setTimeout(look, time);
}
