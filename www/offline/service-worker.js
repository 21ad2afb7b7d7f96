// @ts-check
// Keeps the pages of this folder for readers without a network. One cache has one build: it gets all of its files or
// none, and files of different builds are never mixed.
// It never keeps a host's page: only our own pages register it (offline.js), and it keeps nothing but files of the build.

import { build, files, lateFiles } from "./build.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

// Other folders of the same host may have an explorer too.
const ours = `clause-explorer ${worker.registration.scope} `;
const cacheName = ours + build;
const home = new URL("./", worker.location.href).pathname;

worker.addEventListener("install", (event) => event.waitUntil(isStudioKept().then(fill)));
worker.addEventListener("activate", (event) => event.waitUntil(removeOthers()));
worker.addEventListener("message", (event) => {
  if (event.data === "take over") worker.skipWaiting();
  if (event.data === "keep the studio") event.waitUntil(fill(true).catch(() => {})); // the next visit tries again
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin || !url.pathname.startsWith(home)) return;
  const path = url.pathname.slice(home.length);
  const name = nameOf(path.replace(/\/$/, ""));
  if (!name) return;
  // In a folder of their own, pages would not find their files.
  if (path.endsWith("/")) event.respondWith(Response.redirect(home + name + url.search));
  else event.respondWith(answer(event, name));
});

/**
 * Returns the file behind an address; many hosts leave out the end of a page's name.
 * The query of a page's address is a view; the page is the same.
 * @param {string} path
 */
function nameOf(path) {
  return [path || "index.html", `${path}.html`].find((name) => Object.hasOwn(files, name) || Object.hasOwn(lateFiles, name));
}

/**
 * Fills the cache with all files of this build, or leaves no cache. With the studio, it also has the files of lateFiles.
 * @param {boolean} withStudio
 */
async function fill(withStudio) {
  const wanted = Object.entries(withStudio ? { ...files, ...lateFiles } : files);
  const fetched = await Promise.all(wanted.map(fetchWhole));
  try {
    const cache = await caches.open(cacheName);
    for (const file of fetched) if (file) await cache.put(file.name, file.answer);
  } catch (error) {
    await caches.delete(cacheName); // the host's quota is used up
    throw error;
  }
}

/** Reports whether the cache of this or an earlier build has the studio. */
async function isStudioKept() {
  for (const name of await caches.keys()) if (name.startsWith(ours) && (await caches.match("studio.js", { cacheName: name }))) return true;
  return false;
}

/**
 * Returns a file of this build, or nothing if the server does not have the file.
 * @param {[string, string]} file - its name and hash
 */
async function fetchWhole([name, hash]) {
  const answer = await fetch(name, { cache: "no-cache" });
  if (answer.status === 404) return;
  if (!answer.ok) throw new Error(`expected ${name}, found status ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const isOurs = hash ? (await sha256(bytes)) === hash : new TextDecoder().decode(bytes).includes(build);
  if (!isOurs) {
    // Hosts may add to the texts of the plan, too. Without them, the pages work.
    if (hash && name.endsWith(".html")) return;
    throw new Error(`expected ${name} of build ${build}, found another`);
  }
  // A new answer, because browsers refuse a redirected one for a page. A cache refuses `Vary: *`.
  const headers = new Headers(answer.headers);
  for (const transport of ["content-encoding", "content-length", "vary"]) headers.delete(transport);
  return { name, answer: new Response(bytes, { headers }) };
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
 * @param {FetchEvent} event
 * @param {string} name
 */
async function answer(event, name) {
  const { request } = event;
  const { waiting } = worker.registration;
  const isPage = request.mode === "navigate";
  // A new build takes over on a page load, if the page that loads is the only one open.
  if (waiting && isPage && (await worker.clients.matchAll()).length < 2) {
    waiting.postMessage("take over");
    return new Response("", { headers: { refresh: "0" } });
  }
  const kept = await caches.match(name, { cacheName });
  if (kept) return kept;
  // Browsers and readers may delete caches. The next page load with a network fills this one again.
  if (isPage) event.waitUntil(isStudioKept().then(fill).catch(() => {}));
  return fetch(request);
}
