// @ts-check
// Typing, filtering and clearing in a page that works: the time until the answer is painted, and the time of scripts.

/** @import { Page } from "../browser.mjs" */
/** @import { Typed } from "../plans/data.mjs" */

/** @typedef {{ facet: string, value: string, count: number }} Filter - a value of a facet, and its number of clauses */
/** @typedef {{ painted: (number | null)[], scripted: number[] }} Answers - milliseconds; `null` where no answer came */
/** @typedef {{ letter: Answers, clear: Answers, facet: Answers }} Typing */

/** After this time no further word is typed, in milliseconds: a page may need seconds for a letter. */
const BUDGET = 60_000;

/** @returns {Answers} */
const noAnswers = () => ({ painted: [], scripted: [] });

/**
 * Types words letter by letter, clears them, and turns values of facets on and off.
 *
 * @param {Page} page
 * @param {string} probe
 * @param {{ words: Typed[], filters: Filter[], all: number }} steps - `all`: the number of all clauses
 * @returns {Promise<Typing>}
 */
export async function typing(page, probe, { words, filters, all }) {
  /** @type {Typing} */
  const found = { letter: noAnswers(), clear: noAnswers(), facet: noAnswers() };
  /** @param {Answers} answers @param {string} call */
  async function step(answers, call) {
    const before = await page.scripted();
    answers.painted.push(await page.evaluate(`bench(${JSON.stringify(probe)}).${call}`));
    answers.scripted.push(1000 * ((await page.scripted()) - before));
  }
  const end = Date.now() + BUDGET;
  for (const { word, counts } of words) {
    for (const [nth, count] of counts.entries()) {
      await step(found.letter, `type(${JSON.stringify(word.slice(0, nth + 1))}, ${count})`);
    }
    await step(found.clear, `type("", ${all})`);
    if (Date.now() > end) break;
  }
  const query = await page.evaluate(`bench(${JSON.stringify(probe)}).probe.query ?? ""`);
  if (query) await page.evaluate(`bench(${JSON.stringify(probe)}).type(${JSON.stringify(query)}, null)`);
  for (const { facet, value, count } of Date.now() > end ? filters.slice(0, 1) : filters) {
    const target = `${JSON.stringify(facet)}, ${JSON.stringify(value)}`;
    await step(found.facet, `toggle(${target}, ${count})`);
    await step(found.facet, `toggle(${target}, ${all})`);
  }
  return found;
}

/** Joins the answers of several runs. @param {Typing[]} runs @returns {Typing} */
export function joined(runs) {
  const join = (/** @type {keyof Typing} */ of) => ({
    painted: runs.flatMap((run) => run[of].painted),
    scripted: runs.flatMap((run) => run[of].scripted),
  });
  return { letter: join("letter"), clear: join("clear"), facet: join("facet") };
}

/** Returns how many of the queries give exactly the clauses that contain them. @param {Page} page @param {string} probe @param {Map<string, string[]>} truth - the sorted identifiers of each query */
export async function exact(page, probe, truth) {
  let count = 0;
  for (const [query, ids] of truth) {
    const found = await page.evaluate(`bench(${JSON.stringify(probe)}).found(${JSON.stringify(query)})`);
    if (found.join() === ids.join()) count++;
  }
  return count;
}

/** Returns the bytes of a page's scripts, with their buffers and wasm memories, but without its DOM. @param {Page} page @returns {Promise<number>} */
export async function memory(page) {
  await page.call("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await page.call("Runtime.getHeapUsage");
  return usedSize + backingStorageSize;
}
