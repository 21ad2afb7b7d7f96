// @ts-check
// Where the wasm is: inside the one-file page, as gzip in Base64. Takes the place of wasm-beside.js there.

/**
 * Reads the wasm from the page.
 * @type {typeof import("./wasm-beside.js").bringWasm}
 */
export const bringWasm = async () => {
  const text = /** @type {Element} */ (document.querySelector("#wasm")).textContent ?? "";
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

/** The address of the one-file explorer: this page. */
export const offlineCopy = location.href.split("#")[0];

/** Returns the address of the folder to embed from; empty, because a saved file is in no public folder. */
export const folder = () => "";
