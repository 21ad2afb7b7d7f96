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
 * Returns a new element with some properties.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const newElement = (tag, properties) => Object.assign(inDocument("createElement").call(document, tag), properties);
