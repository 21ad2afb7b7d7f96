/**
 * Types of `<clause-explorer>`. Importing `clause-explorer` registers the element; on a server it does nothing.
 *
 * The module exports no values: get elements from the page, and use these types for them.
 */

/** A clause's identifier by the Akoma Ntoso naming convention, such as `art_1__para_2`; the plan's levels decide how it begins. */
export type EId = string;

/** A language's short tag, such as `en`. */
export type LanguageTag = string;

/** A view as a query string, with `FACET=VALUE` for each chosen value, such as `q=energy&lang=en`. */
export type ViewString = string;

/** Everything that a reader has chosen. */
export interface View {
  /** The search text, as typed. */
  q: string;
  /** The language to read in; null means the language of the page. */
  lang: LanguageTag | null;
  /** The second language, shown beside the first. */
  compare: LanguageTag | null;
  /** The open clause. */
  clause: EId | null;
  /** The pinned clauses; absent if no clause is pinned. */
  pin?: EId[];
  /** Whether only the pinned clauses match, in the order of `pin`; absent if all may match. */
  only?: "pins";
  /** The column of dates or numbers that orders the clauses, after `-` if the last come first; absent for the order of the document. */
  sort?: string;
  /** The chosen values of each facet. */
  filters: Record<string, string[]>;
}

/** A view as a host may set it; an absent field counts as not chosen. */
export type ViewInit = Partial<View>;

/** A text in several languages, by language tag. */
export type Localized = Record<LanguageTag, string>;

/** A language of the plan. */
export interface Language {
  tag: LanguageTag;
  /** The tag for HTML's `lang`, such as `zh-Hans`. */
  html: string;
  /** The language's name, in that language. */
  name: string;
  status: "authoritative" | "unofficial";
  /** How a translation was made, in its own language; absent if the plan does not say. */
  translation?: string;
}

/** A value of a facet, and the number of clauses in the whole plan that have it. */
export interface FacetValue {
  id: string;
  label: Localized;
  count: number;
}

/** A way to filter clauses. */
export interface Facet {
  id: string;
  label: Localized;
  values: FacetValue[];
}

/** The source of the text. */
export interface Source {
  publisher: string;
  url: string;
  published: string;
  /** The copy's own statement about its extent; empty if it makes none. */
  notice: string;
  /** The clause in which the copy breaks off; null if the copy is complete. */
  endsIn: EId | null;
}

/** A summary of a plan, or of the collection of several plans in `src`. */
export interface Plan {
  id: string;
  title: Localized;
  languages: Language[];
  facets: Facet[];
  clauseCount: number;
  source: Source;
  /** The plans of a collection, in the order of `src`, without those that could not be loaded; undefined for one plan. */
  plans?: PartPlan[];
}

/** A summary of one plan of a collection. */
export interface PartPlan {
  /** Also its value of the facet `plan`. */
  id: string;
  title: Localized;
  languages: Language[];
  clauseCount: number;
  /** Its own source; `endsIn` is an eId of the collection. */
  source: Source;
  /** The address of its file, as it is in `src`. */
  src: string;
}

/** The plan of a clause in a collection. */
export interface ClausePlan {
  id: string;
  title: Localized;
  publisher: string;
  url: string;
  published: string;
}

/** A clause in all its languages. */
export interface Clause {
  eid: EId;
  /** The number as the original prints it. */
  number: string;
  /** The division with the title of its plan; absent unless `src` has several plans. */
  plan?: EId;
  article: EId;
  /** Null if the article has no sections. */
  section: EId | null;
  /** The plain text. Items, rows of tables and lines of quotations are lines of it; a tab separates cells. */
  text: Localized;
  /** The structure of the text in each language that has one; absent if none has. */
  structure?: Record<LanguageTag, Structure>;
  /** The clause's values of each facet. */
  facets: Record<string, string[]>;
  /** The value of each column of the author's own data that has one; absent if the plan has no columns. */
  columns?: Record<string, string>;
  /** The plan that it is of; absent unless `src` has several plans. */
  source?: ClausePlan;
  /** The host's own findings; absent if the clause has none. */
  annotations?: Annotation[];
}

/** The items, links and footnotes of a clause's text. */
export interface Structure {
  /** Its numbered parts, each with its number and with those inside it. */
  items: { eid: EId; text: string }[];
  links: { text: string; href: string }[];
  /** The footnotes, which are no part of the text. */
  notes: { mark: string; text: string }[];
}

/** The host's own finding about a clause. */
export interface Annotation {
  clause: EId;
  status?: string;
  note?: string;
  /** An address that begins with `https:`, `http:` or `mailto:`. */
  href?: string;
  /** A date such as `2024-01-31`, `2024-01` or `2024`. */
  date?: string;
}

/** For each facet and value, the number of clauses that would remain if it were chosen. */
export type Counts = Record<string, Record<string, number>>;

export type CitationStyle = "text" | "apa" | "chicago" | "bibtex" | "ris" | "csl-json" | "wikipedia";
export type Sync = "hash" | "query" | "none";
export type Theme = "auto" | "light" | "dark";
export type Loading = "lazy" | "eager";
export type Layout = "article" | "panel" | "page" | "card";

export interface ReadyDetail {
  plan: Plan;
}

export interface ChangeDetail {
  view: View;
  viewString: ViewString;
  /** The number of clauses that match. */
  count: number;
}

export interface SelectDetail {
  eid: EId;
}

export interface ErrorDetail {
  code: string;
  message: string;
}

