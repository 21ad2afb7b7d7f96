// @ts-check

import { inDocument } from "./native.js";

/**
 * The document, with the functions and properties of its class only. In the document itself, an element of the host's
 * page shadows them: `<img name=createElement>`.
 * @type {Document}
 */
export const safeDocument = new Proxy(/** @type {any} */ ({}), {
  get(_, name) {
    const member = inDocument(/** @type {string} */ (name));
    return typeof member === "function" ? member.bind(document) : member;
  },
});
