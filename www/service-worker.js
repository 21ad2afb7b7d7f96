// Keeps the pages of this folder for readers without a network. One cache is one build: it is filled whole or not at
// all, and what is in it is never mixed with files of another build.
// Absent on purpose: pages of hosts. Only our own pages register this (offline.js), and nothing but the files of the
// build is ever kept.

const BUILD = "__BUILD__"; // stands in each page too
const FILES = "__FILES__"; // names, each with its SHA-256; a page has none, since hosts may add to it on its way

// Another folder of the same host may have an explorer of its own.
const OURS = `clause-explorer ${registration.scope} `;
const CACHE = OURS + BUILD;
const home = new URL("./", location).pathname;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(removeOthers()));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(home)) return;
  const name = url.pathname.slice(home.length) || "index.html";
  // What is behind a page's “?” is a view, and the page is the same.
  if (Object.hasOwn(FILES, name)) event.respondWith(answer(request, name));
});

async function fill() {
  const files = await Promise.all(Object.entries(FILES).map(fetchWhole));
  const cache = await caches.open(CACHE);
  await Promise.all(files.filter(Boolean).map(([name, file]) => cache.put(name, file)));
}

/** A file of this very build; nothing, if whoever serves the folder left it out. */
async function fetchWhole([name, hash]) {
  const file = await fetch(name, { cache: "no-cache" });
  if (file.status === 404) return;
  if (!file.ok) throw new Error(`expected ${name}, found status ${file.status}`);
  const bytes = await file.clone().arrayBuffer();
  const isOurs = hash ? (await sha256(bytes)) === hash : new TextDecoder().decode(bytes).includes(BUILD);
  if (!isOurs) throw new Error(`expected ${name} of build ${BUILD}, found another`);
  return [name, file];
}

async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function removeOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(request, name) {
  const { waiting } = registration;
  // A new build takes over between two pages, when the page that is being left is the only one there was.
  if (waiting && request.mode === "navigate" && (await clients.matchAll()).length < 2) {
    waiting.postMessage("take over");
    return new Response("", { headers: { refresh: "0" } });
  }
  const cache = await caches.open(CACHE);
  return (await cache.match(name)) ?? fetch(request);
}
