// @ts-check

/**
 * Drags a pin to where the pointer goes. Each neighbour that the pointer passes is one press of an arrow, so that
 * dragging has no order of its own.
 * @param {any} root - the shadow root
 * @param {string} eid
 */
export function dragPin(root, eid) {
  let hasMoved = false;
  const stay = new AbortController();
  /** @param {PointerEvent} event */
  const move = ({ clientY, buttons }) => {
    // The pointer was up again before this module was there.
    if (!buttons) return end();
    const rows = [...root.querySelectorAll("article")];
    const nth = rows.findIndex(({ id }) => id === eid);
    const isUp = clientY < middle(rows[nth - 1]);
    if (!isUp && !(clientY > middle(rows[nth + 1]))) return;
    hasMoved = true;
    rows[nth]?.querySelector(`[data-to=${isUp ? "up" : "down"}]`).click();
  };
  const end = () => {
    stay.abort();
    // The browser may take the end for a press of the arrow under the pointer.
    if (hasMoved) root.addEventListener("click", ignore, true);
    setTimeout(() => root.removeEventListener("click", ignore, true));
  };
  // Not of the row, which moves in the document: that would end a capture of the pointer.
  const { signal } = stay;
  addEventListener("pointermove", move, { signal });
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, end, { signal });
}

/** @param {Event} event */
const ignore = (event) => event.stopImmediatePropagation();

/**
 * Returns the height of a row's middle in the window; no number for no row.
 * @param {Element | undefined} row
 */
function middle(row) {
  const { top = NaN, height = NaN } = row?.getBoundingClientRect() ?? {};
  return top + height / 2;
}
