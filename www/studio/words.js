// @ts-check
// The studio's own words in four languages. Elements with `data-word` show the word of that name, those with `data-label` have
// it as their label.

import { chinese } from "./words-zh.js";
import { english } from "./words-en.js";
import { portuguese } from "./words-pt.js";
import { spanish } from "./words-es.js";

/** @typedef {Exclude<keyof typeof english, "editor">} Word */

/** @type {Record<string, typeof english>} */
const LANGUAGES = { zh: chinese, en: english, es: spanish, pt: portuguese };

/** The tags for the attribute `lang`. */
const TAGS = /** @type {Record<string, string>} */ ({ zh: "zh-Hans", pt: "pt-BR" });

let present = english;

/**
 * Returns a word with its values in place.
 * @param {Word} word
 * @param {Record<string, string>} [values]
 */
export const say = (word, values = {}) => present[word].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** Returns CodeMirror's own words. */
export const editorWords = () => present.editor;

/** Returns the language that the author's browser prefers. */
export const preferred = () => navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? "en";

/**
 * Shows the page in a language.
 * @param {string} tag
 */
export function translate(tag) {
  present = LANGUAGES[tag] ?? english;
  document.documentElement.lang = TAGS[tag] ?? tag;
  document.title = say("title");
  /** @type {NodeListOf<HTMLElement>} */
  const elements = document.querySelectorAll("[data-word], [data-label]");
  for (const element of elements) {
    const { word, label } = element.dataset;
    if (word) element.textContent = say(/** @type {Word} */ (word));
    if (label) element.setAttribute("aria-label", say(/** @type {Word} */ (label)));
  }
}
