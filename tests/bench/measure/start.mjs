// @ts-check
// The start of a page: when its text is readable, when a filter works, and what it has loaded until then.
import { readFileSync } from "node:fs";

/** @import { Browser, Page, Throttling } from "../browser.mjs" */
/** @import { serve } from "../server.mjs" */

/** @typedef {Awaited<ReturnType<typeof serve>>} Server */
/** @typedef {{ facet: string, value: string, count: number }} FirstFilter - the first value of the first facet, and its number of clauses */
/** @typedef {{ readable: number, works: number, longest: number, bytes: number }} Start - milliseconds from the navigation; the longest task; bytes loaded until the filter works */

const PROBE = `${readFileSync(new URL("probe.js", import.meta.url), "utf8")}
globalThis.longTasks = [];
new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });`;

const later = (/** @type {number} */ milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Opens a page and waits until its first filter works. Returns `undefined` where that takes longer than the limit.
 *
 * @param {{ browser: Browser, server: Server, url: string, probe: string, filter: FirstFilter, throttling?: Throttling, limit: number }} options - `limit` in milliseconds
 * @returns {Promise<{ page: Page, start: Start } | undefined>}
 */
export async function start({ browser, server, url, probe, filter, throttling, limit }) {
  server.requests.length = 0;
  const page = await browser.open({ throttling, script: PROBE });
  await page.navigate(`${server.origin}${url}`);
  const { facet, value, count } = filter;
  const works = page.evaluate(`bench(${JSON.stringify(probe)}).filterWorks(${JSON.stringify([facet, value, count]).slice(1, -1)})`);
  works.catch(() => {}); // the window may be closed first
  const time = await Promise.race([works, later(limit)]);
  if (time === undefined) {
    await page.close();
    return undefined;
  }
  const [origin, readable, longest] = await page.evaluate(`[performance.timeOrigin, performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN, Math.max(0, ...longTasks)]`);
  const loaded = server.requests.filter(({ at }) => at <= origin + time);
  const bytes = loaded.reduce((sum, request) => sum + request.bytes, 0);
  return { page, start: { readable, works: time, longest, bytes } };
}
