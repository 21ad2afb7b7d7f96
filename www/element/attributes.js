// @ts-check
// The element's attributes and their values.

/** Attributes that accept only these words. The first word is the default. */
export const CHOICES = /** @type {const} */ ({ loading: ["lazy", "eager"], sync: ["none", "hash", "query"], theme: ["auto", "light", "dark"], layout: ["article", "panel", "page", "card"] });

/**
 * Attributes that are also properties of the class.
 * @type {("view" | "src" | "annotations" | "heading" | "intro" | keyof typeof CHOICES)[]}
 */
export const PROPERTIES = ["view", "src", "annotations", "loading", "sync", "theme", "layout", "heading", "intro"];

/**
 * Returns the word in an attribute, or the default word if the attribute is absent or has another value.
 * @template {keyof typeof CHOICES} Name
 * @param {Element} element
 * @param {Name} name
 * @returns {(typeof CHOICES)[Name][number]}
 */
export function choice(element, name) {
  /** @type {readonly (typeof CHOICES)[Name][number][]} */
  const words = CHOICES[name];
  return words.find((word) => word === element.getAttribute(name)) ?? words[0];
}

/**
 * Returns what is wrong with those attributes that have changed and accept only a few words.
 * @param {Element} element
 * @param {object} changes
 */
export function problems(element, changes) {
  const messages = [];
  for (const [name, words] of Object.entries(CHOICES)) {
    const value = element.getAttribute(name);
    if (!(name in changes) || value === null || words.some((word) => word === value)) continue;
    messages.push(`expected ${words.join(", ")} in the attribute ${name}, found “${value}”`);
  }
  return messages;
}

/**
 * Sets an attribute, or removes it if there is no value.
 * @param {Element} element
 * @param {string} name
 * @param {string | null | undefined} value
 */
export function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Returns a view such as `{q, lang, compare, clause, filters: {FACET: […]}}` as a query string; a string stays as it is.
 * @param {unknown} view
 */
export function viewString(view) {
  if (typeof view !== "object") return `${view ?? ""}`;
  const { filters, ...others } = /** @type {import("./types.js").ViewInit} */ (view ?? {});
  const pairs = Object.entries({ ...filters, ...others }).flatMap(([key, values]) => [values].flat().map((value) => [key, value ?? ""]));
  return `${new URLSearchParams(pairs.filter(([, value]) => value !== ""))}`;
}
