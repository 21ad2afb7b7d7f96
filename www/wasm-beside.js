
/** The wasm, from beside this file. */
const bringWasm = (signal) => fetch(new URL("clause-explorer_bg.wasm", import.meta.url), { signal });

/** The address of the explorer in one file; none where a bundler took this file away from its folder. */
const offlineCopy = /^https?:.*\/clause-explorer_bg\.js(\?\d+)?$/.test(import.meta.url) ? import.meta.url.replace(/_bg\.js.*/, ".html") : "";

/** The folder that has these files. Asked by way of the wasm, which bundlers follow to where they put it. */
const folder = () => {
  const { href } = new URL("clause-explorer_bg.wasm", import.meta.url);
  return href.startsWith("data:") ? "" : new URL("./", href).href; // inside a script it is in no folder
};
