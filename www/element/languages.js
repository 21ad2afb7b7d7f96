// @ts-check
// The languages of the page around the element.

/**
 * Returns the languages to read in, best first: the element's own or an empty text, then the languages of its
 * ancestors from the nearest up, then those of the browser.
 * @param {HTMLElement} element
 */
export function languages(element) {
  const tags = [element.lang];
  /** @type {HTMLElement | undefined} */
  let node = element;
  while ((node = node.parentElement ?? hostOf(node))) if (node.lang) tags.push(node.lang);
  return [...tags, ...navigator.languages];
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

/**
 * Returns the host of the shadow root that an element is in; undefined if it is in the document itself.
 * @param {Element} element
 */
function hostOf(element) {
  return /** @type {HTMLElement | undefined} */ (/** @type {Partial<ShadowRoot>} */ (element.getRootNode()).host);
}
