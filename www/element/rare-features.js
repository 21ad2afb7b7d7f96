// @ts-check

import { more } from "./late-parts.js";

/** @import { Mounted } from "./mounted.js" */

/**
 * Lets buttons with the attribute `data-feature` call that function of the module of rare features. The line beside the
 * button then says what the button has for that case: `data-done`, or `data-failed` if the module cannot be loaded or the
 * browser refuses. Returns a function that ends this.
 * @param {Element} place - contains the widget
 * @param {Mounted} widget
 */
export function offerRareFeatures(place, widget) {
  /** @param {Event} event */
  const use = async ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[data-feature]");
    widget.retry();
    if (!(button instanceof HTMLElement)) return;
    const { feature = "", done, failed = "" } = button.dataset;
    const status = button.closest("div")?.querySelector("[role=status]");
    /** @type {any} - its functions, by name */
    const module = await more().catch(() => {});
    const isDone = await module?.[feature](button, widget.summary).catch(() => {});
    if (status) status.textContent = (isDone && done) || failed;
  };
  place.addEventListener("click", use);
  return () => place.removeEventListener("click", use);
}
