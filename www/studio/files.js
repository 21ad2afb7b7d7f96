// @ts-check
// The files of the project: a content folder in memory. Everything else in the studio follows them, and every tool
// changes them alone.

/** @typedef {string | Uint8Array<ArrayBuffer>} Content - of a file: text if it is UTF-8, else bytes */

/** @typedef {(path: string | undefined, from: unknown) => void} Follow - `path` is the changed file, or undefined if all are new */

export class Files {
  /** @type {Map<string, Content>} */
  #files = new Map();
  /** @type {Follow[]} */
  #followers = [];
  /** Whether something changed that was neither taken home nor kept as a draft. */
  isUnsaved = false;

  /** @param {Follow} follow - called after every change */
  follow(follow) {
    this.#followers.push(follow);
  }

  /** Returns the paths: texts first, then `plan.toml`, then the others. */
  get paths() {
    const rank = (/** @type {string} */ path) => (isText(path) ? 0 : path === "plan.toml" ? 1 : path.includes("/") ? 3 : 2);
    return [...this.#files.keys()].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  }

  /** Returns the files with their contents, for the compiler and for a draft. */
  get all() {
    return new Map(this.#files);
  }

  /** @param {string} path */
  has(path) {
    return this.#files.has(path);
  }

  /**
   * Returns the text of a file, or an empty one if it has none.
   * @param {string} path
   */
  text(path) {
    const content = this.#files.get(path);
    return typeof content === "string" ? content : "";
  }

  /** @param {string} path */
  content(path) {
    return this.#files.get(path);
  }

  /**
   * Replaces or adds a file.
   * @param {string} path
   * @param {Content} content
   * @param {unknown} [from] - the part of the studio that changes it, which knows the change already
   */
  put(path, content, from) {
    if (this.#files.get(path) === content) return;
    this.#files.set(path, content);
    this.#changed(path, from);
  }

  /**
   * Changes the text of a file.
   * @param {string} path
   * @param {(text: string) => string} change
   */
  edit(path, change) {
    this.put(path, change(this.text(path)));
  }

  /** @param {string} path */
  remove(path) {
    if (this.#files.delete(path)) this.#changed(path, undefined);
  }

  /**
   * Replaces all files: another project was opened.
   * @param {Iterable<[string, Content]>} files
   */
  replace(files) {
    this.#files = new Map(files);
    for (const follow of this.#followers) follow(undefined, undefined);
    this.isUnsaved = false;
  }

  /**
   * @param {string} path
   * @param {unknown} from
   */
  #changed(path, from) {
    this.isUnsaved = true;
    for (const follow of this.#followers) follow(path, from);
  }
}

/**
 * Reports whether a path is a text of the plan, such as `plan.en.md`.
 * @param {string} path
 */
export const isText = (path) => /^[^/]+\.md$/.test(path) && path !== "README.md";

/**
 * Returns the contents of a file: its text if it is UTF-8.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Content}
 */
export function contentOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
