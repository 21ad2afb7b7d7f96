// @ts-check
// The columns: the author's own data of single clauses, each in a table of its own.

import { RESERVED, freeId } from "./facet-files.js";
import { tomlTable, tomlText, withTable, withoutTable } from "./toml-edit.js";
import { say } from "./words.js";

/** @import { FacetFiles, Parse } from "./facet-files.js" */
/** @import { Files } from "./files.js" */
/** @typedef {{ id: string, path: string, label: Record<string, string> }} Column */

/** The file with the order, labels and types of the columns, which a project may lack. */
const LIST = "columns.toml";

export class ColumnFiles {
  #files;
  #parse;
  #facets;

  /**
   * @param {Files} files
   * @param {Parse} parse - the parser of TOML
   * @param {FacetFiles} facets
   */
  constructor(files, parse, facets) {
    this.#files = files;
    this.#parse = parse;
    this.#facets = facets;
  }

  /** @returns {Column[]} */
  get columns() {
    const listed = this.#listed ?? [];
    return this.#files.paths.flatMap((path) => {
      const [, id] = /^columns\/(.+)\.csv$/.exec(path) ?? [];
      return id ? [{ id, path, label: listed.find((one) => one.id === id)?.label ?? { "": id } }] : [];
    });
  }

  /**
   * Adds a table as a column.
   * @param {string} name
   * @param {string} table
   */
  add(name, table) {
    const ids = this.columns.map(({ id }) => id);
    if (ids.includes(freeId(name, [], ""))) throw new Error(say("sameName", { name }));
    const id = freeId(name, [...ids, ...this.#facets.facets.map((facet) => facet.id), ...RESERVED], "column");
    this.#files.put(`columns/${id}.csv`, table);
    if (!this.#files.has(LIST)) return;
    const label = tomlTable(Object.fromEntries(this.#facets.tags.map((tag) => [tag, name])));
    this.#files.edit(LIST, (text) => withTable(text, "[[column]]", { id: tomlText(id), label }));
  }

  /** @param {Column} column */
  remove({ id, path }) {
    const listed = this.#listed;
    if (!listed) throw new Error(say("firstMend", { file: LIST }));
    const nth = listed.findIndex((one) => one.id === id);
    if (nth >= 0) this.#files.edit(LIST, (text) => withoutTable(text, "[[column]]", nth));
    this.#files.remove(path);
  }

  /**
   * Returns the columns that the list names; undefined if it is no valid TOML.
   * @returns {{ id: string, label?: Record<string, string> }[] | undefined}
   */
  get #listed() {
    try {
      return this.#parse(this.#files.text(LIST)).column ?? [];
    } catch {
      return;
    }
  }
}
