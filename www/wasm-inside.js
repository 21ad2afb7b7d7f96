
/** The wasm, from inside this page: compressed, and in letters. */
const bringWasm = async () => {
  const bytes = Uint8Array.from(atob(document.querySelector("#wasm").textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

/** The address of the explorer in one file: this one. */
const offlineCopy = location.href.split("#")[0];

/** The folder that others can embed from: a saved file has none. */
const folder = () => "";
