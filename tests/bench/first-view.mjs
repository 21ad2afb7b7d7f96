// Measures when embed.html can be read and used, with and without its fallback text, on a slow connection and machine:
// 1.6 Mbit/s, 150 ms, CPU ÷ 4, an empty cache. Medians of nine loads each, in Chromium.
//
//   cargo run -- build && node tests/bench/first-view.mjs [chromium]
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const LOADS = 9;
const dist = new URL("../../dist/", import.meta.url).pathname;
const types = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml" };

const server = createServer(({ url }, answer) => {
  const { pathname } = new URL(url, "http://localhost");
  const name = pathname.slice(1).replace("embed-empty", "embed");
  try {
    const isEmpty = name !== pathname.slice(1);
    let body = readFileSync(join(dist, isEmpty ? name : `${name}.br`));
    if (isEmpty) body = `${body}`.replace(/(<clause-explorer>)[^]*(<\/clause-explorer>)/, "$1$2").replace(/<script type="application\/ld[^]*?<\/script>/, "");
    answer.writeHead(200, { "content-type": types[name.split(".").at(-1)], ...(!isEmpty && { "content-encoding": "br" }) });
    answer.end(body);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const origin = `http://127.0.0.1:${server.address().port}`;

const profile = mkdtempSync(join(tmpdir(), "first-view-"));
const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", `--user-data-dir=${profile}`];
const browser = spawn(process.argv[2] ?? "chromium", flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const [, , , toBrowser, fromBrowser] = browser.stdio;
const waiting = new Map();
let calls = 0;
let rest = "";
fromBrowser.on("data", (data) => {
  const messages = (rest + data).split("\0");
  rest = messages.pop();
  for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
    if (error) waiting.get(id)?.reject(new Error(error.message));
    else waiting.get(id)?.resolve(result);
  }
});
function call(method, params = {}, sessionId) {
  toBrowser.write(`${JSON.stringify({ id: ++calls, method, params, sessionId })}\0`);
  return new Promise((resolve, reject) => waiting.set(calls, { resolve, reject }));
}

/** In the page: the times from the beginning of the navigation, and the sum of the layout's shifts. */
const measure = `(async () => {
  await document.querySelector("clause-explorer").ready;
  const usable = performance.now();
  await new Promise((done) => setTimeout(done, 500));
  const entries = (type) => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries())).observe({ type, buffered: true });
    setTimeout(done, 300, []);
  });
  const shifts = await entries("layout-shift");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return { paint: paint?.startTime, usable, shift: shifts.reduce((sum, { value }) => sum + value, 0) };
})()`;

async function load(page) {
  const { browserContextId } = await call("Target.createBrowserContext");
  const { targetId } = await call("Target.createTarget", { url: "about:blank", browserContextId, width: 1200, height: 800 });
  const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
  const inPage = (method, params) => call(method, params, sessionId);
  await inPage("Network.enable");
  await inPage("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 });
  await inPage("Emulation.setCPUThrottlingRate", { rate: 4 });
  await inPage("Page.enable");
  await inPage("Page.navigate", { url: `${origin}/${page}` });
  for (;;) {
    const state = await inPage("Runtime.evaluate", { expression: "Boolean(location.href !== 'about:blank' && document.querySelector('clause-explorer')?.ready)", returnByValue: true });
    if (state.result.value) break;
    await new Promise((later) => setTimeout(later, 20));
  }
  const { result } = await inPage("Runtime.evaluate", { expression: measure, awaitPromise: true, returnByValue: true });
  await call("Target.disposeBrowserContext", { browserContextId });
  return result.value;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
try {
  for (const [name, page] of [["with the text", "embed.html"], ["without it", "embed-empty.html"]]) {
    const loads = [];
    for (let nth = 0; nth < LOADS; nth++) loads.push(await load(page));
    const of = (what) => median(loads.map((load) => load[what]));
    console.log(`${name}: first contentful paint ${Math.round(of("paint"))} ms, usable ${Math.round(of("usable"))} ms, layout shift ${of("shift").toFixed(4)}`);
  }
} finally {
  const ended = new Promise((end) => browser.on("exit", end));
  browser.kill();
  await ended;
  server.close();
  server.closeAllConnections();
  rmSync(profile, { recursive: true, force: true });
}
