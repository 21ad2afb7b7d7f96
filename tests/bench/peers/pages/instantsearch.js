// @ts-check
// InstantSearch.js in front of itemsjs. Its index knows only words, so the substrings are found before it.
import instantsearch from "instantsearch.js";
import { configure, hits, refinementList, searchBox, stats } from "instantsearch.js/es/widgets/index.js";
import itemsjs from "itemsjs";
import { ROWS, app, facets, loadItems } from "./items.js";

const loaded = await loadItems();
const items = loaded.map(({ id, zh, en, tags }) => ({
  id, zh, en,
  text: `${zh}\n${en}`.toLowerCase(),
  ...Object.fromEntries(facets.map((facet, nth) => [facet.id, tags[nth].map((value) => facet.values[value].id)])),
}));
const aggregations = Object.fromEntries(facets.map(({ id, values }) => [id, { title: id, size: values.length, conjunction: false }]));
const engine = itemsjs(items, { aggregations, native_search_enabled: false });

/** Answers a request as Algolia does. */
function answer({ params = {} }) {
  const { query = "", page = 0, facetFilters = [], hitsPerPage = ROWS } = params;
  const filters = {};
  for (const group of facetFilters) {
    for (const pair of [group].flat()) {
      const [facet, ...value] = pair.split(":");
      (filters[facet] ??= []).push(value.join(":"));
    }
  }
  const words = query.toLowerCase().split(" ").filter(Boolean);
  const ids = words.length > 0 ? items.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id) : undefined;
  const found = engine.search({ filters, ids, page: page + 1, per_page: hitsPerPage });
  const counts = Object.entries(found.data.aggregations).map(([id, { buckets }]) => [id, Object.fromEntries(buckets.map(({ key, doc_count: count }) => [key, count]))]);
  return {
    hits: found.data.items.map((item) => ({ ...item, objectID: item.id })),
    nbHits: found.pagination.total,
    nbPages: Math.ceil(found.pagination.total / hitsPerPage),
    page, hitsPerPage, query,
    facets: Object.fromEntries(counts),
    exhaustiveNbHits: true, processingTimeMS: 0, params: "",
  };
}

const searchClient = { search: (requests) => Promise.resolve({ results: requests.map(answer) }) };
const search = instantsearch({ indexName: "clauses", searchClient });
const place = () => app.appendChild(document.createElement("div"));
search.addWidgets([
  configure({ hitsPerPage: ROWS, maxValuesPerFacet: 1000 }),
  searchBox({ container: place() }),
  ...facets.map(({ id }) => refinementList({ container: place(), attribute: id, operator: "or", limit: 1000 })),
  stats({ container: place(), templates: { text: ({ nbHits }) => `${nbHits} clauses` } }),
  hits({ container: place(), templates: { item: ({ id, zh, en }, { html }) => html`<article id=${id}><p lang="zh">${zh}</p><p>${en}</p></article>` } }),
]);
search.start();
