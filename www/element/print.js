// @ts-check

/**
 * Writes the address into the widget before each printing, and opens the preamble for it. Returns a function that ends
 * this.
 * @param {Element} place - contains the widget
 * @param {() => string} address
 */
export function onPrint(place, address) {
  /** @type {HTMLDetailsElement | null} */
  let opened = null;
  const before = () => {
    const line = place.querySelector(".page-address");
    if (line) line.textContent = address();
    opened = place.querySelector(".preamble:not([open])");
    if (opened) opened.open = true;
  };
  const after = () => {
    if (opened) opened.open = false;
    opened = null;
  };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}
