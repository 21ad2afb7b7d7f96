// @ts-check
// The parts that a first view does not need: the second wasm, the module of rare features, and the languages that are not
// shown. Each is loaded once, and again after a failure.

import { addGlosses, addLanguage, addRare } from "./engine.js";
import { languages } from "./languages.js";
import { languageParts, original, rarePart } from "./parts.js";

/** @typedef {typeof import("./clause-explorer_more.js")} More */
/** @typedef {(part: import("./parts.js").Part) => Promise<Response | ArrayBuffer>} BringPart */

/** @type {() => Promise<More>} */
let moreFrom;
/** @type {BringPart} */
let partFrom;

/**
 * Begins to load the languages of an element, while the wasm is still being loaded.
 * @param {HTMLElement} element
 * @param {() => Promise<More>} bringMore - brings the module of rare features
 * @param {BringPart} bringPart - brings a part that follows the wasm
 */
export function begin(element, bringMore, bringPart) {
  moreFrom = bringMore;
  partFrom = bringPart;
  languagesOf(element);
}

/** How many of the parts of the wasm are still missing. */
let missing = 1 + Object.keys(languageParts).length;

/** Whether all parts of the wasm are there. */
export const isWhole = () => !missing;

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

/** Loads the module of rare features. */
export const more = once(async () => {
  const module = await moreFrom();
  addGlosses(module.glosses);
  return module;
});

/** Loads the second wasm. */
export const rare = once(async () => {
  await addRare(await partFrom(rarePart));
  missing -= 1;
});

/** Functions that load the languages, by tag. */
const loaders = Object.entries(languageParts).map(([tag, part]) => {
  const load = once(async () => {
    await addLanguage(await partFrom(part));
    missing -= 1;
  });
  return { tag, load };
});

/** Loads all parts of the wasm. A failure is no error: what is there can be shown. */
export const whole = () => settled([rare, ...loaders.map(({ load }) => load)]);

/**
 * Loads the languages that the first view of an element shows. A failure is no error: the original is shown.
 * @param {HTMLElement} element
 */
export function languagesOf(element) {
  const named = [...`${element.getAttribute("view")}${location.search}${location.hash}`.matchAll(/\b(?:lang|compare)=([\w-]+)/g)].map(([, tag]) => tag);
  /** @param {string} tag */
  const known = (tag) => [...loaders, { tag: original, load: undefined }].find((one) => [tag, tag.split("-")[0]].some((own) => own.toLowerCase() === one.tag.toLowerCase()));
  const preferred = languages(element).find(known) ?? original;
  return settled([...named, preferred].flatMap((tag) => known(tag)?.load ?? []));
}

/** @param {(() => Promise<unknown>)[]} loads */
const settled = (loads) => Promise.allSettled(loads.map((load) => load()));
