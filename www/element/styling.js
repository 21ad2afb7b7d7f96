// @ts-check
// Style sheets made by script, which need no permission of the page's policy.

import { inDocument } from "./native.js";

/** Whether the browser, the host's scripts and the kind of the document allow all that the widget needs. */
export let isAble = "WebAssembly" in globalThis && "CSSStyleSheet" in globalThis && "adoptedStyleSheets" in Document.prototype &&
  inDocument("createElement").call(document, "p").namespaceURI !== null; // null in SVG

/**
 * The sheets of each document by their text: a sheet can style only the document whose window made it.
 * @type {WeakMap<Document, Map<string, CSSStyleSheet[]>>}
 */
const sheets = new WeakMap();

/**
 * The text of each shadow root's sheet: a root that moves to another document loses its sheets.
 * @type {WeakMap<ShadowRoot, string>}
 */
const texts = new WeakMap();

/**
 * Gives a shadow root one style sheet; without a text, the same as before.
 * @param {ShadowRoot} root
 * @param {string} [text]
 */
export function dress(root, text = texts.get(root) ?? "") {
  texts.set(root, text);
  try {
    if (isAble) root.adoptedStyleSheets = sheetsFor(root.ownerDocument, text);
  } catch {
    isAble = false;
  }
}

/**
 * Returns the sheet with this text for a document, in a list; nothing is displayed in a document without a window.
 * @param {Document} page
 * @param {string} text
 */
export function sheetsFor(page, text) {
  const made = sheets.get(page) ?? new Map();
  sheets.set(page, made);
  const view = Reflect.get(Document.prototype, "defaultView", page);
  if (view && !made.has(text)) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    made.set(text, [sheet]);
  }
  return made.get(text) ?? [];
}
