// @ts-check

/**
 * Returns the table around a button, and what belongs to it: the headers are its first row, and the clauses' addresses
 * its last column. The texts are the headers of the columns in the languages of the tags.
 * @param {HTMLElement} button
 */
export function tableOf(button) {
  const { name = "", table = "", tags = "", headers = "", note = "" } = /** @type {HTMLElement} */ (button.closest("[data-table]")).dataset;
  return { name, rows: table.split("\x1e").map((row) => row.split("\x1f")), tags: [...new Set(tags.split(" "))], texts: headers.split("\x1f"), note };
}
