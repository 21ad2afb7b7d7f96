// @ts-check

import { dragPins } from "./drag-pins.js";
import { keepKeys } from "./shortcuts.js";
import { moveInTable } from "./table-keys.js";
import { followTopInset } from "./top-inset.js";

/**
 * Listens for what no part of the widget hears by itself: keys, dragging, and how the page scrolls. Returns the function
 * that ends listening outside of the shadow root.
 * @param {HTMLElement} element
 * @param {ShadowRoot} root - the element's
 * @param {Element} place - the widget's
 */
export function listen(element, root, place) {
  keepKeys(root);
  moveInTable(root);
  dragPins(root);
  return followTopInset(element, /** @type {HTMLElement} */ (place));
}
