// @ts-check
// The benchmark: BENCHMARKS.md says what it measures and how.
//
//   tests/run bench [--quick]
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { Browser } from "./browser.mjs";
import { OUT, ROOT, folder } from "./folders.mjs";
import { Session } from "./measure/session.mjs";
import { compiling, native, writePlan } from "./measure/compiling.mjs";
import { install, version } from "./peers/libraries.mjs";
import { PEERS } from "./peers/peers.mjs";
import { bundle, pageOf, writeData } from "./peers/site.mjs";
import { queries, readPlan } from "./plans/data.mjs";
import { writeContent } from "./plans/write.mjs";
import { growthPlot, startPlot } from "./report/plots.mjs";
import { insertInto, tables } from "./report/tables.mjs";
import { serve } from "./server.mjs";

/** @import { Results } from "./report/results.mjs" */
/** @import { Data } from "./plans/data.mjs" */

/** The real plan, and generated ones. */
const SIZES = [63, 1_000, 10_000, 100_000];
const QUERIES = 40;

const isQuick = process.argv.includes("--quick");
/** How often each start is measured, how often each size but the largest, and how long a page and a command may take, in milliseconds. */
const effort = isQuick
  ? { starts: 1, rounds: 1, patience: 20_000, limit: 60_000, sizes: SIZES.slice(0, 3) }
  : { starts: 5, rounds: 2, patience: 60_000, limit: 300_000, sizes: SIZES };
/** The largest size is measured once: a page with so many clauses takes minutes. */
const LARGEST = `${effort.sizes.at(-1)}`;

const say = (/** @type {string} */ text) => console.error(`-- ${text}`);

/** @param {string} program @param {string[]} words */
const output = (program, words) => spawnSync(program, words, { cwd: ROOT, encoding: "utf8" }).stdout.trim();

say("installing the libraries of the peers");
const packages = install();
await bundle(packages);

say("writing the plans");
/** @type {Map<string, Data>} */
const plans = new Map();
/** @param {number} size */
const contentOf = (size) => (size === SIZES[0] ? join(ROOT, "content") : folder(`content/${size}`));
for (const size of effort.sizes) {
  if (size !== SIZES[0]) writeContent(size, contentOf(size));
  const out = folder(`plans/${size}`);
  writePlan(contentOf(size), out);
  const data = readPlan(join(out, "plan.json"));
  plans.set(`${size}`, data);
  await writeData(packages, `${size}`, data);
}
cpSync(join(ROOT, "dist/plan.en.html"), join(folder(`plans/${SIZES[0]}`), "plan.en.html"));

const server = await serve({ dist: join(ROOT, "dist"), plans: folder("plans"), peers: folder("peers") }, (name) => {
  const [, peer, plan] = /^pages\/(.*)-(\d+)\.html$/.exec(name) ?? [];
  const data = plans.get(plan);
  return data && pageOf(peer, plan, data);
});
const browser = new Browser(process.env.CHROMIUM ?? "chromium");
/** @type {Results} */
const results = {
  date: new Date().toISOString().slice(0, 10),
  commit: output("git", ["describe", "--always", "--dirty"]),
  machine: `${cpus().length} × ${cpus()[0].model}`,
  browser: (await browser.call("Browser.getVersion")).product,
  versions: Object.fromEntries(PEERS.flatMap((peer) => peer.packages).map((name) => [name, version(packages, name)])),
  effort: { starts: effort.starts, rounds: effort.rounds },
  textBytes: {},
  start: {},
  exact: {},
  sizes: {},
  engines: {},
  compile: {},
};
/** Writes what is known so far: a later step may fail. */
const save = () => writeFileSync(join(OUT, "results.json"), JSON.stringify(results, undefined, 1));
try {
  const session = new Session(browser, server, plans, results, effort.patience, say);
  for (const [plan, { items }] of plans) results.textBytes[plan] = Buffer.byteLength(items.map(({ zh, en }) => zh + en).join(""));
  await session.starts(`${SIZES[0]}`, effort.starts);
  await session.exactness(`${SIZES[0]}`, QUERIES);
  for (const plan of plans.keys()) {
    await session.use(plan, plan === LARGEST ? 1 : effort.rounds);
    await session.engines(plan, QUERIES);
    save();
  }
} finally {
  await browser.close();
  server.close();
}
for (const size of effort.sizes) {
  say(`${size} clauses: compiling`);
  results.compile[size] = compiling(contentOf(size), effort.limit);
  const engine = native(contentOf(size), queries(/** @type {Data} */ (plans.get(`${size}`)), QUERIES));
  Object.assign(results.engines[size], { native: engine });
  save();
}

const text = tables(results);
console.log(text);
writeFileSync(join(OUT, "start.svg"), startPlot(results));
writeFileSync(join(OUT, "growth.svg"), growthPlot(results));
say(`wrote results.json, start.svg and growth.svg in ${OUT}`);
if (!isQuick) {
  const path = join(ROOT, "BENCHMARKS.md");
  writeFileSync(path, insertInto(readFileSync(path, "utf8"), text));
  say("put the tables into BENCHMARKS.md");
}
