// Lighthouse's scores of the showcase, for its desktop and its mobile profile, and the audits that keep them below 100.
//
//   cargo run -- build && npm ci --prefix tests --ignore-scripts && node tests/bench/lighthouse.mjs [chromium]
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const dist = new URL("../../dist/", import.meta.url).pathname;
const types = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", png: "image/png", webmanifest: "application/manifest+json", txt: "text/plain", json: "application/json" };
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; manifest-src 'self'; require-trusted-types-for 'script'";

const server = createServer(({ url }, answer) => {
  const name = new URL(url, "http://localhost").pathname.slice(1) || "index.html";
  const type = types[name.split(".").at(-1)] ?? "application/octet-stream";
  try {
    const isText = type !== "image/png";
    const body = readFileSync(join(dist, isText ? `${name}.br` : name));
    answer.writeHead(200, { "content-type": type, "content-security-policy": policy, ...(isText && { "content-encoding": "br" }) });
    answer.end(body);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const chrome = await launch({ chromePath: process.argv[2] ?? "/usr/bin/chromium", chromeFlags });
try {
  for (const [profile, config] of [["desktop", desktopConfig], ["mobile", undefined]]) {
    const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/`, { port: chrome.port, logLevel: "error" }, config);
    const { categories, audits } = lhr;
    console.log(profile, Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`).join(", "));
    for (const category of Object.values(categories)) {
      for (const { id, weight } of category.auditRefs) {
        const { score, title, displayValue } = audits[id];
        if (weight && score !== null && score < 1) console.log(`  ${category.title}: ${title} (${id}) ${score} ${displayValue ?? ""}`);
      }
    }
  }
} finally {
  await chrome.kill();
  server.close();
}
