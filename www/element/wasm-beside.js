// @ts-check
// Where the wasm is: in a folder with other files. In the one-file page, wasm-inside.js takes the place of this module.

/** The address of the one-file explorer; empty if a bundler moved this script to another folder. */
export const offlineCopy = /^https?:.*\/clause-explorer_bg\.js$/.test(import.meta.url) ? import.meta.url.replace(/_bg\.js$/, ".html") : "";

/**
 * Returns the address of the folder that has these files; empty if the wasm is inside a script.
 * It asks for the wasm's address, because bundlers keep that one up to date; Turbopack's has no host.
 */
export const folder = () => {
  const { href } = new URL("clause-explorer_bg.wasm", import.meta.url);
  return href.startsWith("data:") ? "" : new URL("./", new URL(href, location.href)).href;
};
