// @ts-check

import { inDocument } from "./native.js";

/**
 * Copies a text, and returns whether that worked.
 * @param {string} text
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A frame of another site has no such permission, and a page without HTTPS no such clipboard.
    return copyByCommand({ "text/plain": text });
  }
}

/**
 * Copies a text by the command that browsers had before.
 * @param {Record<string, string>} data - the text in each form, by MIME types
 */
export function copyByCommand(data) {
  let isCopied = false;
  /** @param {ClipboardEvent} event */
  const write = (event) => {
    for (const type in data) event.clipboardData?.setData(type, data[type]);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = true;
  };
  addEventListener("copy", write, true);
  inDocument("execCommand").call(document, "copy");
  removeEventListener("copy", write, true);
  return isCopied;
}
