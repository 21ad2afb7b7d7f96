// @ts-check
// The pages of the peers: for each plan and each peer one, all with the same text, facets and search field.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folder } from "../folders.mjs";
import { load } from "./libraries.mjs";
import { PEERS } from "./peers.mjs";

/** @import { Data } from "../plans/data.mjs" */

/** Plans up to this many clauses are in the page as plain text, as a page would have them for readers without scripts. */
export const LONGEST_STATIC_TEXT = 200;

const PAGES = new URL("pages/", import.meta.url).pathname;
const NEEDS_SCRIPT = PEERS.filter(({ id }) => id !== "ours").map(({ id }) => id);

/** Joins each peer's script with its libraries, small as a site would send it. @param {string} packages */
export async function bundle(packages) {
  const out = folder("peers");
  const { build } = load(packages, "esbuild");
  await build({
    entryPoints: [...NEEDS_SCRIPT, "engines"].map((id) => join(PAGES, `${id}.js`)),
    outdir: out,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths: [packages],
    logLevel: "error",
  });
  return out;
}

/** Escapes text for HTML. @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** @param {Data} data */
function staticText({ items }) {
  const rows = items.map(({ id, zh, en, tags }) => `<li id="${id}" data-tags="${tags.map((values) => values.join()).join("|")}"><p lang="zh">${escaped(zh)}</p><p>${escaped(en)}</p></li>`);
  return `<ol>${rows.join("\n")}</ol>`;
}

/** Returns the page of a peer. @param {string} peer @param {string} plan @param {Data} data */
export function pageOf(peer, plan, data) {
  const isShort = data.items.length <= LONGEST_STATIC_TEXT;
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(data.title)}</title>`;
  if (peer.startsWith("ours")) {
    const text = isShort ? readFileSync(join(folder("plans"), plan, "plan.en.html"), "utf8") : "";
    const source = isShort ? "" : ` src="/plans/${plan}/plan.json"`;
    const element = `<clause-explorer lang="en" view="compare=zh"${source}>`;
    const more = peer === "ours-three" ? `${element}</clause-explorer>`.repeat(2) : "";
    return `${head}<link rel="stylesheet" href="/dist/clause-explorer.css"><script type="module" src="/dist/clause-explorer.js"></script></head><body>${element}${text}</clause-explorer>${more}</body></html>`;
  }
  const style = existsSync(join(folder("peers"), `${peer}.css`)) ? `<link rel="stylesheet" href="/peers/${peer}.css">` : "";
  const pagefind = `/plans/${plan}/pagefind/`;
  const isPagefind = peer === "pagefind";
  const own = isPagefind ? `<link rel="stylesheet" href="${pagefind}pagefind-ui.css"><script defer src="${pagefind}pagefind-ui.js"></script>` : style;
  const items = isShort ? "" : `<link rel="preload" as="fetch" crossorigin href="/plans/${plan}/items.json">`;
  const data_ = isPagefind ? ` data-index="${pagefind}"` : isShort ? "" : ` data-items="/plans/${plan}/items.json"`;
  return `${head}${own}${isPagefind ? "" : items}<script type="module" src="/peers/${peer}.js"></script></head><body${data_}><h1>${escaped(data.title)}</h1>
<div id="app">${isShort ? staticText(data) : ""}</div><script type="application/json" id="facets">${JSON.stringify(data.facets).replaceAll("<", "\\u003c")}</script></body></html>`;
}

/** Writes what the peers' pages of a plan load. @param {string} packages @param {string} plan @param {Data} data */
export async function writeData(packages, plan, data) {
  const out = join(folder("plans"), plan);
  writeFileSync(join(out, "items.json"), JSON.stringify(data.items));
  writeFileSync(join(out, "facets.json"), JSON.stringify(data.facets));
  const path = join(out, "pagefind");
  rmSync(path, { recursive: true, force: true });
  const pagefind = await import(pathToFileURL(join(packages, "pagefind/lib/index.js")).href);
  const { index } = await pagefind.createIndex({ forceLanguage: "zh" });
  for (const { id, zh, en, tags } of data.items) {
    const filters = Object.fromEntries(data.facets.map((facet, nth) => [facet.id, tags[nth].map((value) => facet.values[value].id)]));
    await index.addCustomRecord({ url: `#${id}`, content: `${zh} ${en}`, language: "zh", meta: { title: id }, filters });
  }
  await index.writeFiles({ outputPath: path });
  await pagefind.close();
}
