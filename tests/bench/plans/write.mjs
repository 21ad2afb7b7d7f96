// @ts-check
// Writes a generated content folder.
//
//   node tests/bench/plans/write.mjs CLAUSES FOLDER [SEED]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { contentFiles } from "./content.mjs";

/** Writes a content folder with a number of clauses. @param {number} clauses @param {string} folder @param {number} [seed] */
export function writeContent(clauses, folder, seed) {
  const words = (/** @type {string} */ language) => readFileSync(new URL(`../../../content/interface/${language}.toml`, import.meta.url), "utf8");
  for (const [name, text] of contentFiles({ clauses, seed, interfaces: { zh: words("zh"), en: words("en") } })) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , clauses, folder, seed] = process.argv;
  if (!folder) {
    console.error("usage: node tests/bench/plans/write.mjs CLAUSES FOLDER [SEED]");
    process.exit(2);
  }
  writeContent(Number(clauses), folder, seed === undefined ? undefined : Number(seed));
}
