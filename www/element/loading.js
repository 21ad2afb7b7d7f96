// @ts-check
// Loads the widget, once for all elements of the page.

import { pause } from "./pause.js";
import { isAble, sheetsFor } from "./styling.js";
import { bringMore, bringRare, bringWidget } from "./widget-beside.js";

/** @typedef {import("./widget-beside.js").Widget} LoadedWidget */

/**
 * Forgotten after a failure, so that the next call tries again.
 * @type {Promise<LoadedWidget> | undefined}
 */
let loading;

/**
 * After a failure, the browser's cache may have a wrong copy.
 * @type {RequestCache}
 */
let cache = "default";

/**
 * Aborting it makes pending loads start over.
 * @type {AbortController | undefined}
 */
let attempt;

/**
 * Returns the widget, loaded and started.
 * @returns {Promise<LoadedWidget>}
 */
export function load() {
  return (loading ??= fetchWidget((attempt = new AbortController()).signal));
}

/** Makes pending loads start over. */
export function retry() {
  attempt?.abort();
}

/**
 * Returns a file that is not needed for the first view.
 * @template File
 * @param {(cache: RequestCache) => Promise<File>} bring
 */
const late = (bring) => () =>
  bring(cache).catch((error) => {
    cache = "reload";
    throw error;
  });

/** @param {AbortSignal} signal */
async function fetchWidget(signal) {
  try {
    return await fetchOnce(signal);
  } catch (error) {
    loading = undefined;
    cache = "reload";
    if (signal.aborted) return load();
    throw error;
  }
}

/** @param {AbortSignal} signal */
async function fetchOnce(signal) {
  if (!isAble) throw new Error("a browser without WebAssembly or without style sheets made by script, or a document that is not HTML");
  const [widget, wasm] = await bringWidget(signal, cache);
  await widget.start(wasm, late(bringMore), late(bringRare));
  await pause();
  sheetsFor(document, widget.styles); // parsing it is a task of its own, and may fail
  return widget;
}
