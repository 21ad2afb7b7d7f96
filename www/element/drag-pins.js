// @ts-check

import { more } from "./late-parts.js";

/**
 * Lets a reader drag a listed pin by its arrows.
 * @param {ShadowRoot} root
 */
export function dragPins(root) {
  root.addEventListener("pointerdown", drag);
}

/** @param {any} down - a PointerEvent */
function drag({ target, button, currentTarget }) {
  const row = !button && target.closest(".order")?.closest("article");
  // Without the module, the arrows can still be pressed.
  if (row) more().then(({ dragPin }) => dragPin(currentTarget, row.id), () => {});
}
