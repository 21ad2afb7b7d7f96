// @ts-check
// The hashes of the files that the class loads, in the form of HTML's `integrity`. The build replaces this whole module
// by a generated one with the same exports.

/** The hash of clause-explorer_bg.js. */
export const moduleHash = "";

/** The hash of clause-explorer_bg.wasm. */
export const wasmHash = "";

/** The hash of clause-explorer_more.js. */
export const moreHash = "";
