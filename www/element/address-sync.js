// @ts-check

import { inDocument } from "./native.js";
import { isRoute, openedIn } from "./page-address.js";

/** @import { Plan } from "./glue.js" */

/**
 * The view in the page's address: in its fragment, or among the pairs of its query. Only one element of a page may
 * keep its view there.
 */
export class Address {
  /** @type {Address | undefined} */
  static #owner;
  static #hasWarned = false;
  #hasWarnedOfRoute = false;

  #mode;
  #plan;
  #given; // the view for an address that names none
  #show;
  /**
   * The fragment of the widget's own link that the reader follows.
   * @type {string | undefined}
   */
  #ledTo;
  #onPopState = () => this.#read();

  /**
   * Returns the address for an element, or undefined if another element keeps its view there.
   * @param {import("./element.js").ClauseExplorer} element
   * @param {Plan} plan
   * @param {string} base - the view for an address that names none
   * @param {(view: string) => void} show
   */
  static claim(element, plan, base, show) {
    // Elements may start in any order; the first one in the document gets the address.
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const find = root === document ? inDocument("querySelector") : root.querySelector;
    const first = find.call(root, `${element.localName}:is([sync=hash],[sync=query])`);
    if (!Address.#owner && first === element) return (Address.#owner = new Address(element.sync, plan, base, show));
    if (!Address.#hasWarned) console.warn("expected one <clause-explorer> with sync in a page, found another; only the first keeps its view in the address");
    Address.#hasWarned = true;
  }

  /**
   * @param {string} mode
   * @param {Plan} plan
   * @param {string} base
   * @param {(view: string) => void} show
   */
  constructor(mode, plan, base, show) {
    this.#mode = mode;
    this.#plan = plan;
    this.#given = base;
    this.#show = show;
    addEventListener("popstate", this.#onPopState);
  }

  /** The view in the address; undefined if the address names none. */
  get view() {
    if (this.#mode === "query") {
      const [view] = this.#plan.split(location.search);
      return view ? `?${view}` : undefined; // with `?`, unknown keys in it are not the author's
    }
    const fragment = location.hash.slice(1);
    if (this.#plan.has(fragment)) return this.#opening(fragment);
    // A whole view may be encoded. A text directive begins with `:`, in browsers that show it.
    return !isRoute() && /^[^:].*(=|%3D)/i.test(fragment) ? fragment : undefined;
  }

  /**
   * Writes a view into the address. A reader's choice adds an entry to the history; typing, the order of the pins, and
   * the host's changes replace the current entry.
   * @param {string} view
   * @param {boolean} [isChoice]
   */
  write(view, isChoice) {
    const before = this.#plan.canonical(this.view ?? this.#base);
    if (view === before) return;
    if (this.#mode === "hash" && isRoute()) return this.#warnOfRoute();
    const isSame = choices(view) === choices(before);
    try {
      history[isChoice && !isSame ? "pushState" : "replaceState"](history.state, "", this.of(view));
    } catch {
      // A browser may refuse too many changes in a short time; the next change writes the whole view again.
    }
  }

  #warnOfRoute() {
    if (!this.#hasWarnedOfRoute) console.warn(`expected a fragment that is free for the view of <clause-explorer sync="hash">, found the page's own route ${location.hash}; the address stays as it is; use sync="query"`);
    this.#hasWarnedOfRoute = true;
  }

  /**
   * Returns the page's address with a view in it.
   * @param {string} view
   */
  of(view) {
    const url = new URL(location.href);
    const clause = openedIn(view);
    const text = view === this.#base ? "" : view || "q=";
    if (this.#mode === "hash") url.hash = clause && view === this.#opening(clause) ? clause : text;
    else {
      const [, others] = this.#plan.split(location.search);
      url.search = [others, text].filter(Boolean).join("&");
      if (this.#plan.has(location.hash.slice(1))) url.hash = ""; // the view names the clause
    }
    return url;
  }

  /** @param {string} fragment */
  leadTo(fragment) {
    this.#ledTo = fragment;
  }

  end() {
    removeEventListener("popstate", this.#onPopState);
    Address.#owner = undefined;
  }

  /** The given view in the plan's present form, because the statuses of annotations may come later. */
  get #base() {
    return this.#plan.canonical(this.#given);
  }

  #read() {
    const fragment = location.hash.slice(1);
    const ledTo = this.#ledTo;
    this.#ledTo = undefined;
    // A link of the widget opens a clause in the current view: the handler of `hashchange` does that.
    if (fragment && fragment === ledTo) return;
    const { view } = this;
    // Any other fragment belongs to the host's page.
    if (view === undefined && this.#mode === "hash" && fragment) return;
    this.#show(view ?? this.#base);
  }

  /**
   * Returns the base view with a clause opened.
   * @param {string} clause
   */
  #opening(clause) {
    return this.#plan.canonical(`${this.#base}&clause=${clause}`);
  }
}

/**
 * Returns what of a view is an entry of the history: neither the query nor the order of the pins.
 * @param {string} view
 */
const choices = (view) => `${view.replace(/(^|&)q=[^&]*/, "").split("&").sort()}`;
