// @ts-check

import { isList } from "./is-list.js";
import { jsonAt } from "./json-at.js";

/** @import { Annotation } from "./types.js" */
/** @import { Plan } from "./glue.js" */
/** @import { Tell } from "./mounted.js" */

/** The host's own findings, on their way to a widget's plan. */
export class Annotations {
  /** Whether the plan has all of them. */
  isWhole = true;
  /** Whether they have reached the plan. */
  isPassed = false;
  #widget;
  #tell;
  /** @type {AbortController | undefined} Aborting it ends what is still being loaded. */
  #loading;

  /**
   * @param {Annotation[] | string} given - as the host set them: a list, or its address
   * @param {{ plan: Plan, isComplete: boolean, completed: Promise<void> }} widget
   * @param {Tell} tell
   */
  constructor(given, widget, tell) {
    this.given = given;
    this.#widget = widget;
    this.#tell = tell;
  }

  /**
   * Passes the annotations to the plan: a list at once, those of a file as soon as it is loaded. Both wait for all parts of the
   * wasm: one of them reads annotations, and a language brings a new plan without them.
   * @param {() => void} shown - called if the plan gets them later
   */
  async pass(shown) {
    this.end();
    /** @type {Annotation[] | string} */
    const given = this.given || [];
    const isAddress = typeof given === "string";
    const isLate = isAddress || !this.#widget.isComplete;
    this.isWhole = true;
    if (isLate && given.length === 0) return;
    const { signal } = (this.#loading = new AbortController());
    /** @type {any} - a file may have anything */
    let list = given;
    /** @type {string | undefined} */
    let problem;
    if (isAddress) {
      if (this.#widget.isComplete) this.#widget.plan.annotate(undefined); // until the file is loaded, a view may name any status
      list = await jsonAt(given, signal).catch((error) => (problem = error.message));
    }
    if (!this.#widget.isComplete) await this.#widget.completed;
    if (signal.aborted) return;
    if (!problem && !isList(list)) problem = `expected a list, found ${list === null ? "null" : typeof list}`;
    /** @type {string[]} */
    let problems = [];
    try {
      problems = this.#widget.plan.annotate(problem ? [] : list);
    } catch (error) {
      problem ??= /** @type {Error} */ (error).message; // the part of the wasm that reads them could not be loaded
    }
    if (problem) this.#tell("ce-error", { code: "annotations", message: `no annotations${isAddress ? ` at ${given}` : ""}: ${problem}` });
    for (const message of problems) this.#tell("ce-error", { code: "annotation", message });
    this.isWhole = !problem && !problems.length;
    this.isPassed = true;
    if (isLate) shown();
  }

  /** Ends what is still being loaded. */
  end() {
    this.#loading?.abort();
  }
}
