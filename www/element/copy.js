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
    return copyByCommand(text);
  }
}

/**
 * Copies a text by the command that browsers had before.
 * @param {string} text
 */
function copyByCommand(text) {
  let isCopied = false;
  /** @param {ClipboardEvent} event */
  const write = (event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = true;
  };
  addEventListener("copy", write, true);
  inDocument("execCommand").call(document, "copy");
  removeEventListener("copy", write, true);
  return isCopied;
}
