// @ts-check

import { install, instantiate } from "./glue.js";
import { bringWasm } from "./wasm-beside.js";

/**
 * Starts the engine with the plan in its custom section "plan".
 * @param {AbortSignal} signal
 */
export async function start(signal) {
  const module = await compile(await bringWasm(signal));
  const [section] = WebAssembly.Module.customSections(module, "plan");
  if (!section) throw new Error("expected a plan in clause-explorer_bg.wasm, found none");
  instantiate(module);
  install(new Uint8Array(section));
}

/**
 * Compiles the wasm: while it arrives, if the server names its type, and no script of the host replaces its answer.
 * @param {Response | ArrayBuffer} wasm
 */
async function compile(wasm) {
  if (wasm instanceof ArrayBuffer) return WebAssembly.compile(wasm);
  if (!wasm.ok) throw new Error(`expected clause-explorer_bg.wasm, found status ${wasm.status}`);
  const type = wasm.headers.get("content-type");
  if (!type?.startsWith("application/wasm")) {
    console.warn(`expected the MIME type application/wasm for clause-explorer_bg.wasm, found ${type}; with it, the wasm is compiled while it arrives`);
  } else if (wasm instanceof Response && WebAssembly.compileStreaming) {
    return WebAssembly.compileStreaming(wasm);
  }
  return WebAssembly.compile(await wasm.arrayBuffer());
}
