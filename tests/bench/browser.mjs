// @ts-check
// Chromium, driven by the DevTools protocol over a pipe.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @import { Readable, Writable } from "node:stream" */

const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-extensions", "--remote-debugging-pipe"];

/** A network's speed, in bytes a second, and its latency in milliseconds; and by how much the processor is slowed down. */
export const SLOW = { bytesPerSecond: 200_000, latency: 150, slowdown: 4 };

/** @typedef {typeof SLOW} Throttling */

export class Browser {
  calls = 0;
  rest = "";
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  waiting = new Map();

  /** @param {string} program */
  constructor(program) {
    this.profile = mkdtempSync(join(tmpdir(), "bench-"));
    this.process = spawn(program, [...FLAGS, `--user-data-dir=${this.profile}`], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.ended = new Promise((end) => {
      this.process.on("exit", end);
      this.process.on("error", (error) => {
        for (const { reject } of this.waiting.values()) reject(error);
        end(undefined);
      });
    });
    this.input = /** @type {Writable} */ (this.process.stdio[3]);
    this.input.on("error", () => {}); // the end of the process rejects every call
    const output = /** @type {Readable} */ (this.process.stdio[4]);
    output.setEncoding("utf8").on("data", (data) => this.receive(data));
  }

  /** @param {string} data */
  receive(data) {
    const messages = (this.rest + data).split("\0");
    this.rest = messages.pop() ?? "";
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const call = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) call?.reject(new Error(error.message));
      else call?.resolve(result);
    }
  }

  /** @param {string} method @param {object} [params] @param {string} [sessionId] @returns {Promise<any>} */
  call(method, params = {}, sessionId) {
    const id = ++this.calls;
    this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  /**
   * Opens a window with an empty cache.
   *
   * @param {{ throttling?: Throttling, script?: string }} [options] - `script`: runs in each page before its own scripts
   */
  async open({ throttling, script } = {}) {
    const { browserContextId } = await this.call("Target.createBrowserContext");
    const { targetId } = await this.call("Target.createTarget", { url: "about:blank", browserContextId, width: 1200, height: 800 });
    const { sessionId } = await this.call("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, browserContextId, sessionId);
    await page.call("Page.enable");
    await page.call("Performance.enable");
    if (throttling) {
      const { bytesPerSecond, latency, slowdown } = throttling;
      await page.call("Network.enable");
      await page.call("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
      await page.call("Emulation.setCPUThrottlingRate", { rate: slowdown });
    }
    if (script) await page.call("Page.addScriptToEvaluateOnNewDocument", { source: script });
    return page;
  }

  async close() {
    await Promise.race([this.call("Browser.close"), this.ended]);
    await this.ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** A window of the browser. */
export class Page {
  /** @param {Browser} browser @param {string} context @param {string} session */
  constructor(browser, context, session) {
    this.browser = browser;
    this.context = context;
    this.session = session;
  }

  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  call(method, params) {
    return this.browser.call(method, params, this.session);
  }

  /** @param {string} url */
  navigate(url) {
    return this.call("Page.navigate", { url });
  }

  /** Returns the value of an expression, or of its promise. @param {string} expression @returns {Promise<any>} */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Returns the seconds that scripts have run. */
  async scripted() {
    const { metrics } = await this.call("Performance.getMetrics");
    return metrics.find((/** @type {{ name: string }} */ { name }) => name === "ScriptDuration").value;
  }

  close() {
    return this.browser.call("Target.disposeBrowserContext", { browserContextId: this.context });
  }
}
