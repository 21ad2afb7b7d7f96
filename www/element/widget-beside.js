// @ts-check
// Where the widget is: its module and its wasm are files beside the class. In the one-file page, widget-inside.js takes
// the place of this module.

import { moduleHash, moreHash, wasmHash } from "./hashes.js";
import { inDocument, newElement } from "./native.js";

/** @typedef {Pick<typeof import("./clause-explorer_bg.js"), "Mounted" | "begin" | "mourners" | "planAt" | "start" | "styles">} Widget */
/** @typedef {typeof import("./clause-explorer_more.js")} More */

/**
 * Fetches a file that must have this hash. Browsers do not say what else they found, so a second request looks.
 * @param {URL} address
 * @param {string} integrity
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 */
const fetchChecked = (address, integrity, signal, cache) =>
  fetch(address, { signal, cache, integrity }).catch(async () => {
    const { url, status } = await fetch(address, { signal, cache }); // without a network, this fails too
    throw new Error(`expected ${address} with ${integrity}, found ${url} with other bytes and status ${status}`);
  });

/**
 * Imports a module that must have this hash.
 *
 * The module is fetched before it is imported: Firefox remembers that an import failed, and would never try again.
 * Bundlers rename the module and may change its bytes; then nothing is known about it.
 * @template Module
 * @param {() => Promise<Module>} importModule - a function that names the module once
 * @param {string} integrity
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 */
async function importChecked(importModule, integrity, signal, cache) {
  const [, name] = `${importModule}`.split('"');
  if (!/^\.\/clause-explorer_(bg|more)\.js$/.test(name)) return importModule();
  const address = new URL(name, import.meta.url);
  const check = () => fetchChecked(address, integrity, signal, cache);
  await check();
  const link = newElement("link");
  // Between the two requests a server could send another file. So the import takes what the link has loaded, unless
  // the page has hashes of its own for imports.
  if (link.relList.supports("modulepreload") && !inDocument("head").textContent.includes('"integrity"')) {
    const { type } = await new Promise((settle) => {
      const nonce = inDocument("querySelector").call(document, "script[nonce]")?.nonce ?? "";
      signal.addEventListener("abort", settle);
      inDocument("head").append(Object.assign(link, { rel: "modulepreload", href: address, integrity, nonce, onload: settle, onerror: settle }));
    });
    link.remove();
    if (type !== "load") {
      await check(); // so it is not the network's fault
      throw Object.assign(new Error(`${address} refused by a policy, or sent again with other bytes`), { code: "policy" });
    }
  }
  return importModule();
}

/**
 * Returns the widget's module and its wasm, both compared with the hashes of this build. So one `integrity` on the
 * script of the class covers all files.
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 * @param {(widget: Widget) => void} begin - called with the module while the wasm is still being loaded
 * @returns {Promise<[Widget, Response | ArrayBuffer]>}
 */
export const bringWidget = (signal, cache, begin) =>
  Promise.all([
    importChecked(() => import("./clause-explorer_bg.js"), moduleHash, signal, cache).then((widget) => {
      begin(widget);
      return widget;
    }),
    fetchChecked(new URL("clause-explorer_bg.wasm", import.meta.url), wasmHash, signal, cache),
  ]);

/**
 * Returns the module of rare features, compared with its hash.
 * @param {RequestCache} cache
 * @returns {Promise<More>}
 */
export const bringMore = (cache) => importChecked(() => import("./clause-explorer_more.js"), moreHash, new AbortController().signal, cache);

/**
 * Returns a part that follows the wasm, compared with its hash.
 * @param {RequestCache} cache
 * @param {import("./parts.js").Part} part
 * @returns {Promise<Response | ArrayBuffer>}
 */
export const bringPart = (cache, [address, integrity]) => fetchChecked(address, integrity, new AbortController().signal, cache);
