// @ts-check
// Keeps the draft while the author works, if the author wants one.

import { byId } from "./dom.js";
import { dropDraft, keepDraft, keptDraft } from "./draft.js";
import { say } from "./words.js";

/** @import { Files } from "./files.js" */

/** How long the draft waits for further edits, in milliseconds. */
const DRAFT_PAUSE = 400;

export class Keeping {
  #files;
  #report;
  #box = /** @type {HTMLInputElement} */ (byId("keep"));
  #state = byId("draft-state");
  /** The number of changes of the files. */
  #changes = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Files} files
   * @param {(text: string, isError?: boolean) => void} report
   */
  constructor(files, report) {
    this.#files = files;
    this.#report = report;
    files.follow(() => this.#later());
    this.#box.addEventListener("change", () => {
      this.#state.textContent = "";
      if (this.#box.checked) this.#keep();
      else dropDraft().then(() => report(say("dropped")));
    });
  }

  /** Returns the draft of an earlier visit. */
  async find() {
    const draft = await keptDraft();
    this.#box.checked = !!draft;
    return draft;
  }

  /** The present files are those of the draft. */
  restored() {
    clearTimeout(this.#timer);
  }

  #later() {
    clearTimeout(this.#timer);
    this.#changes += 1;
    this.#state.textContent = "";
    if (this.#box.checked) this.#timer = setTimeout(() => this.#keep(), DRAFT_PAUSE);
  }

  async #keep() {
    const kept = this.#changes;
    try {
      await keepDraft(this.#files.all);
      if (kept !== this.#changes) return;
      this.#files.isUnsaved = false;
      this.#state.textContent = say("kept", { time: new Date().toLocaleTimeString(document.documentElement.lang) });
    } catch (error) {
      this.#box.checked = false;
      this.#report(say("notKept", { reason: /** @type {Error} */ (error)?.message ?? "" }), true);
    }
  }
}
