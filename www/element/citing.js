// @ts-check
// The parts of a citation that only the page knows.

import { folder } from "./wasm-beside.js";

/**
 * Returns a page's address without the view of this visit, for citations.
 * @param {string} address - without its fragment
 * @param {import("./element.js").ClauseExplorer} element
 * @param {import("./glue.js").Plan} plan
 */
export function bareAddress(address, { src, sync }, plan) {
  const [page, query = ""] = address.split("?");
  // All of the iframe page's query is a view, but a plan of `src` is not at the bare address.
  const isOurs = [`${folder()}embed.html`, `${folder()}embed`].includes(page);
  const rest = isOurs ? src && `src=${encodeURIComponent(src)}` : sync === "query" ? plan.split(query)[1] : query;
  return page + (rest && `?${rest}`);
}

/** Returns the present day in the reader's time zone, such as 2026-11-25. */
export function today() {
  const now = new Date();
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
  return now.toISOString().slice(0, 10);
}
