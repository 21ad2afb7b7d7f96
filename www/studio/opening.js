// @ts-check
// Reads the files that an author chooses or drops. Limits are checked before a file is read, so that none can exhaust the memory.

import { byId } from "./dom.js";
import { contentOf } from "./files.js";
import { say } from "./words.js";

/** @import { Content } from "./files.js" */
/** @typedef {{ path: string, file: File }} Found */

/**
 * Something to open: a document, an archive, or the files of a content folder.
 * @typedef {{ kind: "document" | "archive" | "table", name: string, bytes: Uint8Array<ArrayBuffer> } | { kind: "folder", name: string, files: [string, Content][] }} Opened
 */

/** The largest file, and the largest folder, in bytes: that of the importer. */
const LARGEST = 64 << 20;

/** The most files of a folder. */
const MOST_FILES = 2000;

/**
 * Returns the files of a drop, with those in dropped folders.
 * @param {DataTransfer} transfer
 */
export async function dropped(transfer) {
  // The list of a drop is empty as soon as its event has ended.
  const entries = [...transfer.items].filter(({ kind }) => kind === "file").map((item) => item.webkitGetAsEntry());
  /** @type {Found[]} */
  const found = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  return found;
}

/**
 * Lets a button open a file input.
 * @param {string} buttonId
 * @param {string} inputId
 * @param {(found: Found[]) => void} use - called with the chosen files; those of a folder have their paths
 */
export function useInput(buttonId, inputId, use) {
  const input = byId(inputId);
  if (!(input instanceof HTMLInputElement)) throw new Error(`expected a file input #${inputId}, found none`);
  byId(buttonId).addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const found = [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    input.value = ""; // so that the same file can be chosen again
    use(found);
  });
}

/**
 * Reads files. An error is a sentence for the author.
 * @param {Found[]} found
 * @returns {Promise<Opened>}
 */
export async function read(found) {
  const visible = found.filter(({ path }) => !/(^|\/)(\.|__MACOSX)/.test(path));
  const [first] = visible;
  if (!first) throw new Error(say("emptyFolder"));
  const size = visible.reduce((sum, { file }) => sum + file.size, 0);
  if (size > LARGEST || visible.length > MOST_FILES) throw new Error(say("tooLarge", { size: `${Math.ceil(size / 1_000_000)}`, most: `${LARGEST >> 20}` }));
  const { name } = first.file;
  if (visible.length === 1 && !/^plan\.toml$/.test(name)) {
    if (/\.(xlsx?|xlsm|ods|numbers)$/i.test(name)) throw new Error(say("spreadsheet", { file: name }));
    const bytes = await bytesOfFile(first.file);
    const kind = /\.zip$/i.test(name) ? "archive" : /\.(csv|tsv)$/i.test(name) ? "table" : "document";
    return { kind, name, bytes };
  }
  const [manifest] = visible.filter(({ path }) => /(^|\/)plan\.toml$/.test(path)).sort((one, other) => one.path.length - other.path.length);
  if (!manifest) throw new Error(say("noManifest"));
  const top = manifest.path.slice(0, -"plan.toml".length);
  /** @type {[string, Content][]} */
  const files = [];
  for (const { path, file } of visible) {
    if (path.startsWith(top)) files.push([path.slice(top.length), contentOf(await bytesOfFile(file))]);
  }
  return { kind: "folder", name: top.split("/").at(-2) ?? "", files };
}

/**
 * @param {File} file
 */
async function bytesOfFile(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(say("unreadable", { file: file.name }));
  }
}

/**
 * @param {FileSystemEntry} entry
 * @param {Found[]} found
 */
async function collect(entry, found) {
  if (found.length > MOST_FILES) return;
  if (entry.isFile) {
    const one = /** @type {FileSystemFileEntry} */ (entry);
    /** @type {File} */
    const file = await new Promise((resolve, reject) => one.file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    // A call returns some of the entries, and an empty list at the end.
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return;
    for (const inside of some) await collect(inside, found);
  }
}
