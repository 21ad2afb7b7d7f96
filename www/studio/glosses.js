// @ts-check
// Keeps glosses.toml complete: each phrase that justifies a value, in each language of a translation. A new phrase stands there
// in its own words, until the author translates it.

import { tomlTable, tomlText, withKey, withoutKey } from "./toml-edit.js";

/** @import { Parse } from "./facet-files.js" */
/** @import { Files } from "./files.js" */

const FILE = "glosses.toml";

/**
 * Adds the glosses that are missing, and removes those of phrases and languages that are gone. A file that is no valid TOML stays.
 * @param {Files} files
 * @param {Parse} parse
 */
export function keepGlosses(files, parse) {
  try {
    const { language: [original, ...translations], facets } = parse(files.text("plan.toml"));
    const tags = translations.map((/** @type {{ tag: string }} */ { tag }) => tag);
    const phrases = tags.length ? phrasesOf(files, parse, facets, original.tag) : [];
    const before = files.text(FILE);
    const known = parse(before);
    let text = before;
    for (const phrase of Object.keys(known)) if (!phrases.includes(phrase)) text = withoutKey(text, undefined, tomlText(phrase));
    for (const phrase of phrases) {
      const gloss = known[phrase];
      const isWhole = gloss && Object.keys(gloss).length === tags.length && tags.every((/** @type {string} */ tag) => tag in gloss);
      if (isWhole) continue;
      const texts = Object.fromEntries(tags.map((/** @type {string} */ tag) => [tag, gloss?.[tag] ?? phrase]));
      text = withKey(text, undefined, tomlText(phrase), tomlTable(texts));
    }
    if (text.trim()) files.put(FILE, text);
    else files.remove(FILE);
  } catch {
    // The problems name the file that must be corrected first.
  }
}

/**
 * Returns the phrases of all values. One that is the label of its value has that label in the other languages.
 * @param {Files} files
 * @param {Parse} parse
 * @param {string[]} facets
 * @param {string} original - its tag
 */
function phrasesOf(files, parse, facets, original) {
  const values = facets.flatMap((id) => parse(files.text(`facets/${id}.toml`)).value ?? []);
  const phrases = values.flatMap(({ label, phrases = [] }) => phrases.filter((/** @type {string} */ phrase) => phrase !== label?.[original]));
  return [...new Set(phrases)];
}
