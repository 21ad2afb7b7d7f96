// @ts-check
// The draft in this browser: kept only if the author says so, and whole after a crash.

/** @import { Content } from "./files.js" */
/** @typedef {{ files: Map<string, Content>, time: number }} Draft */

const NAME = "clause-explorer-studio";
const STORE = "drafts";
const KEY = "draft";

/** Returns the kept draft, if there is one. A browser may refuse to keep anything. */
export async function keptDraft() {
  try {
    // Opening a database creates it, and nothing may be kept unasked.
    const known = (await indexedDB.databases?.()) ?? [{ name: NAME }];
    if (!known.some(({ name }) => name === NAME)) return;
    return /** @type {Draft | undefined} */ (await within("readonly", (store) => store.get(KEY)));
  } catch {
    return;
  }
}

/**
 * Keeps the files; fails if the browser refuses.
 * @param {Map<string, Content>} files
 */
export async function keepDraft(files) {
  await within("readwrite", (store) => store.put({ files, time: Date.now() }, KEY));
}

/** Removes the draft, and the database with it. */
export async function dropDraft() {
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
}

/**
 * Runs a request in a transaction of its own, and returns its result as soon as it is on the disk.
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} run
 */
async function within(mode, run) {
  /** @type {IDBDatabase} */
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const request = run(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
    });
  } finally {
    database.close();
  }
}
