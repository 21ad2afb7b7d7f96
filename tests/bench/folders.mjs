// @ts-check
// Where the benchmark reads and writes.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** The checkout. */
export const ROOT = new URL("../../", import.meta.url).pathname;

/** Everything that the benchmark makes. */
export const OUT = join(ROOT, "target/bench");

/** Creates a folder in `OUT`, and returns its path. @param {string} name */
export function folder(name) {
  const path = join(OUT, name);
  mkdirSync(path, { recursive: true });
  return path;
}
