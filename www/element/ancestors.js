// @ts-check
// The elements around an element. A field of a form hides the form's property with the same name, so that properties
// are read from the prototypes.

/**
 * Returns a property of an element.
 * @param {Node} node
 * @param {string} name
 */
const read = (node, name) => Reflect.get(Element.prototype, name, node);

/**
 * Returns the elements that an element is displayed in, from the nearest up, also across shadow roots.
 * @param {Element} element
 */
export function ancestors(element) {
  const found = [];
  for (let node = element; (node = read(node, "assignedSlot") ?? read(node, "parentElement") ?? hostOf(node)); ) found.push(node);
  return found;
}

/**
 * Returns an attribute of an element.
 * @param {Element} element
 * @param {string} name
 */
export const attributeOf = (element, name) => Element.prototype.getAttribute.call(element, name);

/**
 * Opens what hides an element until a reader looks for it, as the browser does for a link to a part of its page.
 * @param {Element} element
 */
export function uncover(element) {
  for (const node of [element, ...ancestors(element)]) {
    if (read(node, "localName") === "details") node.setAttribute("open", "");
    if (attributeOf(node, "hidden") !== "until-found") continue;
    EventTarget.prototype.dispatchEvent.call(node, new Event("beforematch", { bubbles: true }));
    Element.prototype.removeAttribute.call(node, "hidden");
  }
}

/**
 * Returns the host of the shadow root that an element is in; undefined if it is in the document itself.
 * @param {Element} element
 */
function hostOf(element) {
  const root = Element.prototype.getRootNode.call(element);
  // <img name="host"> is document.host.
  return read(root, "nodeType") === Node.DOCUMENT_FRAGMENT_NODE ? /** @type {ShadowRoot} */ (root).host : undefined;
}
