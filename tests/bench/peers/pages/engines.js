// @ts-check
// Engines alone, without a page: the time of a query with the counts of all values. MiniSearch and FlexSearch index pairs
// of characters of the Chinese text and single ones, because their words are no units of Chinese; what they propose is
// checked with `includes`, so that every engine gives the exact result.
import { Index } from "flexsearch";
import MiniSearch from "minisearch";
import { Filter } from "./filter.js";

/** Returns the characters and the pairs of characters of a text. @param {string} text */
function grams(text) {
  const found = new Set();
  for (let nth = 0; nth < text.length; nth++) {
    found.add(text[nth]);
    if (nth > 0) found.add(text.slice(nth - 1, nth + 1));
  }
  return [...found];
}

/** The least grams that a query needs: its pairs, or its only character. @param {string} query */
const needed = (query) => (query.length > 1 ? [...query].slice(1).map((_, nth) => query.slice(nth, nth + 2)) : [query]);

const ENGINES = {
  plain: (items, facets) => {
    const filter = new Filter(items, facets);
    return (query) => filter.run(query, new Map());
  },
  minisearch: (items, facets) => {
    const filter = new Filter(items, facets);
    const index = new MiniSearch({ fields: ["text"], tokenize: grams, processTerm: (term) => term });
    index.addAll(items.map(({ zh }, id) => ({ id, text: zh })));
    const options = { combineWith: "AND", tokenize: needed };
    return (query) => filter.count(index.search(query, options).map(({ id }) => id).filter((nth) => filter.texts[nth].includes(query)).sort((a, b) => a - b), new Map());
  },
  flexsearch: (items, facets) => {
    const filter = new Filter(items, facets);
    const index = new Index({ encode: (text) => text.split(" "), tokenize: "strict", resolution: 1 });
    items.forEach(({ zh }, id) => index.add(id, grams(zh).join(" ")));
    return (query) => filter.count(index.search(needed(query).join(" "), { limit: items.length }).filter((nth) => filter.texts[nth].includes(query)).sort((a, b) => a - b), new Map());
  },
};

globalThis.startEngine = (name, items, facets) => ENGINES[name](items, facets);
