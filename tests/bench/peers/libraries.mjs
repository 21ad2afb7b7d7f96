// @ts-check
// The libraries of the peers, from npm. Nothing of theirs is in the repository.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT, folder } from "../folders.mjs";

const SOURCES = join(ROOT, "tests/bench");

/** Installs the libraries where their lock file is new, and returns the folder of the packages. */
export function install() {
  const npm = folder("npm");
  const lock = (/** @type {string} */ path) => readFileSync(join(path, "package-lock.json"), "utf8");
  const isInstalled = existsSync(join(npm, "node_modules/.package-lock.json")) && lock(npm) === lock(SOURCES);
  if (!isInstalled) {
    for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(SOURCES, name), join(npm, name));
    const { status, stderr } = spawnSync("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: npm, encoding: "utf8" });
    if (status !== 0) throw new Error(`expected \`npm ci\` to install the libraries of the peers, found an error:\n${stderr}`);
  }
  return join(npm, "node_modules");
}

/** Loads an installed package. @param {string} packages @param {string} name @returns {any} */
export const load = (packages, name) => createRequire(join(packages, "-"))(name);

/** Returns the version of an installed package. @param {string} packages @param {string} name @returns {string} */
export const version = (packages, name) => JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).version;
