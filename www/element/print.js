// @ts-check

/**
 * Writes the address into the widget before each printing. Returns a function that ends this.
 * @param {Element} place - contains the widget
 * @param {() => string} address
 */
export function onPrint(place, address) {
  const write = () => {
    const line = place.querySelector(".page-address");
    if (line) line.textContent = address();
  };
  addEventListener("beforeprint", write);
  return () => removeEventListener("beforeprint", write);
}
