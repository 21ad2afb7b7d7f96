// @ts-check
// Loads the widget, once for all elements of the page.

import { pause } from "./pause.js";
import { isAble, sheetsFor } from "./styling.js";
import { bringMore, bringPart, bringWidget } from "./widget-beside.js";

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
 * @param {HTMLElement} element - the first one begins to load what its first view needs
 * @returns {Promise<LoadedWidget>}
 */
export function load(element) {
  return (loading ??= fetchWidget(element, (attempt = new AbortController()).signal));
}

/** Makes pending loads start over. */
export function retry() {
  attempt?.abort();
}

/** @param {unknown} error */
const failed = (error) => {
  cache = "reload";
  throw error;
};

/**
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 */
async function fetchWidget(element, signal) {
  try {
    return await fetchOnce(element, signal);
  } catch (error) {
    loading = undefined;
    cache = "reload";
    if (signal.aborted) return load(element);
    throw error;
  }
}

/**
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 */
async function fetchOnce(element, signal) {
  if (!isAble) throw new Error("a browser without WebAssembly or without style sheets made by script, or a document that is not HTML");
  const [widget, wasm] = await bringWidget(signal, cache, ({ begin }) =>
    begin(
      element,
      () => bringMore(cache).catch(failed),
      (part) => bringPart(cache, part).catch(failed),
    ),
  );
  await widget.start(wasm);
  await pause();
  sheetsFor(document, widget.styles); // parsing it is a task of its own, and may fail
  return widget;
}
