// The class of <clause-explorer>: attributes and lifecycle only. What readers see is the wasm's
// (src/element.rs); what only a mounted widget needs of its page is in page.js.
// Absent on purpose: storage, cookies, requests to anywhere but beside this file and to `src`.

const NAME = "clause-explorer";
const VERSION = "__VERSION__"; // the build's, put in when it is built
const WORDS = "__WORDS__"; // for each language what to say where the widget cannot, of content/interface/*.toml
const PATIENCE = 30_000; // milliseconds until it is said that the widget is late

/** Attributes that are one of a few words; the first is the default. */
const CHOICES = { loading: ["lazy", "eager"], sync: ["none", "hash", "query"], theme: ["auto", "light", "dark"] };
const PROPERTIES = ["view", "src", "annotations", ...Object.keys(CHOICES)];

/** What this needs of a browser, beyond its own syntax. */
const isAble = globalThis.WebAssembly && globalThis.CSSStyleSheet?.prototype.replaceSync && "adoptedStyleSheets" in Document.prototype;

/** Fetched once for all elements of the page; forgotten after a failure, so that it may be tried again. */
let loading;
let failures = 0;
let attempt; // its end makes those who wait wait for another one
function load() {
  return (loading ??= fetchWidget((attempt = new AbortController()).signal));
}

async function fetchWidget(signal) {
  try {
    return await fetchOnce(signal);
  } catch (error) {
    loading = undefined;
    failures++;
    if (signal.aborted) return load();
    throw error;
  }
}

async function fetchOnce(signal) {
  if (!isAble) throw new Error("a browser without WebAssembly or without style sheets made by script");
  const again = failures && /^https?:.*\/clause-explorer\.js$/.test(import.meta.url) && import.meta.url.replace(/\.js$/, `_bg.js?${failures}`);
  // Firefox and WebKit keep in mind that a module could not be had; by another address it is another one. Where a
  // bundler has moved the files, that cannot be known.
  const widget = await (again ? import("__AGAIN__") : import("./clause-explorer_bg.js"));
  await widget.start(signal);
  await pause();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(widget.styles);
  return { ...widget, sheet };
}

let waiting;
/** Until the widget is there, its height for the text that stands in for it: see clause-explorer.css. */
function waitingSheet() {
  const sheet = new CSSStyleSheet();
  const bounded = (height) => `:host{display:block;max-block-size:max(26em,var(--ce-max-height,${height}));overflow:auto}`;
  const whole = "@media print{:host{max-block-size:none;overflow:visible}}";
  sheet.replaceSync(`${bounded("clamp(40em,85vh,52em)")}@media (max-width:30em){${bounded("50em")}}${whole}`);
  return sheet;
}

/** Why it could not start, as the end of a message's key. An error alone does not tell: each engine has its own. */
function reason(error) {
  if (!isAble) return "browser";
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))); // an empty one
  } catch {
    return "policy";
  }
  return error instanceof WebAssembly.RuntimeError ? "" : "network";
}

