// @ts-check
// The form for a table from a spreadsheet: its author says which column names the clause, and which has the value.

import { byId, make } from "./dom.js";
import { clauseFinder, guess, rowsOf, tableOf } from "./tables.js";
import { say } from "./words.js";

/** @import { ColumnFiles } from "./column-files.js" */
/** @import { FacetFiles } from "./facet-files.js" */
/** @import { Numbers } from "./tables.js" */

/** The fields for the columns, in the order of a `Choice`. */
const FIELDS = /** @type {const} */ (["clause", "value", "reason"]);

export class TableForm {
  #form = /** @type {HTMLFormElement} */ (byId("new-table"));
  #text = /** @type {HTMLTextAreaElement} */ (this.#field("table"));
  #name = /** @type {HTMLInputElement} */ (this.#field("table-name"));
  /** The text whose columns are offered. */
  #offered = "";
  /** @type {string[][]} */
  #rows = [];
  /** @type {Numbers} */
  #plan = { clauses: [] };
  /** @type {import("./tables.js").FindClause | undefined} Made when the plan's numbers are first needed. */
  #finder;

  /**
   * @param {FacetFiles} facets
   * @param {ColumnFiles} columns
   * @param {(text: string, isError?: boolean) => void} report
   */
  constructor(facets, columns, report) {
    this.#text.addEventListener("input", () => this.#offer());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = this.#name.value.trim();
      try {
        const table = this.#table();
        if (/** @type {HTMLSelectElement} */ (this.#field("kind")).value === "facet") facets.addTable(name, table);
        else columns.add(name, table);
        this.reset();
        report(say("tableAdded", { name }));
      } catch (error) {
        report(/** @type {Error} */ (error).message, true);
      }
    });
  }

  /** @param {Numbers} plan */
  show(plan) {
    this.#plan = plan;
    this.#finder = undefined;
    byId("table-example").textContent = plan.clauses.length ? say("tableExample", { example: this.#example }) : "";
  }

  /**
   * Puts a table into the form, for the author to name it.
   * @param {string} name
   * @param {string} table
   */
  offer(name, table) {
    this.#text.value = table;
    this.#name.value = name;
    this.#offer();
    this.#form.scrollIntoView();
    this.#name.focus();
  }

  /** Empties the form. */
  reset() {
    this.#form.reset();
    this.#offer();
  }

  /** Offers the columns of the text. */
  #offer() {
    this.#offered = this.#text.value;
    this.#rows = rowsOf(this.#offered);
    byId("table-columns").hidden = !this.#rows.length;
    const [names = []] = this.#rows;
    const choice = guess(this.#rows, this.#find);
    for (const field of FIELDS) {
      const select = /** @type {HTMLSelectElement} */ (this.#field(`${field}-column`));
      const options = names.map((name, at) => make("option", { value: `${at}` }, name || `${at + 1}`));
      if (field === "reason") options.unshift(make("option", { value: "-1" }, "–"));
      select.replaceChildren(...options);
      select.value = `${choice[field]}`;
    }
  }

  /** Returns the table as the compiler reads it. */
  #table() {
    if (this.#text.value !== this.#offered) this.#offer();
    const [clause, value, reason] = FIELDS.map((field) => Number(/** @type {HTMLSelectElement} */ (this.#field(`${field}-column`)).value));
    // Without a plan, the compiler says later which names it does not know.
    const find = this.#plan.clauses.length ? this.#find : (/** @type {string} */ name) => name;
    return tableOf(this.#rows, { clause, value, reason }, find, this.#example);
  }

  get #find() {
    return (this.#finder ??= clauseFinder(this.#plan));
  }

  /** Names the first clause as it is printed, and by its eId. */
  get #example() {
    const [clause] = this.#plan.clauses;
    if (!clause) return "";
    return [Object.values(clause.number)[0], clause.eid].filter(Boolean).map((name) => `“${name}”`).join(" / ");
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLElement} */ (this.#form.elements.namedItem(name));
  }
}
