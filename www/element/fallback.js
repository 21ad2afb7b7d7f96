// @ts-check
// The fallback: the text inside the element, which readers see until the widget is mounted or if it can't start, and
// the note above that text after a failure.

import { words } from "./build.js";
import { isAble } from "./loading.js";

/** @type {CSSStyleSheet | undefined} */
let waitingSheet;

/**
 * Shows the element's text, below a note if one is given.
 * @param {ShadowRoot} root
 * @param {Node[]} before
 */
export function showFallback(root, ...before) {
  if (isAble) root.adoptedStyleSheets = [(waitingSheet ??= makeSheet())];
  root.replaceChildren(...before, document.createElement("slot"));
}

/**
 * Why the widget could not start.
 * @typedef {"policy" | "network" | "late" | "browser" | "stopped" | "unknown"} Reason
 */

/**
 * Returns why the widget could not start. The error alone is not enough: each browser engine has its own errors.
 * @param {unknown} error
 * @returns {Reason}
 */
export function reasonOf(error) {
  if (!isAble) return "browser";
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))); // the smallest module
  } catch {
    return "policy";
  }
  return error instanceof WebAssembly.RuntimeError ? "unknown" : "network";
}

/**
 * Returns the note above the text: that only the text is shown, why, and a button if another try can help.
 * @param {HTMLElement} element
 * @param {Reason} reason
 * @param {() => void} tryAgain
 */
export function failureNote(element, reason, tryAgain) {
  const [tag] = (/** @type {HTMLElement | null} */ (element.closest("[lang]"))?.lang || navigator.language).split("-");
  const lang = tag in words ? tag : Object.keys(words)[0];
  const [failed, failedWithText, policy, network, late, browser, tryAgainLabel, stopped] = words[lang];
  const note = Object.assign(document.createElement("p"), { lang });
  const why = { policy, network, late, browser, unknown: "" };
  note.append(reason === "stopped" ? stopped : `${element.textContent?.trim() ? failedWithText : failed} ${why[reason]}`);
  if (["network", "late", "stopped"].includes(reason)) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: tryAgainLabel });
    button.addEventListener("click", tryAgain);
    note.append(" ", button);
  }
  return note;
}

/** The fallback has the widget's height until the widget is mounted: the same heights as in clause-explorer.css. */
function makeSheet() {
  const sheet = new CSSStyleSheet();
  /** @param {string} height */
  const bounded = (height) => `:host{display:block;max-block-size:max(26em,var(--ce-max-height,${height}));overflow:auto}`;
  const whole = "@media print{:host{max-block-size:none;overflow:visible}}";
  sheet.replaceSync(`${bounded("clamp(40em,85vh,52em)")}@media (max-width:30em){${bounded("50em")}}${whole}`);
  return sheet;
}
