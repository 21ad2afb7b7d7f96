// @ts-check
// A reader may be in the middle of the static text when the widget takes its place.

import { uncover } from "./ancestors.js";
import { pause } from "./pause.js";

/**
 * Brings the clause that is in the middle of the window there again as soon as the widget is ready. A reader who has not
 * scrolled into the text sees the widget from its start.
 * @param {HTMLElement} element
 * @param {Element} place - the widget's, not in the page yet
 */
export function keepReading(element, place) {
  // Chromium says which address was opened; its part that names a text is in no other property.
  const isSearched = performance.getEntriesByType("navigation")[0]?.name.includes(":~:");
  const isAtStart = element.getBoundingClientRect().top >= 0 && !element.scrollTop;
  if ((isAtStart && !isSearched) || place.querySelector("[aria-current=location]")) return;
  const middle = innerHeight / 2;
  let clause;
  let least = middle;
  for (const one of place.querySelectorAll("[part~=clause]")) {
    const box = element.querySelector(`#${one.id}`)?.getBoundingClientRect();
    const distance = box ? Math.max(box.top - middle, middle - box.bottom, 0) : least;
    if (distance < least) [clause, least] = [one, distance];
  }
  if (!clause) return;
  const { id } = clause;
  const scroll = async () => {
    for (let times = 0; times < 3; times++) {
      const row = place.querySelector(`#${id}`);
      if (row) uncover(row);
      await pause(); // the rows before it are shown too, and measured
      row?.scrollIntoView({ block: "center", behavior: "instant" });
    }
  };
  element.addEventListener("ce-ready", scroll, { once: true });
}
