// @ts-check

import { Address } from "./address-sync.js";
import { uncover } from "./ancestors.js";
import { Annotations } from "./annotations.js";
import { bareAddress, today } from "./citing.js";
import { copy } from "./copy.js";
import { copyLink } from "./copy-link.js";
import { engine } from "./engine.js";
import { languages, onLanguages } from "./languages.js";
import { isWhole, more, rare, whole } from "./late-parts.js";
import { listen } from "./listen.js";
import { inserting, isKnown, removing } from "./own-nodes.js";
import { isRoute, withoutFragment } from "./page-address.js";
import { folderOf, linksOf, pageOf, shareable } from "./page-links.js";
import { onPrint } from "./print.js";
import { keepReading } from "./reading.js";
import { offerRareFeatures } from "./rare-features.js";
import { remember } from "./remember.js";
import { Watch } from "./watch.js";
import { offlineCopy } from "./wasm-beside.js";

/** @import { Annotation, Plan as Summary } from "./types.js" */
/** @import { ClauseExplorer } from "./element.js" */
/** @import { Explorer, Page } from "./glue.js" */
/** @typedef {Awaited<ReturnType<typeof import("./plan-at.js").planAt>>} Plan */
/**
 * Changes for the widget, by attribute name; `target` is the page's fragment.
 * @typedef {{ lang?: string, view?: string, src?: string, sync?: string, theme?: string, layout?: string, heading?: string, intro?: string, loading?: string,
 *   annotations?: Annotation[] | string, target?: string }} Changes
 */

/**
 * Reports an event; each type has its own detail.
 * @typedef {(type: string, detail: any, isChoice?: boolean) => void} Tell
 */

/** How long `ready` waits for parts that the first view does not need, in milliseconds. */
const PATIENCE_FOR_PARTS = 5000;

/** A mounted widget in its element: the wasm's Explorer, and its ties to the page. */
export class Mounted {
  /** @type {ClauseExplorer} */
  #element;
  /** @type {ShadowRoot} */
  #root;
  /** @type {Explorer} */
  #explorer;
  /** @type {() => void} */
  #addStyles;
  /** @type {Tell} */
  #tell;
  /**
   * Collects changes in the element, which passes all of them to this widget in one go.
   * @type {(changes: Changes) => void}
   */
  #update;
  #sync = "none"; // the value of the element's `sync` that is in effect
  /** The view of the latest rendering, also of one that has failed. */
  #rendered = "";
  #place; // the element that contains the widget
  #watch;
  /** @type {(() => void)[] | undefined} End listening for changes of the language, printing and rare features; undefined at the end. */
  #ends;
  /**
   * Keeps the view in the page's address; undefined if this widget does not.
   * @type {Address | undefined}
   */
  #address;
  #annotations;
  /** @type {Summary | undefined} */
  #summary;

