// @ts-check
// The addresses that a widget shows, copies and cites.

import { hasAddress, isRoute, openedIn, withoutFragment } from "./page-address.js";
import { folder } from "./wasm-beside.js";

/** @import { ClauseExplorer } from "./element.js" */
/** @import { Address } from "./address-sync.js" */

/**
 * Returns the folder from which others can embed the element's plan; empty if they can't, as with a plan of `src`.
 * @param {ClauseExplorer} element
 */
export const folderOf = (element) => (element.src ? "" : folder());

/**
 * Returns the address of the page that the reader is on, without its fragment. In an iframe it is that of the page around, if
 * embed.js has passed it to embed-page.js; a frame that has no address is replaced by the page with nothing but the explorer.
 * @param {ClauseExplorer} element
 */
export function pageOf(element) {
  const own = folderOf(element);
  return element.dataset.page ?? (hasAddress() || !own ? withoutFragment() : `${own}embed.html`);
}

/**
 * Returns the beginning of links to clauses: empty, unless a bare fragment would lead to another page or replace a route.
 * @param {ClauseExplorer} element
 */
export function linksOf(element) {
  const page = isRoute() && folderOf(element) ? `${folderOf(element)}embed.html` : pageOf(element);
  return element.baseURI.split("#")[0] === page ? "" : page;
}

/**
 * Returns the address of the page that the reader is on, with the view in it, or else with the opened clause; empty if others
 * can't open it, or if it is an unknown page around an iframe.
 * @param {ClauseExplorer} element
 * @param {Address | undefined} address - the one that follows the view
 * @param {string} view
 * @param {string} seen - the view with the languages in use
 */
export function shareable(element, address, view, seen) {
  const { page } = element.dataset;
  if (!page && folderOf(element) && (!hasAddress() || parent !== window && !address)) return "";
  if (address && !isRoute()) return address.of(seen).href;
  if (isRoute()) return location.href;
  const clause = openedIn(view);
  return pageOf(element) + (clause ? `#${clause}` : "");
}
