// @ts-check

import { isKnown, isLoss } from "./own-nodes.js";

const SECOND = 1000; // in milliseconds

/**
 * Watches the rendered elements: finds those that others, such as the host's page or a page translator, remove, replace
 * or copy. Changes of texts do no harm: the widget knows no text node.
 */
export class Watch {
  #isDamaged = false;
  /** Repairs of the last minute. A host that damages the widget again and again waits longer and longer. */
  #repairs = 0;
  #timer = 0;
  #repair;
  #observer;

  /**
   * @param {ShadowRoot} root
   * @param {() => void} repair - renders all elements again
   */
  constructor(root, repair) {
    this.#repair = repair;
    this.#observer = new MutationObserver((records) => {
      this.#read(records);
      if (this.#isDamaged && !this.#timer) this.#timer = setTimeout(() => this.#mend(), (this.#repairs++ * SECOND) / 2);
    });
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  /** Returns whether elements are damaged: then the caller, which is about to render, renders all of them. */
  rendering() {
    this.#read(this.#observer.takeRecords());
    const isDamaged = this.#isDamaged;
    this.#isDamaged = false;
    return isDamaged;
  }

  end() {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  #mend() {
    this.#timer = 0;
    setTimeout(() => this.#repairs--, 60 * SECOND);
    if (this.#isDamaged) this.#repair();
  }

  /** @param {MutationRecord[]} records */
  #read(records) {
    for (const { addedNodes, removedNodes } of records) {
      // A copy of a part looks like the widget's own, and no filter would hide it.
      for (const node of addedNodes) if (!isKnown(node) && /** @type {Partial<Element>} */ (node).getAttribute?.("part")) this.#isDamaged = true;
      for (const node of removedNodes) {
        // Marks belong to a text, which is replaced as a whole.
        if (isLoss(node) && node.nodeName !== "MARK") this.#isDamaged = true;
      }
    }
  }
}
