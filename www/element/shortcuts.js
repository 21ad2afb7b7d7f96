// @ts-check

/**
 * Keeps from the page's own shortcuts what a reader types in the widget's fields.
 * @param {ShadowRoot} root
 */
export function keepKeys(root) {
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, keep);
}

/** Whether the last Escape closed a panel: its keyup belongs to it. */
let isHandled = false;

/** @param {any} event - of the keyboard; when a browser fills in a field, it may be one without a key */
function keep(event) {
  const { key, type } = event;
  if (type === "keydown") isHandled = key === "Escape" && event.defaultPrevented;
  const isShortcut = /^(Escape|Tab|F\d+)$/.test(key) || ((event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph"));
  const isTyped = event.target.matches("[part~=search], textarea, select") && (!isShortcut || event.isComposing);
  if (isTyped || (key === "Escape" && isHandled)) event.stopPropagation();
}
