// @ts-check
// The data of a page: from the text in the page itself, or from a file where the plan is too long for that.

/** @import { Facet, Item } from "./filter.js" */

/** How many rows a page shows at once. */
export const ROWS = 100;

/** The place of the explorer in the page. */
export const app = /** @type {HTMLElement} */ (document.getElementById("app"));

/** @type {Facet[]} */
export const facets = JSON.parse(document.getElementById("facets")?.textContent ?? "[]");

/** Reads the items, and removes their static text. @returns {Promise<Item[]>} */
export async function loadItems() {
  const file = document.body.dataset.items;
  if (file) return (await fetch(file)).json();
  const rows = app.querySelectorAll("li");
  const items = Array.from(rows, (row) => ({
    id: row.id,
    zh: row.children[0].textContent ?? "",
    en: row.children[1].textContent ?? "",
    tags: (row.dataset.tags ?? "").split("|").map((values) => values.split(",").filter(Boolean).map(Number)),
  }));
  app.replaceChildren();
  return items;
}
