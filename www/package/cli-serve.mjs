// @ts-check
// `serve`: serves the explorer on this machine from memory, and makes it again after every edit of its content.

import { createServer } from "node:http";
import { follow } from "./cli-watch.mjs";
import { Served } from "./cli.js";

const FIRST_PORT = 8080;
const PORTS_TRIED = 100;
/** The policy that the README recommends, with the manifest of the showcase. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; manifest-src 'self'";
/** The pages that follow the edits. */
const PAGES = ["index.html", "embed.html", "guide.html"];
/** Files that only a served site has, with the names of their sources in the engine. */
const OWN = new Map([
  ["__serve/reload.js", "site/reload.js"],
  ["__serve/problems.js", "site/problems.js"],
  ["__serve/problems.css", "site/problems.css"],
  ["offline.js", "offline/not-offline.js"],
]);
const TYPES = new Map([
  ["html", "text/html; charset=utf-8"],
  ["js", "text/javascript"],
  ["mjs", "text/javascript"],
  ["css", "text/css"],
  ["json", "application/json"],
  ["webmanifest", "application/manifest+json"],
  ["wasm", "application/wasm"],
  ["svg", "image/svg+xml"],
  ["png", "image/png"],
  ["csv", "text/csv"],
  ["txt", "text/plain; charset=utf-8"],
]);

/**
 * Serves a content folder until the process is stopped. Returns the exit status if it cannot.
 * @param {import("./cli.js").Machine} machine
 * @param {string} content
 * @param {number | undefined} port
 */
export const serve = async (machine, content, port) => {
  const server = createServer();
  // Before the build, because wrong usage is reported at once.
  const refused = await listen(server, port);
  if (refused) {
    machine.report(`error: ${refused}\n`);
    return 2;
  }
  const live = new Live(machine, content);
  // Before the build, so that an edit during the build is noticed.
  follow(
    content,
    () => live.build(),
    (reason) => live.warn(reason),
  );
  const status = live.build();
  // The page shows errors in the content.
  if (status > 1) process.exit(status);
  server.on("request", (request, response) => live.answer(request, response));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  machine.print(`serving http://${address.address}:${address.port} (Ctrl+C stops it)\n`);
  return 0;
};

/** The site that is served, and the problems beside it. */
class Live {
  #machine;
  #served;
  /** As `Shown` in src/cli/serve/live.rs. */
  #shown = { number: 0, build: 0, problems: [] };
  /** Browsers that wait for a change. @type {Set<() => void>} */
  #waiting = new Set();

  /** @param {import("./cli.js").Machine} machine @param {string} content */
  constructor(machine, content) {
    this.#machine = machine;
    this.#served = new Served(content, machine);
  }

  /** Makes the site, unless no file has changed. Returns the exit status of the build. */
  build() {
    const result = this.#served.build(this.#machine);
    if (result === undefined) return 0;
    const { status, problems } = JSON.parse(result);
    const { number, build } = this.#shown;
    this.#shown = { number: number + 1, build: status === 0 ? build + 1 : build, problems };
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const answer of waiting) answer();
    return status;
  }

  /** @param {string} reason */
  warn(reason) {
    this.#machine.report(`warning: edits will not be noticed, because the files cannot be watched: ${reason}\n`);
  }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  answer(request, response) {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const name = decoded(pathname.slice(1)) || PAGES[0];
    if (name === "__serve/shown") return this.#answerShown(searchParams.get("after"), response);
    const own = OWN.get(name);
    const page = PAGES.includes(name) ? this.#page(name) : undefined;
    const body = page ?? (own ? this.#served.source(own) : this.#served.file(name));
    const ending = name.slice(name.lastIndexOf(".") + 1);
    send(response, body === undefined ? 404 : 200, TYPES.get(ending) ?? "application/octet-stream", body ?? "");
  }

  /** Returns a page with the script that follows the edits. @param {string} name */
  #page(name) {
    const page = this.#served.file(name);
    const html = page ? Buffer.from(page).toString() : this.#served.source("site/not-built.html");
    return `${html}<script type="module" src="/__serve/reload.js?build=${this.#shown.build}"></script>\n`;
  }

  /**
   * Answers with the present state; for a browser that knows it, when it changes.
   * @param {string | null} after
   * @param {import("node:http").ServerResponse} response
   */
  #answerShown(after, response) {
    const answer = () => send(response, 200, "application/json", JSON.stringify(this.#shown));
    if (after === null || this.#shown.number > Number(after)) return answer();
    this.#waiting.add(answer);
    response.on("close", () => this.#waiting.delete(answer));
  }
}

/** @param {string} path */
const decoded = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} type
 * @param {string | Uint8Array} body
 */
const send = (response, status, type, body) => {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    // For pages of other origins, and for a sandboxed iframe, which has no origin.
    "access-control-allow-origin": "*",
    "cache-control": "no-store",
  });
  response.end(body);
};

/**
 * Opens the named port, else the first free one from 8080. Returns the reason if it cannot be opened.
 * @param {import("node:http").Server} server
 * @param {number | undefined} named
 */
const listen = async (server, named) => {
  const last = named ?? FIRST_PORT + PORTS_TRIED;
  for (let port = named ?? FIRST_PORT; ; port += 1) {
    const error = await opened(server, port);
    if (!error) return undefined;
    const isTaken = error.code === "EADDRINUSE";
    if (isTaken && port < last) continue;
    const found = isTaken ? "that another program uses it" : error.message;
    return `expected port ${port} to be free, found ${found}; name another port, or omit --port for the next free one`;
  }
};

/** @param {import("node:http").Server} server @param {number} port @returns {Promise<NodeJS.ErrnoException | undefined>} */
const opened = (server, port) =>
  new Promise((resolve) => {
    const done = (/** @type {NodeJS.ErrnoException | undefined} */ error) => {
      server.removeAllListeners("error");
      server.removeAllListeners("listening");
      resolve(error);
    };
    server.once("error", done);
    server.once("listening", () => done(undefined));
    server.listen(port, "127.0.0.1");
  });
