// The part of cli.js that the scripts use: src/node/.

/** The parts of the machine that the commands use. Errors are strings. */
export interface Machine {
  size(path: string): number | undefined;
  isFolder(path: string): boolean;
  isEmpty(folder: string): boolean;
  /** Relative to the folder, with `/` as separator. */
  filesBelow(folder: string): string[];
  read(file: string, limit: number): Uint8Array;
  write(file: string, bytes: Uint8Array): void;
  remove(file: string): void;
  makeFolder(folder: string): void;
  /** Prints a text to the standard output. */
  print(text: string): void;
  /** Prints a text to the standard error. */
  report(text: string): void;
  /** Milliseconds since the beginning of 1970. */
  now(): bigint;
  /** Returns the two copies of each file, one after the other. */
  compress(files: Uint8Array[]): Uint8Array[];
  /** Returns a file of the package. */
  part(name: string): Uint8Array;
  serve(content: string, port: number | undefined): void;
}

export function initSync(options: { module: WebAssembly.Module }): unknown;

/** Runs the command that the arguments name, and returns the exit status. */
export function run(args: string[], machine: Machine): number;

/** Returns the compressed copies of a file: brotli and gzip. */
export function copies(bytes: Uint8Array): Uint8Array[];

/** A site that is served from memory, and follows the edits of its content. */
export class Served {
  constructor(content: string, machine: Machine);
  /** Returns `{ status, problems }` as JSON; `undefined` if no file has changed. */
  build(machine: Machine): string | undefined;
  file(name: string): Uint8Array | undefined;
  /** Returns a text of `www/`. */
  source(path: string): string | undefined;
}
