// @ts-check
// A reader may be in the middle of the static text when the widget takes its place.

import { uncover } from "./ancestors.js";
import { pause } from "./pause.js";

/**
 * Brings the listed clause that is nearest to the middle of the window there again as soon as the widget is ready. A reader who has not
 * scrolled into the text sees the widget from its start.
 * @param {HTMLElement} element
 * @param {Element} place - the widget's, not in the page yet
 * @param {{ has: (eid: string) => boolean }} plan
 */
export function keepReading(element, place, plan) {
  // Chromium says which address was opened; its part that names a text is in no other property.
  const isSearched = performance.getEntriesByType("navigation")[0]?.name.includes(":~:");
  const isAtStart = element.getBoundingClientRect().top >= 0 && !element.scrollTop;
  if ((isAtStart && !isSearched) || place.querySelector("[aria-current=location]")) return;
  const middle = innerHeight / 2;
  const seen = [...element.querySelectorAll("[id]")].flatMap((one) => {
    const { id } = one;
    const { top, bottom } = one.getBoundingClientRect();
    const distance = Math.max(top - middle, middle - bottom, 0);
    return distance < middle && plan.has(id) ? [{ id, distance }] : [];
  });
  seen.sort((one, other) => one.distance - other.distance);
  const scroll = async () => {
    const id = seen.map(({ id }) => id).find((id) => place.querySelector(`#${id}`));
    for (let times = 0; id && times < 3; times++) {
      const row = place.querySelector(`#${id}`);
      if (row) uncover(row);
      await pause(); // the rows before it are shown too, and measured
      row?.scrollIntoView({ block: "center", behavior: "instant" });
    }
  };
  element.addEventListener("ce-ready", scroll, { once: true });
}