  /**
   * @param {ClauseExplorer} element
   * @param {ShadowRoot} root - the element's
   * @param {Plan} plan
   * @param {Annotation[] | string} annotations
   * @param {() => void} addStyles - gives the shadow root the widget's styles
   * @param {Tell} tell
   * @param {(changes: Changes) => void} update
   * @param {boolean} isAgain - whether it replaces a widget whose engine has ended
   */
  constructor(element, root, plan, annotations, addStyles, tell, update, isAgain) {
    this.plan = plan;
    this.#tell = tell;
    /** Whether all parts of the wasm are there, and shown. */
    this.isComplete = isWhole();
    /** Settles when all parts that can be loaded are shown. */
    this.completed = rare().catch(() => {}); // early, since a host's methods need it; the others follow the first view
    this.#annotations = new Annotations(annotations, this, tell);
    this.#annotate();
    this.#element = element;
    this.#root = root;
    this.#addStyles = addStyles;
    this.#update = update;
    this.#follow();
    // With everything that the plan does not know, so that the widget reports it.
    const given = (!isAgain && this.#address?.view) || element.view;
    this.view = this.#rendered = plan.canonical(given);
    this.#address?.write(this.view);
    /** @type {Page} */
    const page = {
      tell: (type, detail, isChoice) => (type === "ce-ready" ? this.#finish() : tell(type, detail, isChoice)),
      reveal: () => this.#reveal(),
      rendering: (view) => this.#rendering(view),
      // Writes the view into an address that led to the present view in other words: that was no change and so no event.
      applied: () => setTimeout(() => this.#address?.view && this.#rendered === element.view && this.write(this.#rendered)),
      folder: () => folderOf(element),
      link: (view, seen) => shareable(element, this.#address, view, seen),
      copy: async (text, done) => done(await copy(text)),
      cited: () => bareAddress(pageOf(element), element, this.plan),
      today,
    };
    // A clause that the view in the address names is scrolled to as well.
    const named = this.#address?.view && !plan.has(location.hash.slice(1)) ? new URLSearchParams(this.view).get("clause") : "";
    const target = isAgain ? undefined : this.#uncovered(named || location.hash.slice(1));
    let explorer;
    try {
      this.#explorer = explorer = engine().Explorer.mount(plan, languages(element), given, target, this.#settings, page);
      this.#place = this.#explorer.place;
      this.#watch = new Watch(root, () => this.#repair());
      if (!this.#annotations.isWhole) this.#explorer.annotate(plan, false);
      this.#ends = [onLanguages(() => this.update({})), onPrint(this.#place, () => pageOf(element) + location.hash), listen(element, root, this.#place), offerRareFeatures(this.#place, this)];
    } catch (error) {
      this.#address?.end();
      this.#annotations.end();
      explorer?.destroy(); // else it would show itself in place of the reason
      throw error;
    }
  }

  /** The plan's summary, for the host. */
  get summary() {
    return (this.#summary ??= { ...this.plan.summary(), plans: this.plan.file?.plans });
  }

  /**
   * Says that the widget is ready, once the parts that the first view does not need are there: everything works from then on,
   * also offline. If they cannot be loaded, they are loaded when a reader needs them.
   */
  async #finish() {
    /** @type {number | undefined} */
    let timer;
    await Promise.race([Promise.allSettled([this.completed, more()]), new Promise((settle) => (timer = setTimeout(settle, PATIENCE_FOR_PARTS)))]);
    clearTimeout(timer); // else it would keep a removed element alive
    if (this.#ends) this.#tell("ce-ready", null);
  }

  /** Loads and shows all parts of the wasm: the plan in all languages, and all features. */
  async #complete() {
    if (this.isComplete) return;
    await whole();
    if (!this.#ends) return;
    this.isComplete = isWhole();
    if (!this.plan.file) this.plan.refresh();
    if (this.#annotations.isPassed) this.#annotate();
    this.#explorer.annotate(this.plan, this.#annotations.isWhole);
  }

  /** Loads the parts that the first view does not need, if they are not there. */
  retry() {
    if (!this.isComplete) this.completed = this.#complete();
  }

  /** Whether the widget is on the screen. */
  get isShown() {
    return this.#place.isConnected;
  }

  /**
   * Passes changes of the element to the widget.
   * @param {Changes} changes
   */
  update(changes) {
    let { view } = changes;
    if (changes.annotations !== undefined) {
      this.#annotations.given = changes.annotations;
      this.#annotate();
      this.#explorer.annotate(this.plan, this.#annotations.isWhole);
    }
    if ("sync" in changes && this.#sync !== this.#element.sync) {
      this.#follow();
      view ??= this.#address?.view;
      if (view === undefined) this.#address?.write(this.plan.canonical(this.#element.view));
    }
    this.#explorer.update(languages(this.#element), view, this.#uncovered(changes.target), this.#settings);
  }

  /**
   * Shows another plan.
   * @param {Plan} plan
   * @param {boolean} isHostView - whether the host has set a view that is not shown yet
   */
  change(plan, isHostView) {
    this.plan.free();
    this.plan = plan;
    this.#annotate();
    if (this.#sync !== "none") this.#follow();
    const { view } = this.#element;
    // In this instant the reader may have chosen something, or gone back in the history.
    const latest = this.#rendered === view ? (this.#address?.view ?? view) : this.#rendered;
    this.#explorer.change(plan, languages(this.#element), isHostView ? view : latest);
    this.update({}); // the settings depend on the plan
    this.#explorer.annotate(plan, this.#annotations.isWhole);
  }

  /** Tells the reader that another plan could not be loaded. */
  warn() {
    this.#explorer.warn();
  }

  /**
   * Returns a citation of a clause.
   * @param {string} eid
   * @param {string} style
   */
  cite(eid, style) {
    return this.plan.cite(eid, style, languages(this.#element), this.#element.view, bareAddress(pageOf(this.#element), this.#element, this.plan), today());
  }

  /**
   * Writes a changed view into the page's address, if this widget keeps it there. Returns the view, unless the host has set
   * another one meanwhile: the latest counts, also before it is shown.
   * @param {string} view
   * @param {boolean} [isChoice]
   * @param {Changes} [waiting] - the changes that the element has not passed on yet
   */
  write(view, isChoice, waiting) {
    this.#address?.write(view, isChoice);
    // Links that begin with the page's address need the new one.
    if (linksOf(this.#element)) this.update({});
    return waiting?.view === undefined && !this.#explorer.awaitsView ? view : undefined;
  }

  /**
   * Responds to the reader who follows a link of this widget.
   * @param {HTMLAnchorElement} link
   * @param {Event} event
   */
  follow(link, event) {
    const { href, hash } = link;
    if (link.matches("[part~=actions] a")) copyLink(this.#root, link);
    const target = hash.slice(1);
    const isHere = href === withoutFragment() + hash;
    if (isHere ? isRoute() : href === linksOf(this.#element) + hash) {
      // The link would lead to another page or replace the page's route: the clause is opened in place.
      event.preventDefault();
      this.#update({ target });
    } else if (isHere) {
      this.#address?.leadTo(target);
      // The browser sends no event for a link to the current address.
      if (href === location.href) this.#update({ target });
    }
  }

  /** Returns what the next widget needs, when the engine of this one has ended: file and view, and where the reader is. */
  remember() {
    const restore = remember(this.#root, this.#place);
    return { file: this.plan.file, view: this.#rendered, restore: (/** @type {Mounted} */ next) => restore(next.#place, true, true) };
  }

  /** Ends everything, also if the engine has ended. */
  end() {
    this.#watch.end();
    this.#address?.end();
    this.#address = undefined;
    this.#annotations.end();
    for (const end of this.#ends ?? []) end();
    this.#ends = undefined;
    this.#explorer.destroy();
    this.plan.free();
  }

  /**
   * Returns a fragment of the page's address; if it names a clause, it first opens what hides the widget.
   * @template {string | undefined} Fragment
   * @param {Fragment} fragment
   */
  #uncovered(fragment) {
    if (fragment && this.plan.has(fragment)) uncover(this.#element);
    return fragment;
  }

  #reveal() {
    if (this.isShown) return;
    this.retry();
    // It brings glosses, which a reader may see already. If it cannot be loaded, it is loaded when a reader needs it.
    more().then(() => this.#ends && this.#place.querySelector(".rule") && this.#explorer.annotate(this.plan, this.#annotations.isWhole), () => {});
    if (this.#root.querySelector("slot")) keepReading(this.#element, this.#place, this.plan);
    this.#addStyles();
    for (const node of this.#root.childNodes) removing(node);
    inserting(this.#place);
    this.#root.replaceChildren(this.#place);
  }

  #repair() {
    this.#keepPlace(true);
    this.#removeCopies();
    this.#reveal();
    this.#explorer.repair();
  }

  /** @param {string} view */
  #rendering(view) {
    this.#rendered = view;
    const isDamaged = !!this.#watch?.rendering();
    if (isDamaged) {
      this.#keepPlace(false);
      this.#removeCopies();
    }
    return isDamaged;
  }

  /** Removes what others have put beside the widget or in its place. */
  #removeCopies() {
    for (const node of [...this.#place.childNodes]) if (!isKnown(node)) node.remove();
  }

  /** @param {boolean} isSameList - brings the reader to where he is now, once all elements have been rendered again */
  #keepPlace(isSameList) {
    const restore = remember(this.#root, this.#place);
    setTimeout(() => restore(this.#place, false, isSameList));
  }

  /** Passes the host's annotations to the plan: at once if possible, else as soon as they are loaded. */
  #annotate() {
    this.#summary = undefined;
    this.#annotations.pass(() => {
      this.#summary = undefined;
      this.#explorer.annotate(this.plan, this.#annotations.isWhole);
    });
  }

  /** Of the element and its page: see `Explorer::mount`. The one-file explorer has no plan but the compiled-in one. */
  get #settings() {
    const { layout, heading, intro } = this.#element;
    return [layout, heading, intro, linksOf(this.#element), this.plan.file ? "" : offlineCopy];
  }

  /** Begins or ends to keep the view in the page's address, as `sync` says. */
  #follow() {
    this.#address?.end();
    this.#sync = this.#element.sync;
    /** @param {string} view */
    const show = (view) => this.#update({ view });
    const base = this.#element.getAttribute("view") ?? "";
    this.#address = this.#sync === "none" ? undefined : Address.claim(this.#element, this.plan, base, show);
  }
}