// On a server there are no elements, and importing this file does nothing.
class ClauseExplorer extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ["lang", ...PROPERTIES];
  static version = VERSION;

  #ready; // the promise, the functions that settle it, and whether it is rejected
  #stay; // from the element's coming into the page to its going: its end undoes what was begun
  #run; // the last time that a plan was asked for; earlier ones count no more
  #widget; // the mounted one, with its plan and what ties it to the page
  #view; // the view as the reader left it, until the host names another
  #annotations; // the list that the host set, unless it names an address
  #changes; // what the next update will tell the widget
  #arrivals = []; // who waits for a clause to be shown

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).addEventListener("click", (event) => this.#follow(event));
    this.#showFallback();
    this.#promise();
  }

  /** A promise of this element, settled once the widget is there. */
  get ready() { return this.#ready.promise; }

  /** What the plan is: its title, languages, facets with counts; undefined until mounted. */
  get plan() { return this.#widget?.isShown ? this.#widget.summary : undefined; }

  /** The view that is shown, as a string; takes a string or an object. */
  get view() { return this.#view ?? this.getAttribute("view") ?? ""; }
  set view(view) { reflect(this, "view", view && viewString(view)); }

  get src() { return this.getAttribute("src") ?? ""; }
  set src(address) { reflect(this, "src", address || null); }

  /** The host's own findings as it set them; takes the address of a list too, as the attribute does. */
  get annotations() { return this.#annotations ?? []; }
  set annotations(findings) {
    this.#annotations = undefined;
    if (typeof findings !== "object") return reflect(this, "annotations", findings || null);
    this.#annotations = findings ?? [];
    this.#update({ annotations: this.#annotations });
  }

  /** The clauses that a view leaves; without one, all. */
  clauses(view) { return this.#planFor("clauses").clauses(viewString(view)); }

  /** How many clauses each value of each facet would leave. */
  counts(view) { return this.#planFor("counts").counts(viewString(view)); }

  /** A citation of a clause as text, bibtex, ris, csl-json or wikipedia. */
  cite(eid, style) { return this.#planFor("cite") && this.#widget.cite(`${eid}`, `${style ?? "text"}`); }

  /** Opens a clause and scrolls to it; a promise of true, or of false where there is none. */
  async goTo(eid) {
    if (!this.#planFor("goTo").has(`${eid}`)) return false;
    this.#update({ target: `${eid}` });
    return new Promise((arrive) => this.#arrivals.push(arrive));
  }

  connectedCallback() {
    for (const name of PROPERTIES.filter((name) => Object.hasOwn(this, name))) {
      const value = this[name]; // set before this class was there
      delete this[name];
      this[name] = value;
    }
    if (this.#stay) return this.#update({}); // moved within the page, perhaps to another language
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    addEventListener("hashchange", () => this.#update({ target: location.hash.slice(1) }), { signal });
    if (this.loading === "eager") this.#show();
    else afterLoad(this, signal, () => this.#run || this.#show());
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, _, value) {
    if (name === "view") this.#view = undefined; // what the host says last counts
    if (name === "annotations") this.#annotations = undefined;
    this.#update({ [name]: value ?? "" });
  }

  /** Changes made in one go reach the widget as one. */
  #update(changes) {
    if (!this.#changes) queueMicrotask(() => this.#apply());
    this.#changes = { ...this.#changes, ...changes };
  }

  #apply() {
    const changes = this.#changes;
    this.#changes = undefined;
    for (const [name, words] of Object.entries(CHOICES)) {
      const value = this.getAttribute(name);
      if (!(name in changes) || value === null || words.includes(value)) continue;
      this.#tell("ce-error", { code: "attribute", message: `expected ${words.join(", ")} in the attribute ${name}, found “${value}”` });
    }
    if (!this.#stay) return;
    // Before the start, `src` is read when it comes; after a failure, another one is another chance.
    if (this.#run ? "src" in changes : this.loading === "eager") this.#show();
    this.#widget?.update(changes);
  }

  /** Shows the plan that `src` names, or else the compiled-in one; mounts the widget if it is not there. */
  async #show() {
    const run = (this.#run = {});
    const { signal } = this.#stay;
    if (this.#ready.isRejected) this.#promise();
    // Late is not lost: what comes after all is shown.
    const late = setTimeout(() => run === this.#run && this.#fail(new Error(`nothing after ${PATIENCE} ms`), "late"), PATIENCE);
    try {
      const widget = await load().finally(() => clearTimeout(late));
      if (this.#ready.isRejected) this.#promise();
      const plan = await widget.planAt(this.src, signal);
      await pause();
      if (run !== this.#run || !this.isConnected) plan.free();
      else if (this.#widget) this.#widget.change(plan);
      else {
        const tell = (...event) => signal.aborted || this.#tell(...event);
        const annotations = this.#annotations ?? this.getAttribute("annotations") ?? "";
        this.#widget = new widget.Mounted(this, plan, annotations, widget.sheet, tell, (changes) => this.#update(changes));
        this.#view = this.#widget.view;
      }
    } catch (error) {
      if (run === this.#run) this.#fail(error, reason(error));
    }
  }

  #stop() {
    this.#stay?.abort();
    if (this.#run) this.#promise(); // the next start is another one
    this.#widget?.end();
    this.#stay = this.#run = this.#widget = undefined;
    this.#arrive(false);
    this.#showFallback();
  }

  #showFallback(...before) {
    if (isAble) this.shadowRoot.adoptedStyleSheets = [(waiting ??= waitingSheet())];
    this.shadowRoot.replaceChildren(...before, document.createElement("slot"));
  }

  #promise() {
    const ready = (this.#ready = {});
    ready.promise = new Promise((resolve, reject) => Object.assign(ready, { resolve, reject }));
    ready.promise.catch(() => {}); // whoever does not ask is told by `ce-error`
  }

  #planFor(method) {
    if (this.#widget?.isShown) return this.#widget.plan;
    throw new Error(`expected ${method}() to be called once the promise \`ready\` is settled, found the widget not mounted yet`);
  }

  #tell(type, detail, isChoice) {
    if (type === "ce-ready") {
      detail = { plan: this.plan };
      this.#ready.resolve(this);
    }
    if (type === "ce-change") {
      this.#view = detail.viewString;
      this.#widget.write(this.#view, isChoice);
    }
    if (type === "ce-select") this.#arrive(true);
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #arrive(isThere) {
    for (const arrive of this.#arrivals.splice(0)) arrive(isThere);
  }

  #follow(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.#widget?.leadTo(link.hash.slice(1));
    // The browser tells nothing when a link leads to where the page is already.
    if (link.href === location.href) this.#update({ target: location.hash.slice(1) });
  }

  #fail(error, why) {
    const code = error?.code === "src" ? "src" : "start";
    const found = error?.message ?? error;
    const message = code === "src" ? found : `expected ${NAME}_bg.js and ${NAME}_bg.wasm beside ${NAME}.js, and a page that may run them; found: ${found}`;
    if (this.#widget) this.#widget.warn();
    else {
      const hadFocus = this.shadowRoot.activeElement;
      const note = this.#note(why);
      this.#showFallback(note);
      if (hadFocus) note.querySelector("button")?.focus();
      this.#ready.isRejected = true;
      this.#ready.reject(new Error(message, { cause: error }));
    }
    this.#tell("ce-error", { code, message });
  }

  /** The line above the text: that it is only the text, why, and a way out where there is one. */
  #note(why) {
    const tag = (this.closest("[lang]")?.lang || navigator.language).split("-")[0];
    const lang = tag in WORDS ? tag : Object.keys(WORDS)[0];
    const words = WORDS[lang];
    const note = Object.assign(document.createElement("p"), { lang });
    note.append(words[this.textContent.trim() ? "failed_with_text" : "failed"], " ", words[`failed_${why}`] ?? "");
    if (why === "network" || why === "late") {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: words.try_again });
      button.addEventListener("click", () => (attempt?.abort(), this.#show()));
      note.append(" ", button);
    }
    return note;
  }
}

for (const [name, words] of Object.entries(CHOICES)) {
  Object.defineProperty(ClauseExplorer.prototype, name, {
    get() { return words.find((word) => word === this.getAttribute(name)) ?? words[0]; },
    set(word) { reflect(this, name, word); },
    enumerable: true,
    configurable: true,
  });
}

/** Ends a task, so that the page can answer its reader before the next. */
const pause = () => new Promise((resume) => setTimeout(resume));

function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** A view such as {q, lang, compare, clause, filters: {sector: […]}} as a query string; a string as it is. */
function viewString(view) {
  if (typeof view !== "object") return `${view ?? ""}`;
  const { filters, ...others } = view ?? {};
  const pairs = Object.entries({ ...filters, ...others }).flatMap(([key, values]) => [values].flat().map((value) => [key, value ?? ""]));
  return `${new URLSearchParams(pairs.filter(([, value]) => value !== ""))}`;
}

/** After the page's load event, once the element comes near the viewport or the page is idle. */
function afterLoad(element, signal, start) {
  const watch = () => {
    const observer = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && begin(), { rootMargin: "100%" });
    const end = () => observer.disconnect();
    const begin = () => (end(), signal.aborted || start());
    observer.observe(element);
    signal.addEventListener("abort", end);
    (globalThis.requestIdleCallback ?? ((idle) => setTimeout(idle, 1000)))(begin);
  };
  if (document.readyState === "complete") watch();
  else addEventListener("load", watch, { once: true, signal });
}

const known = globalThis.customElements?.get(NAME);
if (known) console.warn(`expected one script that defines <${NAME}>, found another: version ${known.version} stays, version ${VERSION} is left out`);
else globalThis.customElements?.define(NAME, ClauseExplorer);
