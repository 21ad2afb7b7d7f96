// @ts-check
// The engine of the page: one instance of the wasm for all elements. An instance that traps ends; the next call of
// `engine` makes a new one.

import { newInstance } from "./glue.js";

/** @import { Instance } from "./glue.js" */

/** @type {WebAssembly.Module} */
let module;
/** @type {Instance | undefined} */
let instance;

/**
 * Called when an instance ends: with the reason, and with the milliseconds to wait before the next one, or nothing if
 * too many have ended in a minute.
 * @typedef {(reason: unknown, wait?: number) => void} Mourn
 */

/** @type {Set<Mourn>} */
export const mourners = new Set();

/** The first instance after an end starts at once. The second waits, because a fault of the page may pass. */
const WAITS = [0, 500];

const MINUTE = 60_000; // in milliseconds

/**
 * When instances ended, in the page's time.
 * @type {number[]}
 */
const ends = [];

/** @typedef {typeof import("./clause-explorer_more.js")} More */

/**
 * Returns the module of rare features, loaded once. A failed load is tried again by the next call.
 * @type {() => Promise<More>}
 */
export let more;

/**
 * Loads the second wasm once: it has the code that a first view does not need. A failed load is tried again by the next call.
 * @type {() => Promise<void>}
 */
export let rare;

/** The glosses of the plan's phrases, which come with the module of rare features; empty before. */
let table = "";

/** @type {WebAssembly.Module | undefined} The second wasm. */
let second;

/** Whether the second wasm is loaded. */
export const isWhole = () => !!second;

/**
 * Returns a function that loads something once, and again after a failure.
 * @template Loaded
 * @param {() => Promise<Loaded>} load
 */
function once(load) {
  /** @type {Promise<Loaded> | undefined} */
  let loading;
  return () =>
    (loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    }));
}

/**
 * Compiles the wasm, and makes the first instance.
 * @param {Response | ArrayBuffer} wasm
 * @param {() => Promise<More>} bringMore
 * @param {() => Promise<Response | ArrayBuffer>} bringRare
 */
export async function start(wasm, bringMore, bringRare) {
  more = once(async () => {
    const module = await bringMore();
    engine().gloss((table = module.glosses));
    return module;
  });
  rare = once(async () => {
    second = await compile(await bringRare());
    instance?.extend(second);
  });
  module = await compile(wasm);
  engine();
}

/**
 * Returns the present instance, with the plan in the wasm's custom section "plan".
 * @returns {Instance}
 */
export function engine() {
  if (instance) return instance;
  const [section] = WebAssembly.Module.customSections(module, "plan");
  if (!section) throw new Error("expected a plan in clause-explorer_bg.wasm, found none");
  const next = newInstance(module, (reason) => {
    if (instance !== next) return;
    instance = undefined;
    const now = performance.now();
    const recent = ends.filter((end) => now - end < MINUTE).length;
    ends.push(now);
    for (const mourn of [...mourners]) mourn(reason, WAITS[recent]);
  });
  next.install(new Uint8Array(section));
  next.gloss(table);
  if (second) next.extend(second);
  return (instance = next);
}

/** @type {Instance["embedCodes"]} */
export const embedCodes = (...values) => engine().embedCodes(...values);

/** Ends the instance by a panic, for the tests. */
export const fail = () => engine().fail();

/**
 * Compiles the wasm. The browser keeps the result for the next visit, if the server names its type, and no script of the
 * host replaces its answer.
 * @param {Response | ArrayBuffer} wasm
 */
async function compile(wasm) {
  if (wasm instanceof ArrayBuffer) return WebAssembly.compile(wasm);
  const type = wasm.headers.get("content-type");
  if (!type?.startsWith("application/wasm")) {
    console.warn(`expected the MIME type application/wasm for ${wasm.url}, found ${type}; with it, browsers keep the compiled wasm for the next visit`);
  } else if (wasm instanceof Response && WebAssembly.compileStreaming) {
    return WebAssembly.compileStreaming(wasm);
  }
  return WebAssembly.compile(await wasm.arrayBuffer());
}
