// @ts-check
// The host's own bars at the top of the window: the widget's bar sticks below them, and clauses stop below both.

import { ancestors } from "./ancestors.js";
import { inDocument } from "./native.js";

const PAUSE = 150; // between two measurements while the page scrolls, in milliseconds

/**
 * Keeps two custom properties of the widget's place up to date: `--top`, where the bar sticks, and `--covered`, the height
 * of those bars of the host that the browser does not heed when it scrolls. Returns the function that ends this.
 * @param {Element} element - the one with the widget
 * @param {HTMLElement} place - the widget's
 */
export function followTopInset(element, place) {
  const stay = new AbortController();
  let isWaiting = false;
  const measure = () => {
    isWaiting = false;
    try {
      const around = ancestors(element);
      const scroller = around.find((one) => /auto|scroll/.test(getComputedStyle(one).overflowY)) ?? inDocument("documentElement");
      const padding = parseFloat(getComputedStyle(scroller).scrollPaddingTop) || 0;
      const covered = padding ? 0 : barsOver(element, [element, ...around], Math.max(scroller.getBoundingClientRect().top, 0));
      place.style.setProperty("--top", `${padding || covered}px`);
      place.style.setProperty("--covered", `${covered}px`);
    } catch {
      // A script of the host has broken measuring: the bar sticks where it did.
    }
  };
  const later = () => {
    if (!isWaiting) setTimeout(measure, PAUSE);
    isWaiting = true;
  };
  addEventListener("scroll", later, { signal: stay.signal, passive: true, capture: true });
  addEventListener("resize", later, { signal: stay.signal });
  measure();
  return () => stay.abort();
}

/**
 * Returns how much of the scrolling area below `top` is covered by bars of the host, in CSS pixels. Anything that reaches over
 * half of the window is no bar.
 * @param {Element} element
 * @param {Element[]} own - the element, and those around it
 * @param {number} top
 */
function barsOver(element, own, top) {
  const { left, width } = element.getBoundingClientRect();
  const middle = Math.min(Math.max(left + width / 2, 1), innerWidth - 1);
  const found = inDocument("elementsFromPoint").call(document, middle, top + 1);
  const bars = found.flatMap((/** @type {Element} */ one) => [one, ...ancestors(one)]).filter((/** @type {Element} */ one) => !own.includes(one) && /fixed|sticky/.test(getComputedStyle(one).position));
  const ends = bars.map((/** @type {Element} */ bar) => bar.getBoundingClientRect().bottom - top);
  return Math.max(0, ...ends.filter((/** @type {number} */ end) => end < innerHeight / 2));
}
