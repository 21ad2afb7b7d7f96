// @ts-check
// A local server of files in brotli, as a site would send them.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** @import { AddressInfo } from "node:net" */

/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".png": "image/png", ".webmanifest": "application/manifest+json", ".txt": "text/plain" };

/** Above this size, in bytes, the best compression takes minutes. */
const LARGE = 2 ** 21;

/** Returns a file in brotli: its twin where there is one, else compressed here once. */
class Compressed {
  /** @type {Map<string, Buffer>} */
  bytes = new Map();

  /** @param {string} path */
  read(path) {
    const known = this.bytes.get(path);
    if (known) return known;
    const compressed = existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : this.compress(readFileSync(path));
    this.bytes.set(path, compressed);
    return compressed;
  }

  /** @param {Buffer} bytes */
  compress(bytes) {
    const quality = bytes.length > LARGE ? 5 : 11;
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 22 } });
  }
}

/**
 * Serves folders at the first parts of an address. Pages are isolated from other origins, because only then is a
 * browser's clock exact to 5 µs.
 *
 * @param {Record<string, string>} folders
 * @param {(name: string) => string | undefined} [made] - returns the body of pages that are in no folder
 */
export async function serve(folders, made = () => undefined) {
  const compressed = new Compressed();
  /** Each answer: its bytes without headers, and when it was asked for. @type {{ path: string, bytes: number, at: number }[]} */
  const requests = [];
  const server = createServer(({ url = "/" }, answer) => {
    const { pathname } = new URL(url, "http://localhost");
    const [, first, ...rest] = normalize(decodeURIComponent(pathname)).split("/");
    const page = made(pathname.slice(1));
    const path = folders[first] && join(folders[first], ...rest);
    if (page === undefined && !(path && existsSync(path))) {
      answer.writeHead(404).end();
      return;
    }
    const body = page === undefined ? compressed.read(path) : compressed.compress(Buffer.from(page));
    requests.push({ path: pathname, bytes: body.length, at: Date.now() });
    answer.writeHead(200, {
      "content-type": TYPES[extname(pathname)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "max-age=600",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    answer.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
