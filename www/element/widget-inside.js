// @ts-check
// Where the widget is: its modules are in the same script, in the one-file page, and its wasm is in the page, as gzip in
// Base64. Takes the place of widget-beside.js there.

import { Mounted, begin, mourners, planAt, start, styles } from "./clause-explorer_bg.js";
import { copyTable, dragPin, glosses, save, saveImage, saveWorkbook, unpackPlans } from "./clause-explorer_more.js";
import { inDocument } from "./native.js";

/**
 * Returns a wasm from the page.
 * @param {string} selector - of the element that contains it
 */
function inside(selector) {
  const text = inDocument("querySelector").call(document, selector).textContent;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/**
 * Returns the widget's module, and its wasm from the page.
 * @type {typeof import("./widget-beside.js").bringWidget}
 */
export const bringWidget = async (_signal, _cache, begun) => {
  /** @type {import("./widget-beside.js").Widget} */
  const widget = { Mounted, begin, mourners, planAt, start, styles };
  begun(widget);
  return [widget, await inside("#wasm")];
};

/**
 * Returns the second wasm from the page.
 * @type {typeof import("./widget-beside.js").bringPart}
 */
export const bringPart = (_cache, [{ hash }]) => inside(hash);

/**
 * Returns the module of rare features.
 * @type {typeof import("./widget-beside.js").bringMore}
 */
export const bringMore = async () => ({ copyTable, dragPin, glosses, save, saveImage, saveWorkbook, unpackPlans });
