// @ts-check
// The parts that follow the wasm: the address and the hash of each. The build replaces this whole module by a generated one
// with the same exports.

/** @typedef {[address: URL, integrity: string]} Part */

/** The tag of the plan's original language, which is in the wasm itself. */
export const original = "";

/**
 * The second wasm.
 * @type {Part}
 */
export const rarePart = [new URL("clause-explorer_rare.wasm", import.meta.url), ""];

/**
 * The plan in each further language, by its tag.
 * @type {Record<string, Part>}
 */
export const languageParts = {};
