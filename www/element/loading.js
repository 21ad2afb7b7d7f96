// @ts-check
// Loads the widget, once for all elements of the page.

import { pause } from "./pause.js";
import { importWidget } from "./widget-beside.js";

/** @typedef {import("./widget-beside.js").Widget & { sheet: CSSStyleSheet }} LoadedWidget */

/** Whether the browser has the features that the widget needs. */
export const isAble = "WebAssembly" in globalThis && "CSSStyleSheet" in globalThis && "replaceSync" in CSSStyleSheet.prototype && "adoptedStyleSheets" in Document.prototype;

/**
 * Forgotten after a failure, so that the next call tries again.
 * @type {Promise<LoadedWidget> | undefined}
 */
let loading;
let failures = 0;

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

/** @param {AbortSignal} signal */
async function fetchWidget(signal) {
  try {
    return await fetchOnce(signal);
  } catch (error) {
    loading = undefined;
    failures++;
    if (signal.aborted) return load();
    throw error;
  }
}

/** @param {AbortSignal} signal */
async function fetchOnce(signal) {
  if (!isAble) throw new Error("a browser without WebAssembly or without style sheets made by script");
  const widget = await importWidget(failures);
  await widget.start(signal);
  await pause();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(widget.styles);
  return { ...widget, sheet };
}
