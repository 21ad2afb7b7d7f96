/**
 * Types of `<clause-explorer>`. Importing `clause-explorer` registers the element; on a server it does nothing.
 *
 * The module exports no values: ask the page for elements, and use these types for them.
 */

/** A clause's identifier by the Akoma Ntoso naming convention, such as `art_2__sec_7__para_4`. */
export type EId = string;

/** A language's short tag, such as `zh`. */
export type LanguageTag = string;

/** A view as a query string, such as `sector=energy-resources&q=论坛`. */
export type ViewString = string;

/** What a reader has chosen. */
export interface View {
  /** What is searched for, as typed. */
  q: string;
  /** The language to read in; null where it is the page's. */
  lang: LanguageTag | null;
  /** The language to read beside it. */
  compare: LanguageTag | null;
  /** The opened clause. */
  clause: EId | null;
  /** The clauses that are collected; left out where there are none. */
  pin?: EId[];
  /** The chosen values of each facet. */
  filters: Record<string, string[]>;
}

/** A view as a host may give it: what is left out is not chosen. */
export type ViewInit = Partial<View>;

/** One text in several languages. */
export type Localized = Record<LanguageTag, string>;

/** A language of the plan. */
export interface Language {
  tag: LanguageTag;
  /** The tag for HTML's `lang`, such as `zh-Hans`. */
  html: string;
  /** The language's name in itself. */
  name: string;
  status: "authoritative" | "unofficial";
}

/** One value of a facet, and how many clauses of the whole plan carry it. */
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

/** Where the text was taken from. */
export interface Source {
  publisher: string;
  url: string;
  published: string;
  /** What the copy says about its own extent; empty if it says nothing. */
  notice: string;
  /** The clause in which the copy breaks off, if it does. */
  endsIn: EId | null;
}

/** What a plan is. */
export interface Plan {
  id: string;
  title: Localized;
  languages: Language[];
  facets: Facet[];
  clauseCount: number;
  source: Source;
}

/** A clause in all its languages. */
export interface Clause {
  eid: EId;
  /** As the original prints it. */
  number: string;
  article: EId;
  /** Null where an article has no sections. */
  section: EId | null;
  text: Localized;
  /** The values of each facet that the clause carries. */
  facets: Record<string, string[]>;
  /** The host's own findings; absent where there are none. */
  annotations?: Annotation[];
}

/** A finding of the host's about a clause. */
export interface Annotation {
  clause: EId;
  status?: string;
  note?: string;
  /** An http or https address, or a mailto one. */
  href?: string;
  /** A date such as `2024-01-31`, `2024-01` or `2024`. */
  date?: string;
}

/** For each facet and value, how many clauses choosing it would leave. */
export type Counts = Record<string, Record<string, number>>;

export type CitationStyle = "text" | "bibtex" | "ris" | "csl-json" | "wikipedia";
export type Sync = "hash" | "query" | "none";
export type Theme = "auto" | "light" | "dark";
export type Loading = "lazy" | "eager";

export interface ReadyDetail {
  plan: Plan;
}

export interface ChangeDetail {
  view: View;
  viewString: ViewString;
  /** How many clauses are left. */
  count: number;
}

export interface SelectDetail {
  eid: EId;
}

export interface ErrorDetail {
  code: string;
  message: string;
}

/** The events of the element. They bubble, and cross shadow roots. */
export interface ClauseExplorerEventMap {
  /** The widget is there. */
  "ce-ready": CustomEvent<ReadyDetail>;
  /** What is chosen has changed. */
  "ce-change": CustomEvent<ChangeDetail>;
  /** A clause was opened. */
  "ce-select": CustomEvent<SelectDetail>;
  /** Something is wrong, which the reader is told too. */
  "ce-error": CustomEvent<ErrorDetail>;
}

/** `<clause-explorer>`. */
export interface ClauseExplorerElement extends HTMLElement {
  /** What is chosen, as a query string; takes an object too. */
  get view(): ViewString;
  set view(view: ViewString | ViewInit);
  /** The address of a `plan.json` to show in place of the compiled-in plan; empty for none. */
  src: string;
  /** Whether the view follows the page's address. */
  sync: Sync;
  theme: Theme;
  /** The host's own findings as they were set; empty where they come from a file. Takes the address of a file too. */
  get annotations(): Annotation[];
  set annotations(annotations: Annotation[] | string | null);
  loading: Loading;

  /** Settled once the widget is there; rejects with an Error that says why it is not. */
  readonly ready: Promise<ClauseExplorerElement>;
  /** What the plan is; undefined until `ready`. */
  readonly plan: Plan | undefined;

  /** The clauses that a view leaves; without one, all. */
  clauses(view?: ViewString | ViewInit): Clause[];
  /** How many clauses each choice would leave, given a view; without one, of the whole plan. */
  counts(view?: ViewString | ViewInit): Counts;
  /** Opens a clause and scrolls to it; false where there is none. */
  goTo(eid: EId): Promise<boolean>;
  /** A citation of a clause. */
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
  /** The address of a JSON file, or the findings themselves. */
  annotations?: string | Annotation[];
  loading?: Loading;
}

declare global {
  interface HTMLElementTagNameMap {
    "clause-explorer": ClauseExplorerElement;
  }
  /** The events bubble, so that any element up the page may listen to them. */
  interface HTMLElementEventMap extends ClauseExplorerEventMap {}
  interface DocumentEventMap extends ClauseExplorerEventMap {}
}

// Frameworks' templates. None of them has to be installed, which is all that the ignored lines say:
// where one is missing, its block counts for nothing.

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
