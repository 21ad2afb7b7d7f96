// @ts-check
// The class of <clause-explorer>: attributes and lifecycle. Everything that readers see is in the wasm
// (the Rust module `element`); everything that only a mounted widget needs of its page is in mounted.js.
// No storage, no cookies, no requests except for files beside this one, for `src` and for `annotations`.

/** @import { Changes, Mounted, Tell } from "./mounted.js" */
/** @import { Mourn } from "./engine.js" */
/** @import { Annotation, CitationStyle, Clause, ClauseExplorerElement, Counts, EId, Layout, Loading, Plan, Sync, Theme, ViewInit, ViewString } from "./types.js" */

import { afterLoad } from "./after-load.js";
import { PROPERTIES, choice, problems, reflect, viewString } from "./attributes.js";
import { version } from "./build.js";
import { failureNote, reasonOf, showFallback } from "./fallback.js";
import { load, retry } from "./loading.js";
import { pause } from "./pause.js";
import { newReady } from "./ready.js";
import { dress } from "./styling.js";

const PATIENCE = 30_000; // time until a slow start is reported, in milliseconds

// A server has no elements, but may import this module.
const HTMLElement = globalThis.HTMLElement ?? Object;

/**
 * A policy plan, searchable and filterable clause by clause.
 *
 * @tag clause-explorer
 * @attr {string} lang - The language to read in, by the short tag of one of the plan's languages, such as `en`. Default: the nearest `lang` attribute of an ancestor, then the browser's language, then the plan's original language.
 * @attr {string} [view=""] - The view as a query string: `FACET=VALUE` for each chosen value, `q` for the search, `lang`, `compare`, `clause`, `pin`, `only` and `sort`, such as `q=energy&lang=en`.
 * @attr {string} src - The address of a `plan.json` to show instead of the compiled-in plan. Several addresses, separated by spaces, are shown as one collection.
 * @attr {"hash" | "query" | "none"} [sync="none"] - Whether the page's address follows the view, including the back button.
 * @attr {"auto" | "light" | "dark"} [theme="auto"] - The colours; `auto` follows the `color-scheme` of the host page.
 * @attr {"article" | "panel" | "page" | "card"} [layout="article"] - How the element lives in its page. `article`: in the flow, without a scroller of its own, the first ten clauses and a button for the rest. `panel`: at most `--ce-max-height` high; its list scrolls. `page`: for a page that is nothing but the explorer. `card`: the pinned clauses as quotations.
 * @attr {string} heading - Plain text in place of the plan's title, for a selection of clauses; the title is then in the source line.
 * @attr {string} intro - Plain text below the heading; its line breaks stay.
 * @attr {string} annotations - The address of a JSON file with the host's own findings.
 * @attr {"lazy" | "eager"} [loading="lazy"] - When the widget starts. `lazy`: after the page's load event, as soon as the element is near the viewport or the page is idle. `eager`: at once.
 * @prop {string} lang - The same as the attribute.
 * @fires {CustomEvent<ReadyDetail>} ce-ready - The widget is mounted. `detail`: `{plan}`.
 * @fires {CustomEvent<ChangeDetail>} ce-change - The view has changed. `detail`: `{view, viewString, count}`.
 * @fires {CustomEvent<SelectDetail>} ce-select - A clause was opened. `detail`: `{eid}`.
 * @fires {CustomEvent<ErrorDetail>} ce-error - Something failed; the widget tells the reader too. `detail`: `{code, message}`.
 * @slot - The plan's text as plain HTML. Readers see it until the widget is mounted, and if the widget can't start.
 * @csspart root - The whole widget.
 * @csspart header - The title, the languages and the search field.
 * @csspart title - The plan's title.
 * @csspart language - The choice of languages.
 * @csspart search - The search field.
 * @csspart facets - All facets.
 * @csspart facet - One facet.
 * @csspart option - One value of a facet, with its checkbox.
 * @csspart count - The number of clauses that a value would leave.
 * @csspart status - The number of clauses that match.
 * @csspart matrix - The overview of two facets.
 * @csspart list - The list of clauses.
 * @csspart division - The heading of a division, such as an article.
 * @csspart clause - One clause.
 * @csspart number - A clause's own number.
 * @csspart text - A clause's text in one language.
 * @csspart mark - A match of the search.
 * @csspart actions - The actions for one clause.
 * @csspart annotation - One of the host's own findings.
 * @csspart share - The panel with the link and the embed codes of the view.
 * @cssprop --ce-font - The typeface, a value of `font-family`. Default: the host's.
 * @cssprop --ce-accent - The colour of links and of chosen values.
 * @cssprop --ce-surface - The colour of the background.
 * @cssprop --ce-text - The colour of the text.
 * @cssprop --ce-muted - The colour of labels and notes.
 * @cssprop --ce-border - The colour of thin lines.
 * @cssprop --ce-radius - The radius of corners.
 * @cssprop --ce-gap - The space between the sections of the widget.
 * @cssprop --ce-max-height - The greatest height of the layout `panel`, a length; at least 26em.
 */
