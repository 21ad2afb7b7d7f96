// @ts-check
// Where the widget is: its module and its wasm are files beside the class. In the one-file page, widget-inside.js takes
// the place of this module.

import { moduleHash, wasmHash } from "./hashes.js";
import { inDocument, newElement } from "./native.js";

/** @typedef {Pick<typeof import("./clause-explorer_bg.js"), "Mounted" | "mourners" | "planAt" | "start" | "styles">} Widget */

const importModule = () => import("./clause-explorer_bg.js");

/**
 * Returns the widget's module and its wasm, both compared with the hashes of this build. So one `integrity` on the
 * script of the class covers all files.
 *
 * The module is fetched before it is imported: Firefox remembers that an import failed, and would never try again.
 * Bundlers rename the module and may change its bytes; then nothing is known about it.
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 * @returns {Promise<[Widget, Response | ArrayBuffer]>}
 */
export const bringWidget = (signal, cache) => {
  const [, name] = `${importModule}`.split('"');

  /**
   * Fetches a file that must have this hash. Browsers do not say what else they found, so a second request looks.
   * @param {URL} address
   * @param {string} integrity
   */
  const fetchChecked = (address, integrity) =>
    fetch(address, { signal, cache, integrity }).catch(async () => {
      const { url, status } = await fetch(address, { signal, cache }); // without a network, this fails too
      throw new Error(`expected ${address} with ${integrity}, found ${url} with other bytes and status ${status}`);
    });

  const importChecked = async () => {
    const address = new URL(name, import.meta.url);
    await fetchChecked(address, moduleHash);
    const link = newElement("link");
    // Between the two requests a server could send another file. So the import takes what the link has loaded, unless
    // the page has hashes of its own for imports.
    if (link.relList.supports("modulepreload") && !inDocument("head").textContent.includes('"integrity"')) {
      const { type } = await new Promise((settle) => {
        const nonce = inDocument("querySelector").call(document, "script[nonce]")?.nonce ?? "";
        signal.addEventListener("abort", settle);
        inDocument("head").append(Object.assign(link, { rel: "modulepreload", href: address, integrity: moduleHash, nonce, onload: settle, onerror: settle }));
      });
      link.remove();
      if (type !== "load") {
        await fetchChecked(address, moduleHash); // so it is not the network's fault
        throw Object.assign(new Error(`${address} refused by a policy, or sent again with other bytes`), { code: "policy" });
      }
    }
    return importModule();
  };

  return Promise.all([
    name === "./clause-explorer_bg.js" ? importChecked() : importModule(),
    fetchChecked(new URL("clause-explorer_bg.wasm", import.meta.url), wasmHash),
  ]);
};
