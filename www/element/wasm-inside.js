// @ts-check
// Where the wasm is: inside the one-file page. Takes the place of wasm-beside.js there.

/** The address of the one-file explorer: this page. */
export const offlineCopy = location.href.split("#")[0];

/** Returns the address of the folder to embed from; empty, because a saved file is in no public folder. */
export const folder = () => "";
