// @ts-check
// The address of the page around the element.

/** Returns the page's address without its fragment. */
export const withoutFragment = () => location.href.split("#")[0];

/** Returns whether the fragment is a route of the page's own router. It is not replaced by a view or a clause. */
export const isRoute = () => /^#!?\//.test(location.hash);

/**
 * Returns the beginning of links to clauses: empty, unless a bare fragment would lead away from the page, because of a
 * <base>, of a route in the address, or because the frame has the base address of the page around it.
 * @param {Element} element
 * @param {string} folder - of embed.html; empty without one
 */
export const pageAddress = (element, folder) => {
  if (isRoute() && folder) return `${folder}embed.html`;
  return element.baseURI.split("#")[0] === withoutFragment() ? "" : withoutFragment();
};

/**
 * Returns the clause that a view opens; expects the view in the widget's own form.
 * @param {string} view
 */
export const openedIn = (view) => /(?:^|&)clause=(\w+)$/.exec(view)?.[1];
