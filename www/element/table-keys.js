// @ts-check

/**
 * Lets the arrow keys, Home and End move the focus between the buttons of the overview, which are one tab stop.
 * Cells without a button are skipped.
 * @param {ShadowRoot} root
 */
export function moveInTable(root) {
  root.addEventListener("keydown", (event) => move(/** @type {KeyboardEvent} */ (event)));
}

/** @param {KeyboardEvent} event */
function move(event) {
  const { key, ctrlKey } = event;
  const button = /** @type {HTMLElement} */ (event.target);
  const cell = /** @type {HTMLTableCellElement | null} */ (button.closest("[role=grid] :is(td, th)"));
  if (!cell || event.altKey || event.metaKey || event.shiftKey) return;
  const table = /** @type {HTMLTableElement} */ (cell.closest("table"));
  const isVertical = /Up|Down/.test(key);
  const cells = isVertical ? [...table.rows].map((row) => row.cells[cell.cellIndex]) : [cell.closest(ctrlKey ? "table" : "tr")];
  /** @type {HTMLElement[]} */
  const buttons = cells.flatMap((cell) => [...cell?.querySelectorAll("button") ?? []]);
  const index = buttons.indexOf(button);
  const next = { ArrowUp: index - 1, ArrowLeft: index - 1, ArrowDown: index + 1, ArrowRight: index + 1, Home: 0, End: buttons.length - 1 }[key];
  if (next === undefined || (ctrlKey && index !== next && !/Home|End/.test(key))) return;
  event.preventDefault(); // nothing scrolls
  buttons[next]?.focus();
}
