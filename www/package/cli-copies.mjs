// @ts-check
// Compresses files on all cores. The caller cannot wait for a promise, so it sleeps until the workers are done.

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { MessageChannel, Worker, isMainThread, receiveMessageOnPort, workerData } from "node:worker_threads";
import { copies, initSync } from "./cli.js";

/** The counters that the threads share: the next file, and the workers that have ended. */
const NEXT = 0;
const ENDED = 1;

/**
 * Returns the two copies of each file, one after the other.
 * @param {WebAssembly.Module} wasm
 * @param {Uint8Array[]} files
 * @returns {Uint8Array[]}
 */
export const compress = (wasm, files) => {
  const count = Math.min(availableParallelism(), files.length);
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const ports = Array.from({ length: count }, () => {
    const { port1, port2 } = new MessageChannel();
    const data = { wasm, files, counters, port: port2 };
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: data, transferList: [port2] });
    worker.unref();
    return port1;
  });
  for (let ended = 0; ended < count; ended = Atomics.load(counters, ENDED)) Atomics.wait(counters, ENDED, ended);
  /** @type {Uint8Array[]} */
  const all = [];
  for (const port of ports) {
    for (let message = receiveMessageOnPort(port); message; message = receiveMessageOnPort(port)) {
      const { nth, both, failed } = message.message;
      if (failed) throw failed;
      [all[2 * nth], all[2 * nth + 1]] = both;
    }
    port.close();
  }
  return all;
};

/** Compresses files until none is left. */
const work = () => {
  const { wasm, files, counters, port } = workerData;
  try {
    initSync({ module: wasm });
    for (let nth = Atomics.add(counters, NEXT, 1); nth < files.length; nth = Atomics.add(counters, NEXT, 1)) {
      port.postMessage({ nth, both: copies(files[nth]) });
    }
  } catch (error) {
    port.postMessage({ failed: String(error) });
  }
  Atomics.add(counters, ENDED, 1);
  Atomics.notify(counters, ENDED);
};

if (!isMainThread) work();
