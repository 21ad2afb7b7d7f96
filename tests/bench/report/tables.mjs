// @ts-check
// The tables of a run, in Markdown: printed, and put into BENCHMARKS.md.
import { FLOOR, PEERS } from "../peers/peers.mjs";
import { growth, quantile } from "./statistics.mjs";

/** @import { Answers } from "../measure/typing.mjs" */
/** @import { Results, Use } from "./results.mjs" */

/** Growth is fitted from this many clauses on: below, the fixed costs of a page hide it. */
const FITTED_FROM = 1_000;

const BEGIN = "<!-- The benchmark writes from here … -->";
const END = "<!-- … to here. -->";

/** Returns a Markdown document with the text between its two marks replaced. @param {string} document @param {string} text */
export function insertInto(document, text) {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`expected the lines “${BEGIN}” and “${END}” in BENCHMARKS.md, found none`);
  return `${before}${BEGIN}\n\n${text}\n${END}${after}`;
}

/** @param {number} number */
const thousands = (number) => `${number}`.replace(/\B(?=(\d{3})+$)/g, ",");

/** Returns a number with two significant digits. @param {number} number */
export function short(number) {
  if (number >= 99.5) return thousands(Math.round(number));
  return number >= 9.95 ? number.toFixed(0) : number >= 0.995 ? number.toFixed(1) : number.toPrecision(2);
}

/** @param {number | undefined} value */
const ratio = (value) => (value === undefined || Number.isNaN(value) ? "–" : value.toFixed(value < 9.95 ? 1 : 0));

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, nth) => (nth === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

/** Returns a quantile of answers; `undefined` if one never came. @param {Answers | undefined} answers @param {"painted" | "scripted"} kind @param {number} q */
export function answered(answers, kind, q) {
  const times = answers?.[kind] ?? [];
  const came = times.flatMap((time) => time ?? []);
  return came.length > 0 && came.length === times.length ? quantile(came, q) : undefined;
}

/** Returns the exponent of growth in clauses. @param {string[]} sizes @param {(size: string) => number | undefined} value */
function exponent(sizes, value) {
  const points = sizes.flatMap((size) => {
    const [n, y] = [Number(size), value(size)];
    return n >= FITTED_FROM && y !== undefined ? [/** @type {const} */ ([n, y])] : [];
  });
  return growth(points)?.toFixed(2) ?? "–";
}

/** A table of the peers with a column for each size. @param {Results} results @param {(use: Use) => (number | undefined)[]} figures - of which the last is compared with the floor, and fitted */
function bySize({ sizes }, figures) {
  const all = Object.keys(sizes);
  const last = (/** @type {string} */ size, /** @type {string} */ peer) => (sizes[size][peer] ? figures(sizes[size][peer]).at(-1) : undefined);
  const rows = PEERS.map(({ id, name }) => {
    const cells = all.map((size) => {
      const use = sizes[size][id];
      if (!use) return "never";
      const floor = last(size, FLOOR);
      const value = last(size, id);
      const compared = id === FLOOR || !floor || value === undefined ? "" : ` (${ratio(value / floor)} ×)`;
      return figures(use).map((figure) => (figure === undefined ? "never" : short(figure))).join(" / ") + compared;
    });
    return [name, ...cells, exponent(all, (size) => last(size, id))];
  });
  return table(["", ...all.map((size) => thousands(Number(size))), "growth"], rows);
}

/** @param {Results} results */
function startTable({ start, exact }) {
  const { fast, slow } = start;
  const rows = [...PEERS, { id: "ours-three", name: "Clause Explorer, three in a page" }].map(({ id, name }) => {
    const [quick, late] = [fast?.[id], slow?.[id]];
    if (!quick || !late) return [name, ...new Array(8).fill("never")];
    return [name, (late.bytes / 1000).toFixed(1), short(quick.readable), short(quick.works), ratio(quick.works / fast[FLOOR].works),
      short(late.readable), short(late.works), ratio(late.works / slow[FLOOR].works), short(late.longest), `${exact[id] ?? ""}`];
  });
  return table(["", "KB", "fast: readable", "filter", "ratio", "slow: readable", "filter", "ratio", "longest task", "exact of 40"], rows);
}

/** @param {Results} results */
function engineTable({ engines }) {
  const sizes = Object.keys(engines);
  const names = { ours: "Clause Explorer (wasm)", native: "the same, native", plain: "plain `includes`", minisearch: "MiniSearch", flexsearch: "FlexSearch" };
  const rows = Object.entries(names).map(([id, name]) => {
    const cells = sizes.map((size) => {
      const found = engines[size][id];
      if (!found) return "never";
      return `${found.ready === undefined ? "–" : short(found.ready)} · ${short(found.p50)} / ${short(found.p99)}`;
    });
    return [name, ...cells, exponent(sizes, (size) => engines[size][id]?.p50)];
  });
  return table(["", ...sizes.map((size) => thousands(Number(size))), "growth"], rows);
}

/** @param {Results} results */
function compileTable({ compile }) {
  const sizes = Object.keys(compile);
  const rows = ["check", "data", "build"].map((command) => {
    const seconds = (/** @type {string} */ size) => compile[size][command];
    const cells = sizes.map((size) => short((seconds(size) ?? NaN) / 1000).replace("NaN", "never"));
    return [`\`${command}\``, ...cells, exponent(sizes, seconds)];
  });
  return table(["", ...sizes.map((size) => thousands(Number(size))), "growth"], rows);
}

/** @param {Results} results */
export function tables(results) {
  const { date, commit, machine, browser, versions, effort, sizes, textBytes } = results;
  const letters = (/** @type {"letter" | "clear" | "facet"} */ of, /** @type {"painted" | "scripted"} */ kind) => bySize(results, (use) => [0.5, 0.95].map((q) => answered(use[of], kind, q)));
  const largest = Object.keys(sizes).at(-1) ?? "";
  const own = sizes[largest]?.ours;
  const times = own && `At ${thousands(Number(largest))} clauses, that of the explorer is ${ratio(own.memory / textBytes[largest])} times the bytes of the two texts (${short(textBytes[largest] / 1e6)} MB).`;
  return `${date}, commit ${commit}, ${machine}, ${browser}; each start ${effort.starts} times, each size ${effort.rounds} times, the largest once.
${Object.entries(versions).map(([name, number]) => `${name} ${number}`).join(", ")}.

**Start, the real plan (63 clauses).** KB in brotli until a filter works; milliseconds; ratio to the page by hand.

${startTable(results)}

**A filter works**, fast network, milliseconds (ratio to the page by hand).

${bySize(results, ({ works }) => [works])}

**A letter is painted**, milliseconds, p50 / p95 (ratio of p95).

${letters("letter", "painted")}

**Scripts run for a letter**, milliseconds, p50 / p95 (ratio of p95).

${letters("letter", "scripted")}

**A value of a facet is painted**, milliseconds, p50 / p95 (ratio of p95).

${letters("facet", "painted")}

**The cleared search is painted**, milliseconds, p50 / p95 (ratio of p95).

${letters("clear", "painted")}

**Memory beside the DOM**, MB (ratio).

${bySize(results, ({ memory }) => [memory / 1e6])}

${times ?? ""}

**A query with the counts of all values**, milliseconds: ready · p50 / p99.

${engineTable(results)}

**Compiling**, seconds.

${compileTable(results)}
`;
}
