// What a mounted widget needs of its page: a plan from elsewhere, the address, the language around it.
// It stands behind the glue that wasm-bindgen writes, in one file, and uses that one's Explorer and Plan. Between them
// stand pack.js, and wasm-beside.js or, in the explorer in one file, wasm-inside.js.

/** Starts the engine with the plan in its section “plan”, unless it runs already. */
export async function start(signal) {
  const module = await compileWasm(await bringWasm(signal));
  await __wbg_init({ module_or_path: module });
  const [section] = WebAssembly.Module.customSections(module, "plan");
  if (!section) throw new Error("expected a plan in clause-explorer_bg.wasm, found none");
  install(new Uint8Array(section));
}

/** Compiles the wasm: while it arrives, where the server names its type. */
async function compileWasm(source) {
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`expected clause-explorer_bg.wasm, found status ${source.status}`);
  const isNamed = source.headers.get("content-type")?.startsWith("application/wasm");
  return isNamed ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}

/** The plan at an address; without one, the plan that is compiled in. */
export async function planAt(address, signal) {
  if (!address) return Plan.installed();
  try {
    return Plan.unpack(packPlan(await jsonAt(address, signal)));
  } catch (error) {
    throw Object.assign(new Error(`no plan at ${address}: ${error.message}`), { code: "src" });
  }
}

async function jsonAt(address, signal) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`expected a file, found status ${answer.status}`);
  return answer.json();
}

/** Told when a language anywhere in the page changes. */
const mounted = new Set();
const languageObserver = new MutationObserver(() => mounted.forEach((one) => one.update({})));

/** A widget in its element. */
export class Mounted {
  #element;
  #explorer;
  #sheet;
  #tell;
  #update; // lets the element update this widget, together with what else has changed
  #sync = "none"; // what the element asked for last
  #onBeforePrint = () => (this.#explorer.place.querySelector(".page-address").textContent = location.href);
  #address; // keeps the view in the page's address, if this is the widget that may
  #annotations; // the host's own findings as it gave them: a list, or the address of one
  #fetching; // ends the fetching of them
  #isWhole = true; // whether all of them are shown
  #summary;

