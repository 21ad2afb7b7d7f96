// The class of <clause-explorer>: lifecycle only. What readers see is the wasm's (src/element.rs).
// Absent on purpose: storage, cookies, requests to anywhere but beside this file.

const NAME = "clause-explorer";

/** Fetched once for all elements of the page; forgotten after a failure, so that a later element may try again. */
let loading;
const load = () => (loading ??= fetchWidget().catch((error) => { loading = undefined; throw error; }));

async function fetchWidget() {
  const glue = await import("./clause-explorer_bg.js");
  await glue.default();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(glue.styles);
  return { Explorer: glue.Explorer, sheet };
}

let waiting;
/** Until the widget is there, its height for the text that stands in for it: see clause-explorer.css. */
function waitingSheet() {
  const sheet = new CSSStyleSheet();
  const bounded = (height) => `:host{display:block;max-block-size:max(26rem,var(--ce-max-height,${height}));overflow:auto}`;
  sheet.replaceSync(`${bounded("clamp(40rem,85vh,52rem)")}@media (max-width:32rem){${bounded("50rem")}}`);
  return sheet;
}

/** Without and with a text inside the element to fall back on. */
const FAILED = {
  en: ["The explorer could not start.", "The filter could not start, so here is the text by itself."],
  es: ["No se pudo iniciar el explorador.", "No se pudo iniciar el filtro; aquí está el texto completo."],
  pt: ["Não foi possível iniciar o explorador.", "Não foi possível iniciar o filtro; aqui está o texto completo."],
  zh: ["条款浏览功能未能启动。", "筛选功能未能启动，以下为全文。"],
};

// On a server there are no elements, and importing this file does nothing.
class ClauseExplorer extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ["lang", "view"];

  #explorer; // the mounted widget
  #place; // the element it is mounted into; the shadow root itself would never be freed
  #view; // the view as the reader left it, for when the element is moved
  #plan;
  #sheet;
  #settle; // the two functions that settle `ready`
  #wish; // what the next update will tell the widget
  #onHashChange = () => this.#update({ target: location.hash.slice(1) });

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    this.#showFallback();
    this.#promise();
  }

  #promise() {
    this.ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    this.ready.catch(() => {}); // whoever does not ask is told by `ce-error`
  }

  /** What the plan is: its title, languages, facets with counts; undefined until mounted. */
  get plan() {
    return this.#plan;
  }

  connectedCallback() {
    if (this.#explorer || this.#place) return; // moved within the page
    addEventListener("hashchange", this.#onHashChange);
    if (this.getAttribute("loading") === "eager") this.#start();
    else afterLoad(this, () => this.#start());
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name) {
    if (name === "view") this.#view = undefined; // what the host says last counts
    this.#update(name === "view" ? { view: this.getAttribute("view") ?? "" } : {});
  }

  async #start() {
    if (!this.isConnected || this.#place) return;
    const place = (this.#place = document.createElement("div"));
    try {
      const { Explorer, sheet } = await load();
      if (this.#place !== place) return; // removed while loading
      this.#sheet = sheet;
      place.hidden = true; // until it is filled; the fallback shows meanwhile
      this.shadowRoot.append(place);
      const view = this.#view ?? this.getAttribute("view") ?? "";
      const tell = (type, detail) => this.#tell(type, detail);
      this.#explorer = Explorer.mount(place, languages(this), view, location.hash.slice(1), address(), tell);
    } catch (error) {
      this.#fail(error);
    }
  }

  #stop() {
    removeEventListener("hashchange", this.#onHashChange);
    if (this.#place) this.#promise(); // the next start is another one
    this.#explorer?.destroy();
    this.#place?.remove();
    this.#explorer = this.#place = undefined;
    this.#showFallback();
  }

  #showFallback(...before) {
    this.shadowRoot.adoptedStyleSheets = [(waiting ??= waitingSheet())];
    this.shadowRoot.replaceChildren(...before, document.createElement("slot"));
  }

  /** Changes made in one go reach the widget as one. */
  #update(wish) {
    const isPlanned = Boolean(this.#wish);
    this.#wish = { ...this.#wish, ...wish };
    if (isPlanned) return;
    queueMicrotask(() => {
      const { view, target } = this.#wish;
      this.#wish = undefined;
      this.#explorer?.update(languages(this), view, target, address());
    });
  }

  #tell(type, detail) {
    if (type === "ce-ready") {
      this.#plan = detail.plan;
      this.shadowRoot.adoptedStyleSheets = [this.#sheet];
      this.shadowRoot.replaceChildren(this.#place);
      this.#place.hidden = false;
      this.#settle.resolve(this);
    }
    if (type === "ce-change") this.#view = detail.viewString;
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #fail(error) {
    const message = `expected ${NAME}_bg.js and ${NAME}_bg.wasm beside ${NAME}.js, and a page that may run them; found: ${error?.message ?? error}`;
    const note = document.createElement("p");
    const messages = languages(this).map((tag) => FAILED[tag.split("-")[0]]).find(Boolean) ?? FAILED.en;
    note.textContent = messages[this.textContent.trim() ? 1 : 0];
    this.#showFallback(note);
    this.#settle.reject(new Error(message, { cause: error }));
    this.#tell("ce-error", { code: "start", message });
  }
}

/** What links to clauses begin with: nothing, unless a <base> would lead a bare fragment away from the page. */
const address = () => (document.querySelector("base[href]") ? location.href.split("#")[0] : "");

/** The languages wanted, best first: the element's own, the nearest up the page, the browser's. */
function languages(element) {
  const tags = [];
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    if (node.lang) tags.push(node.lang);
  }
  return [...tags, ...navigator.languages];
}

/** After the page's load event, once the element comes near the viewport or the page is idle. */
function afterLoad(element, start) {
  const watch = () => {
    const observer = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && begin(), { rootMargin: "100%" });
    const begin = () => (observer.disconnect(), start());
    observer.observe(element);
    (globalThis.requestIdleCallback ?? ((idle) => setTimeout(idle, 1000)))(begin);
  };
  if (document.readyState === "complete") watch();
  else addEventListener("load", watch, { once: true });
}

if (globalThis.customElements && !customElements.get(NAME)) customElements.define(NAME, ClauseExplorer);
