// @ts-check
// Loads the widget, once for all elements of the page.

import { pause } from "./pause.js";
import { isAble, sheetsFor } from "./styling.js";
import { bringMore, bringWidget } from "./widget-beside.js";

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
 * Forgotten after a failure, so that the next call tries again.
 * @type {Promise<import("./widget-beside.js").More> | undefined}
 */
let bringing;

/** Returns the module of rare features: fetched when an element is ready, or when it is asked for. */
export function loadMore() {
  bringing ??= bringMore(cache).catch((error) => {
    bringing = undefined;
    cache = "reload";
    throw error;
  });
  return bringing;
}

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
  await widget.start(wasm, loadMore);
  await pause();
  sheetsFor(document, widget.styles); // parsing it is a task of its own, and may fail
  return widget;
}
