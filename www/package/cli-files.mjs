// @ts-check
// The files, the output and the clock of this machine. Errors are strings, in the words of the C library, which the native
// program uses too.

import * as fs from "node:fs";
import { basename, dirname, join } from "node:path";
import { getSystemErrorMap } from "node:util";

/** The words of the C library that are not those of Node.js with a capital letter. */
const WORDS = {
  EEXIST: "File exists",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENAMETOOLONG: "File name too long",
};

/** @param {unknown} error */
const words = (error) => {
  const { code = "", errno = 0, message } = /** @type {NodeJS.ErrnoException} */ (error);
  const [, known = message] = getSystemErrorMap().get(errno) ?? [];
  const capital = known.charAt(0).toUpperCase() + known.slice(1);
  const said = code in WORDS ? WORDS[/** @type {keyof typeof WORDS} */ (code)] : capital;
  return `${said} (os error ${-errno})`;
};

/**
 * Returns a function that throws its errors as strings.
 * @template {unknown[]} P
 * @template T
 * @param {(...parameters: P) => T} act
 * @returns {(...parameters: P) => T}
 */
const inWords = (act) => (...parameters) => {
  try {
    return act(...parameters);
  } catch (error) {
    throw words(error);
  }
};

/** @param {string} path */
const found = (path) => {
  try {
    return fs.statSync(path);
  } catch {
    return undefined;
  }
};

/** Returns the paths of all files below a folder. @param {string} folder @param {string} before @returns {string[]} */
const below = (folder, before) => {
  const entries = inWords(() => fs.readdirSync(folder, { withFileTypes: true }));
  /** @type {import("node:fs").Dirent[]} */
  let list;
  try {
    list = entries();
  } catch (said) {
    throw `${folder}: ${said}`;
  }
  return list.flatMap((entry) => {
    const path = `${before}${entry.name}`;
    if (entry.isDirectory()) return below(join(folder, entry.name), `${path}/`);
    return entry.isFile() ? [path] : [];
  });
};

/** Reads at most as many bytes as the limit. @param {string} file @param {number} limit */
const read = (file, limit) => {
  const size = found(file)?.size ?? 0;
  if (size <= limit) return fs.readFileSync(file);
  const bytes = new Uint8Array(limit);
  const open = fs.openSync(file, "r");
  try {
    return bytes.subarray(0, fs.readSync(open, bytes, 0, limit, 0));
  } finally {
    fs.closeSync(open);
  }
};

/** Writes a file that appears whole or not at all. @param {string} file @param {Uint8Array} bytes */
const write = (file, bytes) => {
  // Two commands may write the same file at once.
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  fs.writeFileSync(unfinished, bytes);
  fs.renameSync(unfinished, file);
};

/** Writes a text whole, before the next step. A reader that has closed its end wants no more. @param {number} to @param {string} text */
const print = (to, text) => {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(to, rest));
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
    }
  }
};

export const files = {
  /** @param {string} path */
  size: (path) => {
    const it = found(path);
    return it && Math.min(it.size, 2 ** 32 - 1);
  },
  /** @param {string} path */
  isFolder: (path) => found(path)?.isDirectory() ?? false,
  /** @param {string} folder */
  isEmpty: (folder) => {
    try {
      return fs.readdirSync(folder).length === 0;
    } catch {
      return false;
    }
  },
  /** @param {string} folder */
  filesBelow: (folder) => below(folder, ""),
  read: inWords(read),
  write: inWords(write),
  remove: inWords(fs.unlinkSync),
  makeFolder: inWords((/** @type {string} */ folder) => void fs.mkdirSync(folder, { recursive: true })),
  /** @param {string} text */
  print: (text) => print(1, text),
  /** @param {string} text */
  report: (text) => print(2, text),
  now: () => BigInt(Date.now()),
};
