// @ts-check

/**
 * Keeps from the page's own shortcuts what a reader types in the widget's fields.
 * @param {ShadowRoot} root
 */
export function keepKeys(root) {
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, keep);
}

/** @param {any} event - of the keyboard; when a browser fills in a field, it may be one without a key */
function keep(event) {
  const { key } = event;
  const isShortcut = /^(Escape|Tab|F\d+)$/.test(key) || ((event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph"));
  const isTyped = event.target.matches("[part~=search], textarea, select") && (!isShortcut || event.isComposing);
  const isHandled = key === "Escape" && event.type === "keydown" && event.defaultPrevented; // it closed a panel
  if (isTyped || isHandled) event.stopPropagation();
  // The panel that had the focus is gone, so that the keyup may be one of the page's body.
  if (isHandled) addEventListener("keyup", (next) => next.key === key && next.stopImmediatePropagation(), { capture: true, once: true });
}