export class ClauseExplorer extends HTMLElement {
  /** @internal */
  static observedAttributes = ["lang", ...PROPERTIES];
  /** @internal */
  static version = version;

  /** @type {ShadowRoot} */
  #root;
  /** @type {unknown} The reason why there is no shadow root: a template of the host has one, or a script forbids it. */
  #fault;
  #ready = newReady();
  /** @type {AbortController | undefined} From insertion into the page to removal; aborting it ends everything begun. */
  #stay;
  /** @type {object | undefined} The most recent request for a plan; results of earlier requests are dropped. */
  #run;
  /** @type {Mounted | undefined} */
  #widget;
  /** @type {ViewString | undefined} The view as the reader left it, until the host sets another one. */
  #view;
  /** @type {Annotation[] | undefined} The list that the host set; undefined if the attribute names an address. */
  #annotations;
  /** @type {Changes | undefined} The changes that the next update passes to the widget. */
  #changes;
  /** @type {((isThere: boolean) => void)[]} Pending calls of `goTo`. */
  #arrivals = [];
  /** Why there is no widget, for the errors of the methods. */
  #absence = "not mounted yet";
  /** @type {ReturnType<Mounted["remember"]> | undefined} What the widget of an engine that has ended leaves to the next one. */
  #legacy;
  /** @type {Set<Mourn> | undefined} */
  #mourners;
  /** @type {Mourn} The engine has ended: starts again, or stops. */
  #mourn = (reason, wait) => {
    const run = (this.#run = {});
    this.#legacy ??= this.#widget?.remember();
    // The choice that met the error counts, unless the host has set another view since.
    if (this.#view !== undefined) this.#view = this.#legacy?.view ?? this.#view;
    this.#widget?.end();
    this.#widget = undefined;
    this.#arrive(false);
    if (this.#ready.isSettled) this.#ready = newReady();
    this.#absence = "restarting after an error in it";
    const message = `expected the widget to go on, found an error in it: ${/** @type {any} */ (reason)?.message ?? reason}`;
    setTimeout(() => {
      if (run !== this.#run) return;
      if (wait === undefined) {
        this.#absence = "stopped after several errors in it";
        return this.#fail(Object.assign(new Error(message), { code: "stopped" }), "stopped");
      }
      this.#tell("ce-error", { code: "restarted", message });
      if (run === this.#run) this.#show();
    }, wait);
  };

  /** @internal */
  constructor() {
    super();
    try {
      this.#root = this.attachShadow({ mode: "open" });
    } catch (error) {
      this.#fault = error;
      this.#root = /** @type {any} */ (new DocumentFragment()); // shows nothing, so that the text stays
    }
    this.#root.addEventListener("click", (event) => this.#follow(/** @type {MouseEvent} */ (event)));
    showFallback(this.#root);
  }

  /**
   * A promise of this element. It resolves as soon as the widget is mounted, and rejects with an Error that says why it can't start.
   * @type {Promise<ClauseExplorerElement>}
   */
  get ready() { return this.#ready.promise; }

  /**
   * A summary of the plan: its title, languages, facets with counts, and source; undefined until `ready`. With several plans in `src`, it describes the collection, and `plans` has a summary of each of them.
   * @type {Plan | undefined}
   */
  get plan() { return this.#widget?.isShown ? this.#widget.summary : undefined; }

  /**
   * The view as a query string. Accepts an object `{q, lang, compare, clause, pin, only, sort, filters}` too.
   * @attr view
   * @type {ViewString}
   */
  get view() { return this.#view ?? this.getAttribute("view") ?? ""; }
  /** @param {ViewString | ViewInit} view */
  set view(view) { reflect(this, "view", view && viewString(view)); }

  /**
   * The address of a `plan.json` to show instead of the compiled-in plan, or several addresses separated by spaces; empty for the compiled-in plan.
   * @attr src
   * @reflect
   * @type {string}
   */
  get src() { return this.getAttribute("src") ?? ""; }
  set src(address) { reflect(this, "src", address || null); }

  /**
   * Whether the page's address follows the view.
   * @attr sync
   * @reflect
   * @type {Sync}
   */
  get sync() { return choice(this, "sync"); }
  set sync(word) { reflect(this, "sync", word); }

  /**
   * The colours.
   * @attr theme
   * @reflect
   * @type {Theme}
   */
  get theme() { return choice(this, "theme"); }
  set theme(word) { reflect(this, "theme", word); }

  /**
   * How the element lives in its page.
   * @attr layout
   * @reflect
   * @type {Layout}
   */
  get layout() { return choice(this, "layout"); }
  set layout(word) { reflect(this, "layout", word); }

  /**
   * Plain text in place of the plan's title; empty for the title.
   * @attr heading
   * @reflect
   * @type {string}
   */
  get heading() { return this.getAttribute("heading") ?? ""; }
  set heading(text) { reflect(this, "heading", text || null); }

  /**
   * Plain text below the heading; empty for none.
   * @attr intro
   * @reflect
   * @type {string}
   */
  get intro() { return this.getAttribute("intro") ?? ""; }
  set intro(text) { reflect(this, "intro", text || null); }

  /**
   * When the widget starts.
   * @attr loading
   * @reflect
   * @type {Loading}
   */
  get loading() { return choice(this, "loading"); }
  set loading(word) { reflect(this, "loading", word); }

  /**
   * The host's own findings as they were set, shown on the clauses and filterable by status; empty if they come from a file. Accepts a list `[{clause, status?, note?, href?, date?}]`, or the address of a JSON file with one.
   * @attr annotations
   * @type {Annotation[]}
   */
  get annotations() { return this.#annotations ?? []; }
  /** @param {Annotation[] | string | null} findings */
  set annotations(findings) {
    this.#annotations = undefined;
    if (typeof findings !== "object") reflect(this, "annotations", findings || null);
    else this.#update({ annotations: (this.#annotations = findings ?? []) });
  }

  /**
   * Returns the clauses that match a view.
   * @param {ViewString | ViewInit} [view] - Default: all clauses of the plan.
   * @returns {Clause[]}
   */
  clauses(view) { return this.#mounted("clauses").plan.clauses(viewString(view)); }

  /**
   * Returns, for each value of each facet, the number of clauses that would remain if it were chosen.
   * @param {ViewString | ViewInit} [view] - Default: the whole plan.
   * @returns {Counts}
   */
  counts(view) { return this.#mounted("counts").plan.counts(viewString(view)); }

  /**
   * Opens a clause and scrolls to it. Resolves to true, or to false if the plan has no such clause.
   * @param {EId} eid - A clause's identifier, such as `art_1__para_2`.
   * @returns {Promise<boolean>}
   */
  async goTo(eid) {
    if (!this.#mounted("goTo").plan.has(`${eid}`)) return false;
    this.#update({ target: `${eid}` });
    return new Promise((arrive) => this.#arrivals.push(arrive));
  }

  /**
   * Returns a citation of a clause.
   * @param {EId} eid - A clause's identifier, such as `art_1__para_2`.
   * @param {CitationStyle} style - The format of the citation.
   * @returns {string}
   */
  cite(eid, style) { return this.#mounted("cite").cite(`${eid}`, `${style ?? "text"}`); }

  /** @internal */
  connectedCallback() {
    try {
      this.#connect();
    } catch (error) {
      this.#fail(error, reasonOf(error));
    }
  }

  #connect() {
    if (this.#fault) throw this.#fault;
    // Properties that were set before this class was defined hide its accessors: set them again.
    for (const name of PROPERTIES.filter((name) => Reflect.ownKeys(this).includes(name))) {
      const value = this[name];
      delete this[name];
      Object.assign(this, { [name]: value });
    }
    if (this.#stay) return this.#update({}); // moved within the page, perhaps to another language
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    addEventListener("hashchange", () => this.#update({ target: location.hash.slice(1) }), { signal });
    if (this.loading === "eager") this.#update({}); // starts together with the changes that wait, or `src` would be loaded twice
    else afterLoad(this, signal, () => this.#run || this.#show());
  }

  /** @internal */
  async disconnectedCallback() {
    await null;
    if (!this.isConnected) this.#stop();
  }

  /** @internal */
  adoptedCallback() {
    dress(this.#root);
  }

  /**
   * @internal
   * @param {string} name
   * @param {string | null} _
   * @param {string | null} value
   */
  attributeChangedCallback(name, _, value) {
    // The host's latest setting wins.
    if (name === "view") this.#view = undefined;
    if (name === "annotations") this.#annotations = undefined;
    this.#update({ [name]: value ?? "" });
  }

  /** @param {Changes} changes - passed to the widget together with the others of the same task */
  async #update(changes) {
    const isWaiting = this.#changes;
    this.#changes = { ...this.#changes, ...changes };
    if (isWaiting) return;
    await null;
    this.#apply();
  }

  #apply() {
    const changes = this.#changes ?? {};
    this.#changes = undefined;
    for (const message of problems(this, changes)) this.#tell("ce-error", { code: "attribute", message });
    if (!this.#stay) return;
    // The first start reads `src` itself; after a failure, a new `src` is another chance.
    if (this.#run ? "src" in changes : this.loading === "eager") this.#show();
    this.#widget?.update(changes);
  }

  /** Shows the plan of `src`, or else the compiled-in one; mounts the widget first if needed. */
  async #show() {
    if (!this.#stay) return;
    const run = (this.#run = {});
    const { signal } = this.#stay;
    if (this.#ready.isRejected) this.#ready = newReady();
    // A slow start is reported, but still shown if it succeeds after all.
    const late = setTimeout(() => run === this.#run && this.#fail(new Error(`nothing after ${PATIENCE} ms`), "late"), PATIENCE);
    try {
      const widget = await load(this).finally(() => clearTimeout(late));
      if (this.#ready.isRejected) this.#ready = newReady();
      if (run === this.#run) (this.#mourners = widget.mourners).add(this.#mourn);
      const plan = await widget.planAt(this, signal, this.#legacy?.file);
      await pause();
      if (run !== this.#run || !this.isConnected) return plan.free();
      if (this.#widget) this.#widget.change(plan, this.#view === undefined);
      else this.#mount(widget, plan, signal);
      plan.file?.errors.forEach((error) => this.#fail(error, reasonOf(error)));
    } catch (error) {
      if (run === this.#run) this.#fail(error, reasonOf(error));
    }
  }

  /**
   * @param {import("./loading.js").LoadedWidget} widget
   * @param {import("./mounted.js").Plan} plan
   * @param {AbortSignal} signal
   */
  #mount(widget, plan, signal) {
    /** @type {Tell} */
    const tell = (...event) => {
      if (!signal.aborted) this.#tell(...event);
    };
    const annotations = this.#annotations ?? this.getAttribute("annotations") ?? "";
    const addStyles = () => dress(this.#root, widget.styles);
    this.#widget = new widget.Mounted(this, this.#root, plan, annotations, addStyles, tell, (changes) => this.#update(changes), !!this.#legacy);
    this.#view = this.#widget.view;
  }

  #stop() {
    this.#stay?.abort();
    if (!this.#ready.isSettled) this.#ready.reject(new Error("expected the element to stay in the page until it is mounted, found it removed"));
    this.#ready = newReady(); // for the next start
    this.#mourners?.delete(this.#mourn);
    this.#widget?.end();
    this.#stay = this.#run = this.#widget = this.#legacy = undefined;
    this.#arrive(false);
    showFallback(this.#root);
  }

  /** @param {string} method - the one that needs the mounted widget, for the error if it is not mounted */
  #mounted(method) {
    if (this.#widget?.isShown) return this.#widget;
    throw new Error(`expected ${method}() to be called once the promise \`ready\` is settled, found the widget ${this.#absence}`);
  }

  /** @type {Tell} Dispatches an event, after this class's own reaction to it. */
  #tell(type, detail, isChoice) {
    if (type === "ce-ready") {
      detail = { plan: this.plan };
      this.#legacy?.restore(/** @type {Mounted} */ (this.#widget));
      this.#legacy = undefined;
      this.#absence = "not mounted yet";
      this.#ready.resolve(/** @type {ClauseExplorerElement} */ (this));
    }
    if (type === "ce-change") this.#view = this.#widget?.write(detail.viewString, isChoice, this.#changes);
    if (type === "ce-select") this.#arrive(true);
    if (type === "ce-error") console.warn(`<clause-explorer>: ${detail.message}`);
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @param {boolean} isThere */
  #arrive(isThere) {
    for (const arrive of this.#arrivals.splice(0)) arrive(isThere);
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.#widget?.follow(link, event);
  }

  /**
   * @param {any} error - usually an Error, with a code if `src` is the cause; but JavaScript can throw anything
   * @param {import("./fallback.js").Reason} reason
   */
  #fail(error, reason) {
    const isOwn = ["src", "stopped"].includes(error?.code);
    const code = isOwn ? error.code : reason === "policy" ? reason : "start";
    const message = isOwn ? error.message : `expected clause-explorer_bg.js and clause-explorer_bg.wasm beside clause-explorer.js, and a page that may run them; found: ${error?.message ?? error}`;
    if (this.#widget) this.#widget.warn();
    else {
      this.#ready.reject(new Error(message, { cause: error }));
      const hadFocus = this.#root.activeElement;
      const note = failureNote(this, reason, () => {
        retry();
        this.#show();
      });
      showFallback(this.#root, note);
      if (hadFocus) note.querySelector("button")?.focus();
    }
    this.#tell("ce-error", { code, message });
  }
}
