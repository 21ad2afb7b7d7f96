// What a mounted widget needs of its page: a plan from elsewhere, the address, the language around it.
// It stands behind the glue that wasm-bindgen writes, in one file, and uses that one's Explorer and Plan. Between them
// stands wasm-beside.js, or in the explorer in one file wasm-inside.js.

/** Starts the wasm, unless it runs already. */
export const start = (signal) => __wbg_init({ module_or_path: bringWasm(signal) });

/** The plan at an address; without one, the plan that is compiled in. */
export async function planAt(address, signal) {
  if (!address) return Plan.compiled();
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(`expected a file, found status ${answer.status}`);
    return Plan.read(await answer.json());
  } catch (error) {
    throw Object.assign(new Error(`no plan at ${address}: ${error.message}`), { code: "src" });
  }
}

/** Told when a language anywhere in the page changes. */
const mounted = new Set();
const languageObserver = new MutationObserver(() => mounted.forEach((one) => one.update({})));

/** A widget in its element. */
export class Mounted {
  #element;
  #explorer;
  #sheet;
  #update; // lets the element update this widget, together with what else has changed
  #sync = "none"; // what the element asked for last
  #onBeforePrint = () => (this.#explorer.place.querySelector(".page-address").textContent = location.href);
  #address; // keeps the view in the page's address, if this is the widget that may

