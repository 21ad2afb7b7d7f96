// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { growthPlot, startPlot } from "./plots.mjs";
import { insertInto, short, tables } from "./tables.mjs";

/** @import { Results, Use } from "./results.mjs" */

/** @param {number} clauses @param {number} factor @returns {Use} */
function use(clauses, factor) {
  const answers = { painted: [factor * clauses, factor * clauses], scripted: [factor, factor] };
  return { works: factor * clauses, memory: factor * clauses * 1e6, letter: answers, clear: answers, facet: answers };
}

const begun = { readable: 400, works: 500, longest: 60, bytes: 12_340 };

/** A run in which the explorer takes twice as long as the page by hand, and no letter is answered at 10,000 clauses. */
const results = /** @type {Results} */ ({
  date: "2026-11-26", commit: "abc", machine: "2 × a processor", browser: "Chrome/1", versions: { preact: "1.0.0" },
  effort: { starts: 1, rounds: 1 },
  textBytes: { 1000: 5e5, 10000: 5e6 },
  start: { fast: { ours: { ...begun, works: 1000 }, vanilla: begun }, slow: { ours: { ...begun, works: 1000 }, vanilla: begun } },
  exact: { ours: 40 },
  sizes: {
    1000: { ours: use(1000, 2), vanilla: use(1000, 1) },
    10000: { ours: { ...use(10_000, 2), letter: { painted: [null], scripted: [1] } }, vanilla: use(10_000, 1) },
  },
  engines: { 1000: { ours: { p50: 0.1, p99: 0.2 } }, 10000: { ours: { p50: 1, p99: 2 } } },
  compile: { 1000: { check: 100, data: 100, build: 100 }, 10000: { check: 1000, data: 1000, build: undefined } },
});

test("tables compare with the page by hand and say what never came", () => {
  const text = tables(results);
  const rows = text.split("\n").filter((line) => line.startsWith("| Clause Explorer |"));
  assert.equal(rows[0], "| Clause Explorer | 12.3 | 400 | 1,000 | 2.0 | 400 | 1,000 | 2.0 | 60 | 40 |");
  assert.equal(rows[1], "| Clause Explorer | 2,000 (2.0 ×) | 20,000 (2.0 ×) | 1.00 |");
  assert.equal(rows[2], "| Clause Explorer | 2,000 / 2,000 (2.0 ×) | never / never | – |");
  assert.ok(text.includes("| Preact | never | never | – |"));
  assert.ok(text.includes("| `build` | 0.10 | never | – |"));
  assert.ok(!/NaN|undefined/.test(text), text);
});

test("the tables replace those of the last run", () => {
  const document = "a\n<!-- The benchmark writes from here … -->\nold\n<!-- … to here. -->\nb\n";
  assert.equal(insertInto(document, "new"), "a\n<!-- The benchmark writes from here … -->\n\nnew\n<!-- … to here. -->\nb\n");
  assert.throws(() => insertInto("a", "new"), /expected the lines/);
});

test("numbers have two digits", () => {
  assert.deepEqual([0.0123, 0.999, 1.04, 9.97, 99.4, 1234.5].map(short), ["0.012", "1.0", "1.0", "10", "99", "1,235"]);
});

test("plots have a mark for each figure, and no figure that is none", () => {
  for (const plot of [startPlot(results), growthPlot(results)]) assert.ok(!/NaN|undefined|Infinity/.test(plot), plot);
  assert.equal(startPlot(results).match(/<rect x="190"/g)?.length, 4);
  assert.equal(growthPlot(results).match(/<circle/g)?.length, 11);
});
