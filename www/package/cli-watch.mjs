// @ts-check
// Watches a content folder. Only folders are watched: an editor that saves by renaming a new file over the old one would end
// the watch of a file.

import { readdirSync, watch } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Milliseconds without further changes before a change counts: editors write a file in several steps. */
const SETTLED = 100;

/**
 * Calls `changed` after each edit below a folder, and after each change of the folder itself: it may be renamed or replaced.
 * Calls `failed` once, with the reason, if a change cannot be noticed.
 * @param {string} folder
 * @param {() => void} changed
 * @param {(reason: string) => void} failed
 */
export const follow = (folder, changed, failed) => {
  const root = resolve(folder);
  /** @type {import("node:fs").FSWatcher[]} */
  let watchers = [];
  /** @type {NodeJS.Timeout | undefined} */
  let settled;
  let hasFailed = false;
  const notice = () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      arm();
      changed();
    }, SETTLED);
  };

  /** @param {string} path @param {(name: string | null) => boolean} isRelevant */
  const watchOne = (path, isRelevant) => {
    const watcher = watch(path, (_, name) => {
      if (isRelevant(name)) notice();
    });
    watchers.push(watcher);
    // A folder that was removed is no failure: the folder above it is watched, too.
    watcher.on("error", () => watcher.close());
  };

  /** Watches the folders that exist now: a folder in the place of an earlier one needs a new watch. */
  const arm = () => {
    const earlier = watchers;
    watchers = [];
    // From the outside: a folder that appears meanwhile is noticed by the one around it.
    for (const path of above(root).reverse()) {
      try {
        watchOne(dirname(path), (name) => name === null || name === basename(path));
      } catch {
        // Most programs may not watch every folder above their own.
      }
    }
    try {
      for (const path of below(root)) watchOne(path, () => true);
    } catch (error) {
      if (!isMissing(error) && !hasFailed) {
        hasFailed = true;
        failed(error instanceof Error ? error.message : String(error));
      }
    }
    // Last, so that no change is missed.
    for (const watcher of earlier) watcher.close();
  };
  arm();
};

/** Returns a folder and all folders above it that have a name. @param {string} path @returns {string[]} */
const above = (path) => (dirname(path) === path ? [] : [path, ...above(dirname(path))]);

/** Returns a folder and all folders below it. @param {string} folder @returns {string[]} */
const below = (folder) => {
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return [folder, ...folders.flatMap((entry) => below(join(folder, entry.name)))];
};

/** Reports whether a folder did not exist. @param {unknown} error */
const isMissing = (error) => {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  return code === "ENOENT" || code === "ENOTDIR";
};
