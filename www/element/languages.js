// @ts-check
// The languages of the page around the element.

import { ancestors, attributeOf } from "./ancestors.js";

/**
 * Returns the languages to read in, best first: the element's own or an empty text, then the languages of its
 * ancestors from the nearest up, then those of the browser.
 * @param {Element} element
 */
export function languages(element) {
  const [own, ...others] = [element, ...ancestors(element)].map((node) => attributeOf(node, "lang") ?? "");
  return [own, ...others.filter(Boolean), ...(navigator.languages ?? [])];
}

/**
 * Calls back whenever a language anywhere in the page changes. Returns a function that ends this.
 * @param {() => void} update
 */
export function onLanguages(update) {
  const observer = new MutationObserver(update);
  observer.observe(document, { subtree: true, attributeFilter: ["lang"] });
  return () => observer.disconnect();
}
