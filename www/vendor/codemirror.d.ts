// The parts of CodeMirror that the studio uses, as far as it uses them. The packages with all types are in
// tests/package-lock.json; tests/editor/ makes codemirror.js of them.

export type Extension = unknown;
export interface Text { length: number; lines: number; line(n: number): Line; lineAt(pos: number): Line; toString(): string }
export interface Line { from: number; to: number; number: number; text: string }
export interface Range { from: number; to: number; head: number; empty: boolean }
export interface Diagnostic { from: number; to: number; severity: "error" | "warning"; message: string }
export interface ViewUpdate { docChanged: boolean; selectionSet: boolean; state: EditorState; transactions: readonly Transaction[] }

export class EditorState {
  static create(config: { doc: string; extensions?: Extension; selection?: { anchor: number } }): EditorState;
  static phrases: { of(phrases: Record<string, string>): Extension };
  static allowMultipleSelections: { of(is: boolean): Extension };
  doc: Text;
  selection: { main: Range };
  sliceDoc(from?: number, to?: number): string;
  update(spec: TransactionSpec): Transaction;
}
export interface TransactionSpec {
  changes?: { from: number; to?: number; insert: string };
  selection?: { anchor: number; head?: number };
  effects?: unknown;
  annotations?: unknown;
  scrollIntoView?: boolean;
}
export class Transaction { state: EditorState; static userEvent: { of(name: string): unknown } }
export class Compartment { of(extension: Extension): Extension; reconfigure(extension: Extension): unknown }
export class EditorView {
  constructor(config: { state?: EditorState; parent: Node; root: ShadowRoot });
  state: EditorState;
  dom: HTMLElement;
  contentDOM: HTMLElement;
  scrollDOM: HTMLElement;
  setState(state: EditorState): void;
  dispatch(...specs: (Transaction | TransactionSpec)[]): void;
  focus(): void;
  requestMeasure(): void;
  static updateListener: { of(listen: (update: ViewUpdate) => void): Extension };
  static contentAttributes: { of(attributes: Record<string, string>): Extension };
  static perLineTextDirection: { of(is: boolean): Extension };
  static domEventHandlers(handlers: { drop: (event: DragEvent) => boolean }): Extension;
  static lineWrapping: Extension;
  static theme(rules: Record<string, Record<string, string>>, options?: { dark?: boolean }): Extension;
  static scrollIntoView(pos: number, options?: { y?: "center" }): unknown;
}
export class HighlightStyle { static define(rules: Record<string, unknown>[]): HighlightStyle }
export class StreamLanguage { static define(parser: unknown): Extension }
export interface StringStream { sol(): boolean; eol(): boolean; next(): string | undefined; match(pattern: RegExp): unknown; skipToEnd(): void }

export const tags: Record<"heading" | "number" | "link" | "emphasis" | "strong" | "comment" | "string" | "propertyName" | "keyword" | "bool" | "atom", unknown>;
export const toml: unknown;
export const defaultKeymap: unknown[];
export const historyKeymap: unknown[];
export const searchKeymap: unknown[];
export const keymap: { of(bindings: unknown[]): Extension };
export function highlightActiveLine(): Extension;
export function highlightSpecialChars(): Extension;
export function history(): Extension;
export function lineNumbers(): Extension;
export function lintGutter(): Extension;
export function openSearchPanel(view: EditorView): boolean;
export function search(options: { top: boolean }): Extension;
export function setDiagnostics(state: EditorState, diagnostics: Diagnostic[]): TransactionSpec;
export function syntaxHighlighting(style: HighlightStyle): Extension;
