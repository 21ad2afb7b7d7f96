// @ts-check
// The address of the page around the element.

/** Returns the page's address without its fragment. */
export const withoutFragment = () => location.href.split("#")[0];

/** Returns the beginning of links to clauses: empty, unless a <base> would lead a bare fragment away from the page. */
export const pageAddress = () => (document.querySelector("base[href]") ? withoutFragment() : "");

/**
 * Returns the clause that a view opens; expects the view in the widget's own form.
 * @param {string} view
 */
export const openedIn = (view) => /(?:^|&)clause=(\w+)$/.exec(view)?.[1];
