// @ts-check
// The fallback: the text inside the element, which readers see until the widget is mounted or if it can't start, and
// the note above that text after a failure.

import { words } from "./build.js";
import { newElement } from "./native.js";
import { dress, isAble } from "./styling.js";

const SIZE = ":host{display:block;min-inline-size:min(12em,100vw);max-inline-size:100vw}";

/**
 * Until the widget is mounted, the text has a height that is at most the widget's: the same heights as in clause-explorer.css.
 * If the widget can't start, the text has its own height, unless the host limits it.
 * @param {string} host - a selector
 * @param {string} height
 */
const bounded = (host, height) => `${host}{--h:max(26em,var(--ce-max-height,${height}));min-block-size:var(--h);max-block-size:var(--h);overflow:auto}`;

/** @param {string} host - a selector */
const sheet = (host) => `${SIZE}${bounded(host, "clamp(40em,85vh,52em)")}@media (max-width:30em){${bounded(host, "50em")}}@media print{${host}{min-block-size:0;max-block-size:none;overflow:visible}}`;

/**
 * Shows the element's text, below a note if one is given: the widget can't start.
 * @param {ShadowRoot} root
 * @param {Node[]} before
 */
export function showFallback(root, ...before) {
  dress(root, sheet(before.length ? ":host([layout=panel])" : ":host"));
  root.replaceChildren(...before, newElement("slot"));
}

/**
 * Why the widget could not start.
 * @typedef {"policy" | "network" | "late" | "browser" | "plan" | "stopped" | "unknown"} Reason
 */

/**
 * Returns why the widget could not start. The error alone is not enough: each browser engine has its own errors.
 * @param {any} error
 * @returns {Reason}
 */
export function reasonOf(error) {
  // A ReferenceError names something that the browser, or a script of the host, lacks.
  if (!isAble || error instanceof ReferenceError) return "browser";
  if (error?.code === "policy") return "policy";
  if (error?.isLoaded) return "plan"; // the file of `src`
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
  const tags = Object.keys(words);
  const [own] = navigator.language?.split("-") ?? [];
  const lang = tags.find((tag) => element.matches(`:lang(${tag})`)) ?? tags.find((tag) => tag === own) ?? tags[0];
  const [failed, failedWithText, policy, network, late, browser, plan, tryAgainLabel, stopped] = words[lang];
  const note = newElement("p", { lang });
  const why = { policy, network, late, browser, plan, unknown: "" };
  note.append(reason === "stopped" ? stopped : `${element.textContent?.trim() ? failedWithText : failed} ${why[reason]}`);
  if (["network", "late", "stopped"].includes(reason)) {
    const button = newElement("button", { type: "button", textContent: tryAgainLabel });
    button.addEventListener("click", tryAgain);
    note.append(" ", button);
  }
  return note;
}
