// @ts-check
// Where the widget's module is: in a file beside the class. In the one-file page, widget-inside.js takes the place of
// this module.

/** @typedef {Pick<typeof import("./clause-explorer_bg.js"), "Mounted" | "mourners" | "planAt" | "start" | "styles">} Widget */

/**
 * Imports the widget's module.
 *
 * Firefox and WebKit remember that a module failed to load, and try again only at another address. So after a failure
 * the number of failures becomes part of the address, unless a bundler moved the files and their names are unknown.
 * @param {number} failures
 * @returns {Promise<Widget>}
 */
export const importWidget = (failures) => {
  const again = failures && /^https?:.*\/clause-explorer\.js$/.test(import.meta.url) && import.meta.url.replace(/\.js$/, `_bg.js?${failures}`);
  return again ? import(again) : import("./clause-explorer_bg.js");
};
