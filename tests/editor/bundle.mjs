// Makes a module of each library of the studio, so that a build needs no bundler and no Node.js, and the list of their licences:
//
//     node bundle.mjs FOLDER
//
// The packages are those of tests/package-lock.json. `SNAPSHOTS=overwrite cargo test --test editor` runs it.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const [, , folder] = process.argv;
const inputs = [];
for (const name of ["codemirror", "smol-toml"]) {
  const { metafile, outputFiles } = await build({
    entryPoints: [`${name}.mjs`],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    metafile: true,
    write: false,
  });
  await writeFile(join(folder, `${name}.js`), outputFiles[0].text);
  inputs.push(...Object.keys(metafile.inputs));
}
await writeFile(join(folder, "licences.txt"), await licences(inputs));

/**
 * Returns the name, licence and licence text of each package with a file in the bundle.
 * @param {string[]} inputs - paths of files
 */
async function licences(inputs) {
  const packages = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []));
  const lines = [];
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const path of [...packages].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
    lines.push(`${name} ${version}: ${license}`);
    const file = (await readdir(path)).find((name) => /^licen[cs]e/i.test(name));
    if (!file) throw new Error(`expected a licence in ${path}, found none`);
    const text = (await readFile(join(path, file), "utf8")).replaceAll("\r\n", "\n").trim();
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  }
  const rule = "-".repeat(80);
  const parts = [...texts].map(([text, names]) => `\n${rule}\n${names.join(", ")}\n\n${text}\n`);
  return `The studio (codemirror.js and smol-toml.js) contains these libraries.\n\n${lines.join("\n")}\n${parts.join("")}`;
}
