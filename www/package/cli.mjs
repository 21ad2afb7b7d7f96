#!/usr/bin/env node
// @ts-check
// The command line for Node.js: `npx clause-explorer`. The commands are those of the native program, compiled to wasm; here are
// the parts of the machine that they use.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compress } from "./cli-copies.mjs";
import { files } from "./cli-files.mjs";
import { serve } from "./cli-serve.mjs";
import { initSync, run } from "./cli.js";

const OLDEST = 20;

/** @param {string} name */
const part = (name) => new Uint8Array(readFileSync(fileURLToPath(new URL(name, import.meta.url))));

const main = async () => {
  if (Number.parseInt(process.versions.node) < OLDEST) {
    files.report(`error: expected Node.js ${OLDEST} or later, found ${process.versions.node}; get it from https://nodejs.org\n`);
    return 3;
  }
  const wasm = new WebAssembly.Module(part("cli_bg.wasm"));
  initSync({ module: wasm });
  /** @type {{ content: string, port: number | undefined } | undefined} */
  let served;
  const machine = {
    ...files,
    part,
    /** @param {Uint8Array[]} contents */
    compress: (contents) => compress(wasm, contents),
    /** @param {string} content @param {number | undefined} port */
    serve: (content, port) => {
      served = { content, port };
    },
  };
  const status = run(process.argv.slice(2), machine);
  return served ? serve(machine, served.content, served.port) : status;
};

process.exitCode = await main();
