// @ts-check
// The clauses and facets of a plan.json, as the pages of the peers use them.
import { readFileSync } from "node:fs";
import { Filter } from "../peers/pages/filter.js";
import { Random } from "./random.mjs";

/** @import { Facet, Item } from "../peers/pages/filter.js" */

/** @typedef {{ title: string, items: Item[], facets: Facet[], names: string[] }} Data */

/** Reads a plan.json: the original and the English translation. @param {string} path @returns {Data} */
export function readPlan(path) {
  const plan = JSON.parse(readFileSync(path, "utf8"));
  /** @type {Facet[]} */
  const facets = plan.facets.map((/** @type {any} */ { id, label, values }) => ({
    id,
    label: label.en,
    values: values.map((/** @type {any} */ value) => ({ id: value.id, label: value.label.en })),
  }));
  /** @type {Item[]} */
  const items = plan.clauses.map((/** @type {any} */ { eid, text, tags }) => ({
    id: eid,
    zh: text.zh,
    en: text.en,
    tags: facets.map((_, facet) => tags.filter((/** @type {any} */ tag) => tag.facet === facet).map((/** @type {any} */ tag) => tag.value)),
  }));
  return { title: plan.title.en, items, facets, names: (plan.names ?? []).flat() };
}

/**
 * Returns Chinese queries of one to six characters that occur in the plan, the same in every run. A query with the name
 * that has several names is no query here: the explorer also finds the other names.
 *
 * @param {Data} data
 * @param {number} count
 */
export function queries({ items, names }, count) {
  const random = new Random(40);
  const lengths = [1, 2, 2, 3, 4, 4, 5, 6];
  /** @type {Set<string>} */
  const found = new Set();
  for (let tries = 0; found.size < count && tries < 100 * count; tries++) {
    const text = random.pick(items).zh;
    const start = random.below(text.length);
    const query = text.slice(start, start + lengths[found.size % lengths.length]);
    if (/^\p{Script=Han}+$/u.test(query) && query.length === lengths[found.size % lengths.length] && !names.some((name) => query.includes(name))) found.add(query);
  }
  return [...found];
}

/** @typedef {{ word: string, counts: number[] }} Typed - a word, and the number of clauses after each of its letters */

/**
 * Returns words of three characters that leave fewer clauses after each letter, so that each letter changes the list.
 *
 * @param {Data} data
 * @param {number} count
 * @returns {Typed[]}
 */
export function typedWords({ items, facets, names }, count) {
  const filter = new Filter(items, facets);
  const random = new Random(3);
  /** @type {Typed[]} */
  const words = [];
  for (let tries = 0; words.length < count && tries < 100 * count; tries++) {
    const text = random.pick(items).zh;
    const start = random.below(text.length);
    const word = text.slice(start, start + 3);
    const prefixes = [1, 2, 3].map((length) => word.slice(0, length));
    if (!/^\p{Script=Han}{3}$/u.test(word) || names.some((name) => word.includes(name))) continue;
    const counts = prefixes.map((prefix) => filter.run(prefix, new Map()).found.length);
    const isNarrowing = counts.every((found, nth) => found < (counts[nth - 1] ?? items.length));
    if (isNarrowing && words.every((known) => known.word !== word)) words.push({ word, counts });
  }
  return words;
}
