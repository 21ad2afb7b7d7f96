// The types of compiler.js, which wasm-bindgen makes of the Rust package clause-explorer-compiler.

/** Loads and starts the wasm, which is beside the module. */
export default function start(): Promise<unknown>;

export interface Problem { severity: "error" | "warning"; file: string; line?: number; column?: number; message: string; hint?: string }
export interface Note { file?: string; line: number; message: string }

export class Project {
  constructor(files: Map<string, Uint8Array>);
  static import(name: string, bytes: Uint8Array, lang?: string): { project: Project; notes: Note[] };
  static unzip(bytes: Uint8Array): Project;
  paths(): string[];
  text(path: string): string | undefined;
  bytes(path: string): Uint8Array<ArrayBuffer> | undefined;
  put(path: string, text: string): void;
  putBytes(path: string, bytes: Uint8Array): void;
  remove(path: string): void;
  check(): Problem[];
  plan(): string | undefined;
  csv(): string | undefined;
  site(engine: Uint8Array): Map<string, Uint8Array<ArrayBuffer>>;
  oneFile(engine: Uint8Array): Uint8Array<ArrayBuffer>;
  zip(): Uint8Array<ArrayBuffer>;
  free(): void;
}
