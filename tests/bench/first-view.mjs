// @ts-check
// Measures when embed.html can be read and used, with and without its fallback text, on a slow connection and machine:
// 1.6 Mbit/s, 150 ms, CPU ÷ 4, an empty cache. Medians of nine loads each, in Chromium.
//
//   cargo run -- build && node tests/bench/first-view.mjs [chromium]
import { readFileSync } from "node:fs";
import { Browser, SLOW } from "./browser.mjs";
import { median } from "./report/statistics.mjs";
import { serve } from "./server.mjs";

const LOADS = 9;
const dist = new URL("../../dist/", import.meta.url).pathname;
const embed = readFileSync(`${dist}embed.html`, "utf8");
const empty = embed.replace(/(<clause-explorer>)[^]*(<\/clause-explorer>)/, "$1$2").replace(/<script type="application\/ld[^]*?<\/script>/, "");

/** In the page: the times from the beginning of the navigation, and the sum of the layout's shifts. */
const measure = `(async () => {
  await document.querySelector("clause-explorer").ready;
  const usable = performance.now();
  await new Promise((done) => setTimeout(done, 500));
  const entries = (type) => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries())).observe({ type, buffered: true });
    setTimeout(done, 300, []);
  });
  const shifts = await entries("layout-shift");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return { paint: paint?.startTime, usable, shift: shifts.reduce((sum, { value }) => sum + value, 0) };
})()`;

const server = await serve({ dist }, (name) => (name === "dist/embed-empty.html" ? empty : undefined));
const browser = new Browser(process.argv[2] ?? "chromium");

/** @param {string} name @returns {Promise<{ paint: number, usable: number, shift: number }>} */
async function load(name) {
  const page = await browser.open({ throttling: SLOW });
  await page.navigate(`${server.origin}/dist/${name}`);
  while (!(await page.evaluate("Boolean(location.href !== 'about:blank' && document.querySelector('clause-explorer')?.ready)"))) {
    await new Promise((later) => setTimeout(later, 20));
  }
  const times = await page.evaluate(measure);
  await page.close();
  return times;
}

try {
  for (const [name, page] of [["with the text", "embed.html"], ["without it", "embed-empty.html"]]) {
    const loads = [];
    for (let nth = 0; nth < LOADS; nth++) loads.push(await load(page));
    const paint = median(loads.map((times) => times.paint));
    const usable = median(loads.map((times) => times.usable));
    const shift = median(loads.map((times) => times.shift));
    console.log(`${name}: first contentful paint ${Math.round(paint)} ms, usable ${Math.round(usable)} ms, layout shift ${shift.toFixed(4)}`);
  }
} finally {
  await browser.close();
  server.close();
}