  constructor(element, plan, sheet, tell, update) {
    this.plan = plan;
    this.#element = element;
    this.#sheet = sheet;
    this.#update = update;
    this.#follow();
    this.view = plan.canonical(this.#address?.view ?? element.view);
    this.#address?.write(this.view);
    const view = this.#address?.view ?? element.view; // with what the plan does not know, which is then reported
    this.#explorer = Explorer.mount(element.shadowRoot, plan, languages(element), view, location.hash.slice(1), [pageAddress(), copy], tell);
    if (!mounted.size) languageObserver.observe(document, { subtree: true, attributeFilter: ["lang"] });
    mounted.add(this);
    addEventListener("beforeprint", this.#onBeforePrint);
  }

  /** Puts the widget in the place of the fallback. */
  reveal() {
    const { place } = this.#explorer;
    if (!place.hidden) return;
    const { shadowRoot } = this.#element;
    shadowRoot.adoptedStyleSheets = [this.#sheet];
    for (const other of [...shadowRoot.children]) if (other !== place) other.remove();
    place.hidden = false;
  }

  update(changes) {
    let { view } = changes;
    if ("sync" in changes && this.#sync !== this.#element.sync) {
      this.#follow();
      view ??= this.#address?.view;
      if (view === undefined) this.#address?.write(this.plan.canonical(this.#element.view));
    }
    this.#explorer.update(languages(this.#element), view, changes.target, pageAddress());
  }

  /** Shows another plan. */
  change(plan) {
    this.plan.free();
    this.plan = plan;
    if (this.#sync !== "none") this.#follow();
    this.#explorer.change(plan, languages(this.#element), this.#element.view);
  }

  /** Tells the reader that another plan could not be had. */
  warn() {
    this.#explorer.warn();
  }

  cite(eid, style) {
    return this.plan.cite(eid, style, languages(this.#element), this.#element.view, withoutFragment());
  }

  /** Takes down a changed view in the address, where it is kept there. */
  write(view, isChoice) {
    this.#address?.write(view, isChoice);
    // Where links need the whole address, it is another one now.
    if (pageAddress()) this.update({});
  }

  /** A link of this widget is being followed. */
  leadTo(fragment) {
    this.#address?.leadTo(fragment);
  }

  end() {
    this.#address?.end();
    removeEventListener("beforeprint", this.#onBeforePrint);
    mounted.delete(this);
    if (!mounted.size) languageObserver.disconnect();
    this.#explorer.destroy();
    this.plan.free();
  }

  /** Begins to keep the view in the page's address as `sync` says, or ends it. */
  #follow() {
    this.#address?.end();
    this.#sync = this.#element.sync;
    const show = (view) => this.#update({ view });
    const base = this.#element.getAttribute("view") ?? "";
    this.#address = this.#sync === "none" ? undefined : Address.claim(this.#sync, this.plan, base, show);
  }
}

/** The view in the page's address, in its fragment or among the pairs of its query. Only one widget may keep it there. */
class Address {
  static #owner;
  static #hasWarned = false;

  #mode;
  #plan;
  #base; // the view that an address stands for which says nothing of one
  #show;
  #ledTo; // the fragment that a link of the widget leads to
  #onPopState = () => this.#read();

  static claim(mode, plan, base, show) {
    if (!Address.#owner) return (Address.#owner = new Address(mode, plan, base, show));
    if (!Address.#hasWarned) console.warn("expected one <clause-explorer> with sync in a page, found another; only the first keeps its view in the address");
    Address.#hasWarned = true;
  }

  constructor(mode, plan, base, show) {
    this.#mode = mode;
    this.#plan = plan;
    this.#base = plan.canonical(base);
    this.#show = show;
    addEventListener("popstate", this.#onPopState);
  }

  /** The view in the address; undefined if it says nothing of one. */
  get view() {
    if (this.#mode === "query") return this.#plan.split(location.search)[0] || undefined;
    const fragment = location.hash.slice(1);
    if (this.#plan.has(fragment)) return this.#opening(fragment);
    return fragment.includes("=") ? fragment : undefined;
  }

  /** What a reader chose is an entry of the history; what is typed, or done by the host, changes the one there is. */
  write(view, isChoice) {
    const before = this.#plan.canonical(this.view ?? this.#base);
    if (view === before) return;
    const url = new URL(location.href);
    const clause = /(?:^|&)clause=(\w+)$/.exec(view)?.[1];
    const text = view === this.#base ? "" : view || "q=";
    if (this.#mode === "hash") url.hash = view === this.#opening(clause) ? clause : text;
    else {
      const [, others] = this.#plan.split(location.search);
      url.search = [others, text].filter(Boolean).join("&");
      if (this.#plan.has(location.hash.slice(1))) url.hash = ""; // the view tells it
    }
    const isTyped = withoutQuery(view) === withoutQuery(before);
    try {
      history[isChoice && !isTyped ? "pushState" : "replaceState"](history.state, "", url);
    } catch {
      // A browser may refuse when there are too many changes at once; the next one tells all.
    }
  }

  leadTo(fragment) {
    this.#ledTo = fragment;
  }

  end() {
    removeEventListener("popstate", this.#onPopState);
    Address.#owner = undefined;
  }

  #read() {
    const fragment = location.hash.slice(1);
    const ledTo = this.#ledTo;
    this.#ledTo = undefined;
    // A link of the widget opens a clause in the view there is; its `hashchange` does that.
    if (fragment && fragment === ledTo) return;
    const { view } = this;
    // Another fragment is a place in the host's page.
    if (view === undefined && this.#mode === "hash" && fragment) return;
    this.#show(view ?? this.#base);
  }

  /** The base with a clause opened. */
  #opening(clause) {
    return clause && this.#plan.canonical(`${this.#base}&clause=${clause}`);
  }
}

const withoutQuery = (view) => view.replace(/(^|&)q=[^&]*/, "");

const withoutFragment = () => location.href.split("#")[0];

/** What links to clauses begin with: nothing, unless a <base> would lead a bare fragment away from the page. */
const pageAddress = () => (document.querySelector("base[href]") ? withoutFragment() : "");

/** The languages wanted, best first: the element's own or nothing, the nearest up the page, the browser's. */
function languages(element) {
  const tags = [element.lang];
  for (let node = element; (node = node.parentElement ?? node.getRootNode().host); ) if (node.lang) tags.push(node.lang);
  return [...tags, ...navigator.languages];
}
