// @ts-check
// Changes by the controls of the tools: each is shown at once, and the control that made it keeps the focus.

/**
 * Makes a change and shows it; says why it cannot be made. Returns whether it was made.
 * @param {() => void} change
 * @param {() => void} show
 * @param {(text: string, isError?: boolean) => void} report
 */
export function tryToChange(change, show, report) {
  try {
    change();
    show();
    return true;
  } catch (error) {
    report(/** @type {Error} */ (error).message, true);
    return false;
  }
}

/**
 * Replaces the contents of a place. The control with the focus keeps it, if its `data-key` is there again.
 * @param {Element} place
 * @param {Node[]} contents
 */
export function refill(place, ...contents) {
  const key = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key;
  place.replaceChildren(...contents);
  if (!key) return;
  const controls = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-key]"));
  [...controls].find((control) => control.dataset.key === key)?.focus();
}
