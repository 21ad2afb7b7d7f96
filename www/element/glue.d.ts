// The types of the module that wasm-bindgen writes (the build calls it glue.js), without `any` for what JavaScript
// passes in and gets back. tests/javascript.rs compares it with wasm-bindgen's own types.

import type { Clause, Counts, Plan as Summary } from "./types.js";

/** What a widget asks of its page and tells it: the Rust type `Page` in the module `element::share`. */
export interface Page {
  tell(name: string, detail: unknown, isChoice: boolean): void;
  reveal(): void;
  rendering(view: string): boolean;
  applied(): void;
  folder(): string;
  link(view: string, seen: string): string;
  copy(text: string, done: (isCopied: boolean) => void): void;
  cited(): string;
  today(): string;
}

/** A mounted widget. */
export class Explorer {
  private constructor();
  static mount(plan: Plan, languages: string[], view: string, target: string | null | undefined, settings: string[], page: Page): Explorer;
  readonly place: Element;
  readonly awaitsView: boolean;
  annotate(plan: Plan, isWhole: boolean): void;
  change(plan: Plan, languages: string[], view: string): void;
  destroy(): void;
  repair(): void;
  update(languages: string[], view: string | null | undefined, target: string | null | undefined, settings: string[]): void;
  warn(): void;
}

/** A plan that the wasm has read. */
export class Plan {
  private constructor();
  static installed(): Plan;
  static unpack(packed: Uint8Array): Plan;
  free(): void;
  annotate(findings: unknown): string[];
  canonical(view: string): string;
  cite(eid: string, style: string, languages: string[], view: string, page: string, today: string): string;
  clauses(view: string): Clause[];
  counts(view: string): Counts;
  has(eid: string): boolean;
  refresh(): void;
  split(query: string): string[];
  summary(): Summary;
}

/** Returns the embed codes for a view, a line each. */
export function embedCodes(view: string, folder: string, height: number, settings: string[], text: string): string;

/** Panics, for the tests. */
export function fail(): void;

/** Takes the content of a custom section "language". */
export function addLanguage(section: Uint8Array): void;

/** Takes the glosses of the plan's phrases. */
export function gloss(table: string): void;

/** Takes the content of the engine's custom section "plan". */
export function install(section: Uint8Array): void;

/** Says that the second wasm is there. */
export function rareLoaded(): void;

/** What one instance of the wasm exports, and what the build adds. */
export interface Instance {
  Explorer: typeof Explorer;
  Plan: typeof Plan;
  addLanguage: typeof addLanguage;
  embedCodes: typeof embedCodes;
  /** Adds the second wasm. */
  extend(rare: WebAssembly.Module): void;
  fail: typeof fail;
  gloss: typeof gloss;
  install: typeof install;
}

/**
 * Makes an instance of the compiled wasm, and calls back with the reason when it has ended: then its functions do
 * nothing. The build adds this function, and everything else in this file is inside it.
 */
export function newInstance(module: WebAssembly.Module, onEnd: (reason: unknown) => void): Instance;
