// @ts-check

const SECOND = 1000; // in milliseconds

/**
 * Watches the rendered elements: finds those that others, such as the host's page or a page translator, remove or
 * replace. Changes of texts do no harm: the widget knows no text node.
 */
export class Watch {
  /** @type {Set<Node> | WeakSet<Node>} - elements that others have added; they may go again */
  #foreign = new WeakSet();
  #isDamaged = false;
  #isRendering = false;
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
      if (this.#isRendering) return;
      this.#read(records);
      if (this.#isDamaged && !this.#timer) this.#timer = setTimeout(() => this.#mend(), (this.#repairs++ * SECOND) / 2);
    });
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  /**
   * Called before and after a rendering: the changes between are the widget's own. Returns before a rendering whether
   * elements are damaged; then the caller renders all of them again.
   * @param {boolean} isBefore
   */
  rendering(isBefore) {
    const records = this.#observer.takeRecords();
    if (!this.#isRendering) this.#read(records);
    this.#isRendering = isBefore;
    const isDamaged = this.#isDamaged && isBefore;
    if (isDamaged) this.#isDamaged = false;
    return isDamaged;
  }

  /** Ignores the changes since the last call of the observer. */
  ignore() {
    this.#observer.takeRecords();
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
      for (const node of addedNodes) this.#foreign.add(node);
      // The marks are in texts, which the widget writes itself.
      for (const node of removedNodes) if (node.nodeType === 1 && node.nodeName !== "MARK" && !this.#foreign.has(node)) this.#isDamaged = true;
    }
  }
}
