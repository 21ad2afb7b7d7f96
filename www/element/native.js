// @ts-check
// The page's nodes, read so that names in the host's page hide nothing: <img name="createElement"> hides
// document.createElement, and a field with the name `lang` hides form.lang.

/**
 * Returns a property or a method of the document.
 * @param {string} name
 * @returns {any}
 */
export const inDocument = (name) => Reflect.get(Document.prototype, name, document);

/**
 * Returns a new element of HTML with some properties, in any document.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const newElement = (tag, properties) => Object.assign(inDocument("createElementNS").call(document, "http://www.w3.org/1999/xhtml", tag), properties);
