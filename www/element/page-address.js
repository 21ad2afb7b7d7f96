// @ts-check
// The address of the page around the element.

/** Returns the page's address without its fragment. */
export const withoutFragment = () => location.href.split("#")[0];

/** Returns whether the fragment is a route of the page's own router. It is not replaced by a view or a clause. */
export const isRoute = () => /^#!?\//.test(location.hash);

/** Returns whether others can open this page by its address. A frame that was made from a text has none. */
export const hasAddress = () => !/^(about|blob|data):/.test(location.href);

/**
 * Returns the clause that a view opens; expects the view in the widget's own form.
 * @param {string} view
 */
export const openedIn = (view) => /(?:^|&)clause=(\w+)$/.exec(view)?.[1];