/** The events of the element. They bubble, also out of shadow roots. */
export interface ClauseExplorerEventMap {
  /** The widget is mounted. */
  "ce-ready": CustomEvent<ReadyDetail>;
  /** The view has changed. */
  "ce-change": CustomEvent<ChangeDetail>;
  /** A clause was opened. */
  "ce-select": CustomEvent<SelectDetail>;
  /** Something failed; the widget tells the reader too. */
  "ce-error": CustomEvent<ErrorDetail>;
}

/** A `<clause-explorer>` element. */
export interface ClauseExplorerElement extends HTMLElement {
  /** A promise of this element. It resolves as soon as the widget is mounted, and rejects with an Error that says why it can't start. */
  get ready(): Promise<ClauseExplorerElement>;
  /** A summary of the plan: its title, languages, facets with counts, and source; undefined until `ready`. With several plans in `src`, it describes the collection, and `plans` has a summary of each of them. */
  get plan(): Plan | undefined;
  /** The view as a query string. Accepts an object `{q, lang, compare, clause, pin, only, sort, filters}` too. */
  get view(): ViewString;
  set view(view: ViewString | ViewInit);
  /** The address of a `plan.json` to show instead of the compiled-in plan, or several addresses separated by spaces; empty for the compiled-in plan. */
  get src(): string;
  set src(address: string);
  /** Whether the page's address follows the view. */
  get sync(): Sync;
  set sync(word: Sync);
  /** The colours. */
  get theme(): Theme;
  set theme(word: Theme);
  /** How the element lives in its page. */
  get layout(): Layout;
  set layout(word: Layout);
  /** Plain text in place of the plan's title; empty for the title. */
  get heading(): string;
  set heading(text: string);
  /** Plain text below the heading; empty for none. */
  get intro(): string;
  set intro(text: string);
  /** When the widget starts. */
  get loading(): Loading;
  set loading(word: Loading);
  /** The host's own findings as they were set, shown on the clauses and filterable by status; empty if they come from a file. Accepts a list `[{clause, status?, note?, href?, date?}]`, or the address of a JSON file with one. */
  get annotations(): Annotation[];
  set annotations(findings: Annotation[] | string | null);
  /**
   * Returns the clauses that match a view.
   * @param view - Default: all clauses of the plan.
   */
  clauses(view?: ViewString | ViewInit): Clause[];
  /**
   * Returns, for each value of each facet, the number of clauses that would remain if it were chosen.
   * @param view - Default: the whole plan.
   */
  counts(view?: ViewString | ViewInit): Counts;
  /**
   * Opens a clause and scrolls to it. Resolves to true, or to false if the plan has no such clause.
   * @param eid - A clause's identifier, such as `art_1__para_2`.
   */
  goTo(eid: EId): Promise<boolean>;
  /**
   * Returns a citation of a clause.
   * @param eid - A clause's identifier, such as `art_1__para_2`.
   * @param style - The format of the citation.
   */
  cite(eid: EId, style: CitationStyle): string;

  addEventListener<K extends keyof ClauseExplorerEventMap>(
    type: K,
    listener: (this: ClauseExplorerElement, event: ClauseExplorerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ClauseExplorerElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ClauseExplorerEventMap>(
    type: K,
    listener: (this: ClauseExplorerElement, event: ClauseExplorerEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ClauseExplorerElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** The attributes, for templates and JSX. */
export interface ClauseExplorerAttributes {
  lang?: LanguageTag;
  view?: ViewString | ViewInit;
  src?: string;
  sync?: Sync;
  theme?: Theme;
  layout?: Layout;
  heading?: string;
  intro?: string;
  /** The address of a JSON file, or the findings themselves. */
  annotations?: string | Annotation[];
  loading?: Loading;
}

declare global {
  interface HTMLElementTagNameMap {
    "clause-explorer": ClauseExplorerElement;
  }
  /** The events bubble, so every ancestor can listen to them. */
  interface HTMLElementEventMap extends ClauseExplorerEventMap {}
  interface DocumentEventMap extends ClauseExplorerEventMap {}
}

// Templates of frameworks. No framework has to be installed: the ignored lines suppress the error about a missing one,
// and its block has no effect then.

// @ts-ignore
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      "clause-explorer": DetailedHTMLProps<HTMLAttributes<ClauseExplorerElement>, ClauseExplorerElement> &
        ClauseExplorerAttributes & {
          [K in keyof ClauseExplorerEventMap as `on${K}`]?: (event: ClauseExplorerEventMap[K]) => void;
        };
    }
  }
}

// @ts-ignore
declare module "vue" {
  interface GlobalComponents {
    // @ts-ignore
    "clause-explorer": import("vue").DefineComponent<
      ClauseExplorerAttributes & {
        onCeReady?: (event: ClauseExplorerEventMap["ce-ready"]) => void;
        onCeChange?: (event: ClauseExplorerEventMap["ce-change"]) => void;
        onCeSelect?: (event: ClauseExplorerEventMap["ce-select"]) => void;
        onCeError?: (event: ClauseExplorerEventMap["ce-error"]) => void;
      }
    >;
  }
}

// @ts-ignore
declare module "svelte/elements" {
  interface SvelteHTMLElements {
    // @ts-ignore
    "clause-explorer": HTMLAttributes<ClauseExplorerElement> &
      ClauseExplorerAttributes & {
        [K in keyof ClauseExplorerEventMap as `on${K}`]?: (event: ClauseExplorerEventMap[K]) => void;
      };
  }
}
