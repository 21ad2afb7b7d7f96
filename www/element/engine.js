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

/** The glosses of the plan's phrases, which come with the module of rare features; empty before. */
let table = "";

/**
 * The plan in further languages: what the custom sections "language" contain.
 * @type {ArrayBuffer[]}
 */
const sections = [];

/** @type {WebAssembly.Module | undefined} The second wasm. */
let second;

/**
 * Compiles the wasm, and makes the first instance.
 * @param {Response | ArrayBuffer} wasm
 */
export async function start(wasm) {
  module = await compile(wasm);
  engine();
}

/**
 * Adds the glosses to this instance and all later ones.
 * @param {string} glosses
 */
export function addGlosses(glosses) {
  table = glosses;
  instance?.gloss(table);
}

/**
 * Adds the second wasm to this instance and all later ones.
 * @param {Response | ArrayBuffer} wasm
 */
export async function addRare(wasm) {
  second = await compile(wasm);
  instance?.extend(second);
}

/**
 * Adds the plan in a further language to this instance and all later ones.
 * @param {Response | ArrayBuffer} wasm - with the custom section "language"
 */
export async function addLanguage(wasm) {
  const [section] = WebAssembly.Module.customSections(await compile(wasm), "language");
  instance?.addLanguage(new Uint8Array(section));
  sections.push(section);
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
  for (const section of sections) next.addLanguage(new Uint8Array(section));
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
