// @ts-check

/**
 * Returns the table around a button, and what belongs to it: the headers are its first row, and the clauses' addresses
 * its last column.
 * @param {HTMLElement} button
 */
export function tableOf(button) {
  const { name = "", table = "", tags = "", note = "" } = /** @type {HTMLElement} */ (button.closest("[data-table]")).dataset;
  return { name, rows: table.split("\x1e").map((row) => row.split("\x1f")), tags: [...new Set(tags.split(" "))], note };
}
