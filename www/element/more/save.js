// @ts-check

import { newElement } from "./native.js";
import { tableOf } from "./table-of.js";
import { OFFICE_TYPES, workbook } from "./xlsx.js";

/**
 * Saves a file with this name.
 * @param {string} name
 * @param {BlobPart[]} parts
 * @param {string} type - its MIME type
 */
export function save(name, parts, type) {
  const href = URL.createObjectURL(new Blob(parts, { type }));
  newElement("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/**
 * Saves the table of a button as a workbook.
 * @param {HTMLElement} button
 * @param {import("./types.js").Plan} plan
 */
export async function saveWorkbook(button, { title: titles }) {
  const { name, rows, tags } = tableOf(button);
  const title = titles[tags[0] ?? ""] ?? Object.values(titles)[0] ?? "";
  save(name, workbook(title, rows, new Date()), `${OFFICE_TYPES}.spreadsheetml.sheet`);
  return true;
}
