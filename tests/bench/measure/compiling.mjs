// @ts-check
// The time of the commands `check`, `data` and `build`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, folder } from "../folders.mjs";

/** The program as `cargo run` builds it. */
const PROGRAM = join(ROOT, "target/debug/clause-explorer");

/** Runs a command of the explorer. @param {string[]} words @param {number} [limit] - milliseconds */
function run(words, limit) {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(PROGRAM, words, { cwd: ROOT, encoding: "utf8", timeout: limit, stdio: ["ignore", "ignore", "pipe"] });
  if (/** @type {any} */ (error)?.code === "ETIMEDOUT") return undefined;
  if (status !== 0) throw new Error(`expected \`clause-explorer ${words.join(" ")}\` to succeed, found:\n${error?.message ?? stderr}`);
  return performance.now() - start;
}

/** Writes `plan.json` and `plan.csv` of a content folder. @param {string} content @param {string} out */
export const writePlan = (content, out) => run(["data", "--content", content, "--out", out]);

/**
 * Returns the milliseconds of each command; `undefined` for one that took longer than the limit.
 *
 * @param {string} content
 * @param {number} limit - milliseconds
 */
export function compiling(content, limit) {
  const out = folder("built");
  return {
    check: run(["check", "--content", content], limit),
    data: run(["data", "--content", content, "--out", join(out, "data")], limit),
    build: run(["build", "--content", content, "--out", join(out, "site")], limit),
  };
}

/** Measures the engine natively. @param {string} content @param {string[]} queries @returns {{ ready: number, p50: number, p99: number } | undefined} */
export function native(content, queries) {
  const { status, stdout, stderr } = spawnSync("cargo", ["run", "--quiet", "--release", "--package", "clause-explorer-bench", "--", content, ...queries], { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`expected \`query-times\` to succeed, found:\n${stderr}`);
  return JSON.parse(stdout);
}
