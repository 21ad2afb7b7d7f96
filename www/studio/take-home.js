// @ts-check
// The results as downloads, and the codes that embed them.

import { byId, download } from "./dom.js";
import { say } from "./words.js";

/** @import { Compiler, Following } from "./compiling.js" */
/** @import { Files } from "./files.js" */
/** @import { Preview } from "./preview.js" */

/**
 * Each result: the call of the compiler, the name of the file, and its type.
 * @type {Record<string, { call?: string, name: (id: string) => string, type: string }>}
 */
const RESULTS = {
  folder: { call: "zip", name: (id) => `${id}-content.zip`, type: "application/zip" },
  plan: { name: () => "plan.json", type: "application/json" },
  table: { call: "csv", name: () => "plan.csv", type: "text/csv" },
  "one-file": { call: "oneFile", name: (id) => `${id}.html`, type: "text/html" },
  site: { call: "site", name: (id) => `${id}-site.zip`, type: "application/zip" },
};

export class TakeHome {
  #files;
  #compiler;
  #following;
  #preview;
  #problems;
  #report;

  /**
   * @param {Files} files
   * @param {Compiler} compiler
   * @param {Following} following
   * @param {Preview} preview
   * @param {() => number} problems - returns their number
   * @param {(text: string, isError?: boolean) => void} report
   */
  constructor(files, compiler, following, preview, problems, report) {
    this.#files = files;
    this.#compiler = compiler;
    this.#following = following;
    this.#preview = preview;
    this.#problems = problems;
    this.#report = report;
    for (const button of this.#buttons) button.addEventListener("click", () => this.#take(button.dataset.result ?? ""));
    byId("embed-folder").addEventListener("input", () => this.render());
    for (const copy of byId("pane-home").querySelectorAll("[data-copy]")) {
      copy.addEventListener("click", () => this.#copy(/** @type {HTMLElement} */ (copy)));
    }
  }

  /** Shows which results there are, and their codes. */
  render() {
    const { plan } = this.#preview;
    for (const button of this.#buttons) button.disabled = !plan && button.dataset.result !== "folder";
    const folder = /** @type {HTMLInputElement} */ (byId("embed-folder")).value.replace(/\/*$/, "/");
    const address = `${folder === "/" ? "/" : folder}`;
    const escaped = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const name = RESULTS["one-file"].name(this.#id);
    byId("code-site").textContent = `<link rel="stylesheet" href="${escaped}clause-explorer.css">\n<script type="module" src="${escaped}clause-explorer.js"></script>\n<clause-explorer></clause-explorer>`;
    byId("code-plan").textContent = `<clause-explorer src="${escaped}plan.json"></clause-explorer>`;
    byId("code-file").textContent = `<iframe src="${escaped}${name}" title="${this.#title.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" width="100%" height="720"></iframe>`;
  }

  /** @returns {NodeListOf<HTMLButtonElement>} */
  get #buttons() {
    return byId("pane-home").querySelectorAll("[data-result]");
  }

  /** The plan's id, for the names of files. */
  get #id() {
    return /^id\s*=\s*"([a-z0-9-]+)"/m.exec(this.#files.text("plan.toml"))?.[1] ?? "plan";
  }

  get #title() {
    const { plan } = this.#preview;
    return plan ? /** @type {string} */ (Object.values(JSON.parse(plan).title)[0]) : "";
  }

  /** @param {string} result */
  async #take(result) {
    const { call, name, type } = RESULTS[result];
    this.#report(say("making"));
    try {
      await this.#following.settle();
      const count = this.#problems();
      // The plan is still that before the problems, and nobody expects that one.
      if (count && result !== "folder") throw new Error(say("homeProblems", { file: name(this.#id), count: `${count}` }));
      const content = call ? await this.#compiler.call(call) : this.#preview.plan;
      download(name(this.#id), content, type);
      if (result === "folder") this.#files.isUnsaved = false;
      this.#report(say("saved", { file: name(this.#id) }));
    } catch (error) {
      this.#report(/** @type {Error} */ (error).message, true);
    }
  }

  /** @param {HTMLElement} button */
  async #copy(button) {
    const code = byId(button.dataset.copy ?? "");
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      this.#report(say("copied"));
    } catch {
      // If the page may not copy, the author can: the code is selected.
      getSelection()?.selectAllChildren(code);
      this.#report(say("copyByHand"));
    }
  }
}