  constructor(element, plan, annotations, sheet, tell, update) {
    this.plan = plan;
    this.#tell = tell;
    this.#annotations = annotations;
    this.#annotate();
    this.#element = element;
    this.#sheet = sheet;
    this.#update = update;
    this.#follow();
    this.view = plan.canonical(this.#address?.view ?? element.view);
    this.#address?.write(this.view);
    const view = this.#address?.view ?? element.view; // with what the plan does not know, which is then reported
    // Page in src/element/share.rs.
    const page = {
      tell,
      reveal: () => this.#reveal(),
      folder: () => this.#folder,
      link: (view, seen) => this.#link(view, seen),
      copy,
    };
    this.#explorer = Explorer.mount(element.shadowRoot, plan, languages(element), view, location.hash.slice(1), [pageAddress(), offlineCopy], page);
    if (!this.#isWhole) this.#explorer.annotate(plan, false);
    if (!mounted.size) languageObserver.observe(document, { subtree: true, attributeFilter: ["lang"] });
    mounted.add(this);
    addEventListener("beforeprint", this.#onBeforePrint);
  }

  /** What the plan is, for the host. */
  get summary() { return (this.#summary ??= this.plan.summary()); }

  /** Whether it is on the screen. */
  get isShown() { return this.#explorer.place.isConnected; }

  #reveal() {
    const { place } = this.#explorer;
    if (place.isConnected) return;
    const { shadowRoot } = this.#element;
    shadowRoot.adoptedStyleSheets = [this.#sheet];
    shadowRoot.replaceChildren(place);
  }

  update(changes) {
    let { view } = changes;
    if ("annotations" in changes) {
      this.#annotations = changes.annotations;
      this.#annotate();
      this.#explorer.annotate(this.plan, this.#isWhole);
    }
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
    this.#annotate();
    if (this.#sync !== "none") this.#follow();
    this.#explorer.change(plan, languages(this.#element), this.#element.view);
    this.#explorer.annotate(plan, this.#isWhole);
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
    this.#fetching?.abort();
    removeEventListener("beforeprint", this.#onBeforePrint);
    mounted.delete(this);
    if (!mounted.size) languageObserver.disconnect();
    this.#explorer.destroy();
    this.plan.free();
  }

  /** Gives the plan the host's annotations: a list at once, those at an address when they are fetched, and then shows them. */
  async #annotate() {
    this.#fetching?.abort();
    const given = this.#annotations || [];
    const isAddress = typeof given === "string";
    let list = given;
    let problem;
    if (isAddress) {
      const { signal } = (this.#fetching = new AbortController());
      this.plan.annotate(); // awaited, so that a view may name any status
      this.#isWhole = true;
      this.#summary = undefined;
      list = await jsonAt(given, signal).catch((error) => (problem = error.message));
      if (signal.aborted) return;
    }
    if (!problem && !Array.isArray(list)) problem = `expected a list, found ${list === null ? "null" : typeof list}`;
    if (problem) this.#tell("ce-error", { code: "annotations", message: `no annotations${isAddress ? ` at ${given}` : ""}: ${problem}` });
    const problems = this.plan.annotate(problem ? [] : list);
    for (const message of problems) this.#tell("ce-error", { code: "annotation", message });
    this.#isWhole = !problem && !problems.length;
    this.#summary = undefined;
    if (isAddress) this.#explorer.annotate(this.plan, this.#isWhole);
  }

  /** The folder from which others can embed what is shown; empty if they cannot, as with a plan from elsewhere. */
  get #folder() {
    return this.#element.src ? "" : folder();
  }

  /** The address of this page that shows a view, given also with the languages in use; empty if it has none. */
  #link(view, seen) {
    if (this.#address) return this.#address.of(seen).href;
    const base = this.plan.canonical(this.#element.getAttribute("view") ?? "");
    if (view === base) return withoutFragment();
    const clause = openedIn(view);
    const isOpening = clause && view === this.plan.canonical(`${base}&clause=${clause}`);
    // What cannot be embedded has nothing but the page.
    return isOpening || !this.#folder ? withoutFragment() + (clause ? `#${clause}` : "") : "";
  }

  /** Begins to keep the view in the page's address as `sync` says, or ends it. */
  #follow() {
    this.#address?.end();
    this.#sync = this.#element.sync;
    const show = (view) => this.#update({ view });
    const base = this.#element.getAttribute("view") ?? "";
    this.#address = this.#sync === "none" ? undefined : Address.claim(this.#element, this.plan, base, show);
  }
}

/** The view in the page's address, in its fragment or among the pairs of its query. Only one widget may keep it there. */
class Address {
  static #owner;
  static #hasWarned = false;

  #mode;
  #plan;
  #given; // the view that an address stands for which says nothing of one
  #show;
  #ledTo; // the fragment that a link of the widget leads to
  #onPopState = () => this.#read();

  static claim(element, plan, base, show) {
    // Elements may start in any order; it is the first in the document that counts.
    const first = element.getRootNode().querySelector(`${element.localName}:is([sync=hash],[sync=query])`);
    if (!Address.#owner && first === element) return (Address.#owner = new Address(element.sync, plan, base, show));
    if (!Address.#hasWarned) console.warn("expected one <clause-explorer> with sync in a page, found another; only the first keeps its view in the address");
    Address.#hasWarned = true;
  }

  constructor(mode, plan, base, show) {
    this.#mode = mode;
    this.#plan = plan;
    this.#given = base;
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
    const isTyped = withoutQuery(view) === withoutQuery(before);
    try {
      history[isChoice && !isTyped ? "pushState" : "replaceState"](history.state, "", this.of(view));
    } catch {
      // A browser may refuse when there are too many changes at once; the next one tells all.
    }
  }

  /** The address of the page with a view in it. */
  of(view) {
    const url = new URL(location.href);
    const clause = openedIn(view);
    const text = view === this.#base ? "" : view || "q=";
    if (this.#mode === "hash") url.hash = view === this.#opening(clause) ? clause : text;
    else {
      const [, others] = this.#plan.split(location.search);
      url.search = [others, text].filter(Boolean).join("&");
      if (this.#plan.has(location.hash.slice(1))) url.hash = ""; // the view tells it
    }
    return url;
  }

  leadTo(fragment) {
    this.#ledTo = fragment;
  }

  end() {
    removeEventListener("popstate", this.#onPopState);
    Address.#owner = undefined;
  }

  /** The same as the plan knows it now: the statuses of annotations may come later. */
  get #base() {
    return this.#plan.canonical(this.#given);
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

/** The clause that a view opens, as the widget writes it. */
const openedIn = (view) => /(?:^|&)clause=(\w+)$/.exec(view)?.[1];

const withoutQuery = (view) => view.replace(/(^|&)q=[^&]*/, "");

async function copy(text, done) {
  const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
  done(await copied.then(() => true, () => false));
}

const withoutFragment = () => location.href.split("#")[0];

/** What links to clauses begin with: nothing, unless a <base> would lead a bare fragment away from the page. */
const pageAddress = () => (document.querySelector("base[href]") ? withoutFragment() : "");

/** The languages wanted, best first: the element's own or nothing, the nearest up the page, the browser's. */
function languages(element) {
  const tags = [element.lang];
  for (let node = element; (node = node.parentElement ?? node.getRootNode().host); ) if (node.lang) tags.push(node.lang);
  return [...tags, ...navigator.languages];
}
