// @ts-check

import { isWhole, rare } from "./engine.js";
import { isList } from "./is-list.js";
import { jsonAt } from "./json-at.js";

/** @import { Annotation } from "./types.js" */
/** @import { Plan } from "./glue.js" */
/** @import { Tell } from "./mounted.js" */

/** The host's own findings, on their way to a plan. */
export class Annotations {
  /** Whether the plan has all of them. */
  isWhole = true;
  #tell;
  /** @type {AbortController | undefined} Aborting it ends what is still being loaded. */
  #loading;

  /**
   * @param {Annotation[] | string} given - as the host set them: a list, or its address
   * @param {Tell} tell
   */
  constructor(given, tell) {
    this.given = given;
    this.#tell = tell;
  }

  /**
   * Passes the annotations to a plan: a list at once, those of a file as soon as it is loaded. The second wasm reads them,
   * so that both wait for it.
   * @param {Plan} plan
   * @param {() => void} shown - called if the plan gets them later
   */
  async pass(plan, shown) {
    this.end();
    const given = this.given || [];
    const isAddress = typeof given === "string";
    const isLate = isAddress || !isWhole();
    this.isWhole = true;
    if (isLate && given.length === 0) return;
    const { signal } = (this.#loading = new AbortController());
    /** @type {any} - a file may have anything */
    let list = given;
    /** @type {string | undefined} */
    let problem;
    if (isAddress) {
      if (isWhole()) plan.annotate(undefined); // until the file is loaded, a view may name any status
      list = await jsonAt(given, signal).catch((error) => (problem = error.message));
    }
    if (!isWhole()) await rare().catch((error) => (problem = error.message));
    if (signal.aborted) return;
    if (!problem && !isList(list)) problem = `expected a list, found ${list === null ? "null" : typeof list}`;
    if (problem) this.#tell("ce-error", { code: "annotations", message: `no annotations${isAddress ? ` at ${given}` : ""}: ${problem}` });
    const problems = isWhole() ? plan.annotate(problem ? [] : list) : [];
    for (const message of problems) this.#tell("ce-error", { code: "annotation", message });
    this.isWhole = !problem && !problems.length;
    if (isLate) shown();
  }

  /** Ends what is still being loaded. */
  end() {
    this.#loading?.abort();
  }
}
