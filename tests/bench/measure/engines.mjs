// @ts-check
// Engines without a page: the time of a query with the counts of all values.
import { quantile } from "../report/statistics.mjs";

/** @import { Page } from "../browser.mjs" */

/** @typedef {{ ready?: number, p50: number, p99: number }} Engine - milliseconds */

/** The engines beside the explorer, which are in one script. */
export const ENGINES = ["plain", "minisearch", "flexsearch"];

/** @param {number[]} times @param {number} [ready] @returns {Engine} */
const summary = (times, ready) => ({ ready, p50: quantile(times, 0.5), p99: quantile(times, 0.99) });

/** In the page: the times of each query in several rounds. */
const TIMES = `(run, queries, rounds) => {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of queries) {
      const start = performance.now();
      run(query);
      times.push(performance.now() - start);
    }
  }
  return times;
}`;

/** Measures an engine in a page that has loaded engines.js. @param {Page} page @param {string} name @param {{ items: string, facets: string, queries: string[], rounds: number }} options - `items` and `facets`: addresses */
export async function engine(page, name, { items, facets, queries, rounds }) {
  const { times, ready } = await page.evaluate(`(async () => {
    const [items, facets] = await Promise.all([${JSON.stringify(items)}, ${JSON.stringify(facets)}].map(async (address) => (await fetch(address)).json()));
    const start = performance.now();
    const run = startEngine(${JSON.stringify(name)}, items, facets);
    const ready = performance.now() - start;
    return { times: (${TIMES})(run, ${JSON.stringify(queries)}, ${rounds}), ready };
  })()`);
  return summary(times, ready);
}

/** Measures the explorer's engine by its method `counts`. @param {Page} page @param {{ queries: string[], rounds: number }} options */
export async function ownEngine(page, { queries, rounds }) {
  const times = await page.evaluate(`(async () => {
    const element = document.querySelector("clause-explorer");
    await element.ready;
    return (${TIMES})((q) => element.counts({ q }), ${JSON.stringify(queries)}, ${rounds});
  })()`);
  return summary(times);
}
