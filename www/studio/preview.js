// @ts-check
// The explorer as readers will see it. It loads the present plan from an address of this page, which this module answers
// itself: a policy that allows nothing but the site's own files refuses `blob:` and `data:` too.

import { byId, make } from "./dom.js";

/** The address of the present plan. No server has it. */
const ADDRESS = "studio-plan.json";

export class Preview {
  #plan = "";
  #count = 0;
  /** @type {import("./types.js").ClauseExplorerElement | undefined} */
  #explorer;

  constructor() {
    const loaded = globalThis.fetch;
    globalThis.fetch = (address, options) => {
      const isOurs = typeof address === "string" && address.startsWith(`${ADDRESS}?`);
      return isOurs ? Promise.resolve(new Response(this.#plan)) : loaded(address, options);
    };
  }

  /** The shown plan, as JSON. */
  get plan() {
    return this.#plan;
  }

  /** @param {string} plan - as JSON */
  show(plan) {
    this.#plan = plan;
    this.#count += 1;
    const src = `${ADDRESS}?${this.#count}`;
    if (this.#explorer) {
      this.#explorer.src = src;
      return;
    }
    this.#explorer = make("clause-explorer", { src, layout: "panel", loading: "eager" });
    byId("explorer").append(this.#explorer);
    this.fit();
  }

  /** Removes the explorer: the document has no plan. */
  clear() {
    this.#explorer?.remove();
    this.#explorer = undefined;
    this.#plan = "";
  }

  /** Gives the explorer the height of its pane. */
  fit() {
    const { clientHeight } = byId("explorer");
    if (clientHeight) this.#explorer?.style.setProperty("--ce-max-height", `${clientHeight}px`);
  }

  /** @param {string} eid */
  goTo(eid) {
    this.#explorer?.goTo(eid).catch(() => {}); // it is not mounted yet
  }
}
