// @ts-check
// Keeps the pages of this folder for readers without a network. One cache has one build: it gets all of its files or
// none, and files of different builds are never mixed.
// It never keeps a host's page: only our own pages register it (offline.js), and it keeps nothing but files of the build.

import { build, files } from "./build.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

// Other folders of the same host may have an explorer too.
const ours = `clause-explorer ${worker.registration.scope} `;
const cacheName = ours + build;
const home = new URL("./", worker.location.href).pathname;

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(removeOthers()));
worker.addEventListener("message", ({ data }) => data === "take over" && worker.skipWaiting());
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin || !url.pathname.startsWith(home)) return;
  const name = url.pathname.slice(home.length) || "index.html";
  // The query of a page's address is a view; the page is the same.
  if (Object.hasOwn(files, name)) event.respondWith(answer(request, name));
});

async function fill() {
  const fetched = await Promise.all(Object.entries(files).map(fetchWhole));
  const cache = await caches.open(cacheName);
  await Promise.all(fetched.map((file) => file && cache.put(file.name, file.answer)));
}

/**
 * Returns a file of this build, or nothing if the server does not have the file.
 * @param {[string, string]} file - its name and hash
 */
async function fetchWhole([name, hash]) {
  const answer = await fetch(name, { cache: "no-cache" });
  if (answer.status === 404) return;
  if (!answer.ok) throw new Error(`expected ${name}, found status ${answer.status}`);
  const bytes = await answer.clone().arrayBuffer();
  const isOurs = hash ? (await sha256(bytes)) === hash : new TextDecoder().decode(bytes).includes(build);
  if (!isOurs) throw new Error(`expected ${name} of build ${build}, found another`);
  return { name, answer };
}

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function removeOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== cacheName).map((name) => caches.delete(name)));
}

/**
 * @param {Request} request
 * @param {string} name
 */
async function answer(request, name) {
  const { waiting } = worker.registration;
  // A new build takes over on a page load, if the page that loads is the only one open.
  if (waiting && request.mode === "navigate" && (await worker.clients.matchAll()).length < 2) {
    waiting.postMessage("take over");
    return new Response("", { headers: { refresh: "0" } });
  }
  const cache = await caches.open(cacheName);
  return (await cache.match(name)) ?? fetch(request);
}
