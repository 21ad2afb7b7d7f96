// @ts-check
// The facets as their files say: read for the tool, and changed in place.

import { keepGlosses } from "./glosses.js";
import { say } from "./words.js";
import { tomlList, tomlTable, tomlText, withKey, withTable, withoutTable } from "./toml-edit.js";

/** @import { Files } from "./files.js" */
/** @typedef {(text: string) => Record<string, any>} Parse */
/** @typedef {{ id: string, label: Record<string, string>, description?: Record<string, string>, phrases?: string[] }} Value - without `phrases`, its divisions or its table decide */
/** @typedef {{ id: string, path: string, label: Record<string, string>, values: Value[] }} FacetModel */

export class FacetFiles {
  #files;
  #parse;

  /**
   * @param {Files} files
   * @param {Parse} parse - the parser of TOML
   */
  constructor(files, parse) {
    this.#files = files;
    this.#parse = parse;
  }

  /**
   * Returns the tags of the plan's languages, the original first.
   * @returns {string[]}
   */
  get tags() {
    return this.#table("plan.toml").language?.map((/** @type {any} */ { tag }) => `${tag}`) ?? [];
  }

  /**
   * Returns the facets in their order. A file that is no valid TOML has no values here; the problems say why.
   * @returns {FacetModel[]}
   */
  get facets() {
    return this.#ids.map((id) => {
      const path = this.#files.has(pathOf(id)) ? pathOf(id) : `facets/${id}.csv`;
      const { label = { "": id }, value = [] } = path.endsWith(".toml") ? this.#table(path) : {};
      return { id, path, label, values: value.filter((/** @type {any} */ one) => typeof one.id === "string" && one.label) };
    });
  }

  /**
   * Adds a facet with a first value and a phrase that justifies it: without, it would be in no clause.
   * @param {string} name
   * @param {string} first
   * @param {string} phrase
   */
  addFacet(name, first, phrase) {
    this.#refuseSame(name, this.facets);
    const id = freeId(name, [...this.#ids, ...RESERVED], "facet");
    this.#files.put(pathOf(id), withTable(`label = ${this.#inAll(name)}`, "[[value]]", this.#newValue(first, phrase, [])));
    this.#list([...this.#ids, id]);
    return id;
  }

  /** @param {string} id */
  removeFacet(id) {
    this.#list(this.#ids.filter((one) => one !== id));
    this.#files.remove(pathOf(id));
    this.#files.remove(`facets/${id}.csv`);
  }

  /**
   * Adds a table from a spreadsheet as a facet.
   * @param {string} name
   * @param {string} table
   */
  addTable(name, table) {
    this.#refuseSame(name, this.facets);
    const id = freeId(name, [...this.#ids, ...RESERVED], "facet");
    this.#files.put(`facets/${id}.csv`, table);
    this.#list([...this.#ids, id]);
  }

  /**
   * @param {FacetModel} facet
   * @param {string} name
   * @param {string} phrase
   */
  addValue({ path, values }, name, phrase) {
    this.#refuseSame(name, values);
    const entries = this.#newValue(name, phrase, values.map(({ id }) => id));
    this.#change(path, (text) => withTable(text, "[[value]]", entries));
  }

  /**
   * @param {FacetModel} facet
   * @param {number} nth
   */
  removeValue({ path }, nth) {
    this.#change(path, (text) => withoutTable(text, "[[value]]", nth));
  }

  /**
   * Gives a facet, or one of its values, another name in a language.
   * @param {FacetModel} facet
   * @param {number | undefined} nth
   * @param {string} tag
   * @param {string} name
   */
  rename(facet, nth, tag, name) {
    const others = nth === undefined ? this.facets.filter(({ id }) => id !== facet.id) : facet.values.filter((_, at) => at !== nth);
    this.#refuseSame(name, others);
    const { label } = nth === undefined ? facet : facet.values[nth];
    const changed = tomlTable({ ...label, [tag]: name });
    /** @type {[string, number] | undefined} */
    const table = nth === undefined ? undefined : ["[[value]]", nth];
    // A description that only repeats the name is changed with it.
    const isDescribed = nth !== undefined && facet.values[nth].description?.[tag] === label[tag];
    this.#change(facet.path, (text) => withKey(isDescribed ? withKey(text, table, "description", changed) : text, table, "label", changed));
  }

  /**
   * Replaces the phrases of a value.
   * @param {FacetModel} facet
   * @param {number} nth
   * @param {string[]} phrases
   */
  setPhrases({ path }, nth, phrases) {
    this.#change(path, (text) => withKey(text, ["[[value]]", nth], "phrases", tomlList(phrases)));
  }

  /**
   * Adds an editor's exception: a value that a clause gets or loses, with the reason.
   * @param {FacetModel} facet
   * @param {string} clause - its eId
   * @param {"add" | "remove"} kind
   * @param {string} value
   * @param {string} reason
   */
  correct({ path }, clause, kind, value, reason) {
    const entries = { clause: tomlText(clause), [kind]: tomlText(value), reason: this.#inAll(reason) };
    this.#change(path, (text) => withTable(text, "[[correction]]", entries));
  }

  /**
   * Fails if another facet or value has this name already: nobody could tell them apart.
   * @param {string} name
   * @param {{ id: string, label: Record<string, string> }[]} others
   */
  #refuseSame(name, others) {
    const key = name.toLowerCase();
    const isSame = others.some(({ id, label }) => [id, ...Object.values(label)].some((one) => one.toLowerCase() === key));
    if (isSame) throw new Error(say("sameName", { name }));
  }

  /** @returns {string[]} */
  get #ids() {
    const { facets } = this.#table("plan.toml");
    return Array.isArray(facets) ? facets.map(String) : [];
  }

  /** @param {string[]} ids */
  #list(ids) {
    this.#change("plan.toml", (text) => withKey(text, undefined, "facets", tomlList(ids)));
  }

  /**
   * @param {string} name
   * @param {string} phrase
   * @param {string[]} taken
   */
  #newValue(name, phrase, taken) {
    return { id: tomlText(freeId(name, taken, "value")), label: this.#inAll(name), description: this.#inAll(name), phrases: tomlList([phrase]) };
  }

  /**
   * Returns a text as TOML in all languages; the author translates it later.
   * @param {string} text
   */
  #inAll(text) {
    return tomlTable(Object.fromEntries(this.tags.map((tag) => [tag, text])));
  }

  /** @param {string} path */
  #table(path) {
    try {
      return this.#parse(this.#files.text(path));
    } catch {
      return {};
    }
  }

  /**
   * @param {string} path
   * @param {(text: string) => string} change
   */
  #change(path, change) {
    const text = this.#files.text(path);
    try {
      this.#parse(text);
    } catch {
      throw new Error(say("firstMend", { file: path }));
    }
    this.#files.put(path, change(text));
    keepGlosses(this.#files, this.#parse);
  }
}

/** Ids that the compiler refuses for facets: the keys beside facets in an address, and the columns of plan.csv that every plan may have. */
export const RESERVED = [
  ...["q", "lang", "compare", "clause", "pin", "only", "sort", "layout", "theme", "heading", "intro", "src"],
  ...["eid", "number", "url", "book", "part", "title", "chapter", "article", "section", "division", "paragraph", "annex"],
];

/** @param {string} id */
const pathOf = (id) => `facets/${id}.toml`;

/**
 * Returns an id made of a name, other than those that are taken.
 * @param {string} name
 * @param {string[]} taken
 * @param {string} otherwise - for a name without Latin letters
 */
export function freeId(name, taken, otherwise) {
  const latin = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "");
  const base = latin || otherwise;
  let id = base;
  for (let count = 2; taken.includes(id); count += 1) id = `${base}-${count}`;
  return id;
}
