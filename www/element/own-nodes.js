// @ts-check
// Knows the nodes of the widget, and tells its own removals from those of others: the glue announces each change.

/**
 * The nodes that the widget has inserted, each with the number of its announced removals that were not seen yet.
 * @type {WeakMap<Node, number>}
 */
const nodes = new WeakMap();

/**
 * Announces that the widget inserts a node, or moves it. Returns the node.
 * @param {Node} node
 */
export function inserting(node) {
  nodes.set(node, (nodes.get(node) ?? 0) + (node.isConnected ? 1 : 0));
  return node;
}

/**
 * Announces that the widget removes a node. Returns the node.
 * @param {Node} node
 */
export function removing(node) {
  const count = nodes.get(node);
  if (count !== undefined) nodes.set(node, count + 1);
  // Chromium 156 keeps radio buttons with a name, and all nodes around them, that are removed from a shadow tree.
  for (const radio of /** @type {Partial<Element>} */ (node).querySelectorAll?.("[type=radio]") ?? []) radio.removeAttribute("name");
  return node;
}

/**
 * Returns whether the widget has inserted a node.
 * @param {Node} node
 */
export const isKnown = (node) => nodes.has(node);

/**
 * Returns whether a removal, which is seen now, is one by others of a node of the widget.
 * @param {Node} node - the removed one
 */
export function isLoss(node) {
  const count = nodes.get(node);
  if (count) nodes.set(node, count - 1);
  return count === 0;
}
