// @ts-check
// The parts that follow the wasm, in the one-file page, whose wasm has all languages. Takes the place of parts.js there.

/** The tag of the plan's original language: the wasm has the others too, so that it does not matter. */
export const original = "";

/**
 * The second wasm: an address in this page.
 * @type {import("./parts.js").Part}
 */
export const rarePart = [new URL("#rare", location.href), ""];

/** @type {typeof import("./parts.js").languageParts} */
export const languageParts = {};
