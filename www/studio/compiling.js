// @ts-check
// The compiler in its worker: calls with answers, and a project that follows the files.

/** @import { Files } from "./files.js" */
/** @typedef {import("./compiler.js").Problem} Problem */

/**
 * The part of Trusted Types that the studio uses, since TypeScript has no types for them.
 * @typedef {{ createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string } }} TrustedTypes
 */

/** How long after an edit the compiler starts, in milliseconds: while keys follow each other quickly, it waits. */
const PAUSE = 30;

/** An error of the compiler that no text should cause: it has ended. */
export class Broken extends Error {}

/** The compiler could not be loaded. */
export class Absent extends Error {}

export class Compiler {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (reason: unknown) => void }>} */
  #waiting = new Map();
  #count = 0;
  #address = scriptAddress("studio-worker.js");
  /** The number of workers that have ended. */
  ended = 0;

  /**
   * Calls a function of studio-worker.js.
   * @param {string} call
   * @param {unknown[]} values
   * @returns {Promise<any>}
   */
  call(call, ...values) {
    const worker = (this.#worker ??= this.#start());
    const number = (this.#count += 1);
    const answer = new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
    worker.postMessage({ number, call, values });
    return answer;
  }

  /**
   * Ends the worker: it is broken, or the author does not want to wait. The next call starts another one.
   * @param {Error} reason
   */
  end(reason) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.ended += 1;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  #start() {
    const worker = new Worker(/** @type {string} */ (this.#address), { type: "module" });
    worker.addEventListener("message", ({ data: { number, value, message, kind } }) => {
      if (kind === "broken") return this.end(new Broken(message));
      if (kind === "absent") return this.end(new Absent(message));
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (message === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(message));
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.end(new Absent(event.message || "studio-worker.js is missing"));
    });
    return worker;
  }
}

/**
 * Lets the compiler follow the files. Edits during a run wait for its end and are then compiled together, so that no
 * outdated text is compiled.
 */
export class Following {
  #files;
  #compiler;
  #show;
  /** @type {Set<string> | undefined} The changed files; undefined if all are new. */
  #changed = new Set();
  #isRunning = false;
  /** The number of ended workers when the project was opened in the present one. */
  #openedIn = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {(() => void)[]} */
  #settled = [];

  /**
   * @param {Files} files
   * @param {Compiler} compiler
   * @param {{ start: () => void, end: (state?: { problems: Problem[], plan?: string }) => void, fail: (error: Error) => void }} show
   */
  constructor(files, compiler, show) {
    this.#files = files;
    this.#compiler = compiler;
    this.#show = show;
    files.follow((path) => {
      if (path === undefined) this.#changed = undefined;
      else this.#changed?.add(path);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#run(), PAUSE);
    });
  }

  /** Resolves as soon as all edits so far are compiled. */
  async settle() {
    if (!this.#isPending) return;
    await new Promise((settle) => {
      this.#settled.push(() => settle(undefined));
      this.#run();
    });
  }

  get #isPending() {
    return this.#isRunning || !this.#changed || this.#changed.size > 0 || this.#openedIn !== this.#compiler.ended;
  }

  /** @returns {Promise<void>} */
  async #run() {
    if (this.#isRunning) return;
    clearTimeout(this.#timer);
    this.#isRunning = true;
    this.#show.start();
    const isNew = !this.#changed || this.#openedIn !== this.#compiler.ended;
    const changes = isNew ? [] : [...(this.#changed ?? [])].map((path) => /** @type {const} */ ([path, this.#files.content(path)]));
    this.#changed = new Set();
    let state;
    try {
      this.#openedIn = this.#compiler.ended;
      state = await this.#compiler.call(isNew ? "open" : "update", isNew ? this.#files.all : changes);
    } catch (error) {
      this.#show.fail(/** @type {Error} */ (error));
    }
    this.#isRunning = false;
    this.#show.end(state);
    if (!this.#changed || this.#changed.size > 0) return this.#run();
    for (const settle of this.#settled.splice(0)) settle();
  }
}

/**
 * Returns the address of a script of this folder in the form that a page with Trusted Types accepts.
 * @param {string} address
 */
function scriptAddress(address) {
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis);
  const policy = trustedTypes?.createPolicy("clause-explorer-studio", { createScriptURL: (url) => url });
  return policy?.createScriptURL(address) ?? address;
}
