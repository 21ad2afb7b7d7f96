// @ts-check
// Facets without TOML: names, phrases, live counts, exceptions, and tables from a spreadsheet.

import { refill, tryToChange } from "./changing.js";
import { byId, button, labelled, make } from "./dom.js";
import { TableForm } from "./table-form.js";
import { say } from "./words.js";

/** @import { ColumnFiles } from "./column-files.js" */
/** @import { FacetFiles, FacetModel } from "./facet-files.js" */
/** @import { Numbers } from "./tables.js" */
/** @typedef {Numbers["clauses"][number] & { text: Record<string, string>, tags: { facet: number, value: number }[] }} PlanClause */
/** @typedef {{ clauses: PlanClause[], facets: { id: string, values: { id: string }[] }[] }} PlanJson */

/** The most clauses without a value that are listed. */
const MOST_CLAUSES = 40;

export class FacetTool {
  #facets;
  #columns;
  #tables;
  #goTo;
  #report;
  #place = byId("facet-list");
  /** @type {PlanJson} */
  #plan = { clauses: [], facets: [] };
  /** @type {Set<string>} The facets that are open. */
  #open = new Set();

  /**
   * @param {FacetFiles} facets
   * @param {ColumnFiles} columns
   * @param {(eid: string) => void} goTo - shows a clause in the explorer
   * @param {(text: string, isError?: boolean) => void} report
   */
  constructor(facets, columns, goTo, report) {
    this.#facets = facets;
    this.#columns = columns;
    this.#tables = new TableForm(facets, columns, report);
    this.#goTo = goTo;
    this.#report = report;
    onSubmit("new-facet", ({ name, first, phrase }) => this.#try(() => this.#open.add(facets.addFacet(name, first, phrase))));
    onSubmit("counts-form", ({ words, value }) => this.#count(words, value));
  }

  /** @param {string} plan - as JSON */
  show(plan) {
    this.#plan = plan ? JSON.parse(plan) : { clauses: [], facets: [] };
    this.#tables.show(this.#plan);
    this.render();
  }

  /**
   * Offers a table that the author has opened.
   * @param {string} name
   * @param {string} table
   */
  offerTable(name, table) {
    this.#tables.offer(name, table);
  }

  /** Empties the forms: another project was opened. */
  reset() {
    /** @type {HTMLFormElement} */ (byId("new-facet")).reset();
    this.#tables.reset();
    this.#open.clear();
  }

  /**
   * Asks which value the selected words justify.
   * @param {string} words
   */
  askFor(words) {
    const selected = words.trim();
    const values = this.#facets.facets.filter(({ path }) => path.endsWith(".toml"));
    if (!selected || selected.includes("\n")) return this.#report(say("selectWords"), true);
    if (!values.length) return this.#report(say("noFacet"), true);
    const form = /** @type {HTMLFormElement} */ (byId("counts-form"));
    /** @type {HTMLInputElement} */ (form.elements.namedItem("words")).value = selected;
    const choice = /** @type {HTMLSelectElement} */ (form.elements.namedItem("value"));
    const groups = values.map((facet) => {
      const options = facet.values.flatMap(({ label, phrases }, nth) => (phrases ? [make("option", { value: `${facet.id} ${nth}` }, this.#word(label))] : []));
      return make("optgroup", { label: this.#word(facet.label) }, ...options);
    });
    choice.replaceChildren(...groups);
    /** @type {HTMLDialogElement} */ (byId("counts")).showModal();
  }

  /** Shows the facets as their files are now. The control with the focus keeps it. */
  render() {
    if (!this.#place.checkVisibility()) return;
    const facets = this.#facets.facets.map((facet) => this.#facet(facet));
    const columns = this.#columns.columns.map((column) => this.#column(column));
    const heading = columns.length ? [make("h2", {}, say("columns"))] : [];
    refill(this.#place, ...(facets.length ? facets : [make("p", {}, say("noFacets"))]), ...heading, ...columns);
  }

  /** @param {import("./column-files.js").Column} column */
  #column(column) {
    const name = this.#word(column.label);
    const remove = button(say("removeColumn"), () => this.#remove(name, () => this.#columns.remove(column)));
    return make("details", { className: "column" }, make("summary", {}, make("b", {}, name)), make("p", {}, say("fromTable", { file: column.path })), remove);
  }

  /**
   * @param {string} name
   * @param {() => void} remove
   */
  #remove(name, remove) {
    if (this.#try(remove)) this.#report(say("removed", { name }));
  }

  /** @param {FacetModel} facet */
  #facet(facet) {
    const nth = this.#plan.facets.findIndex(({ id }) => id === facet.id);
    const { clauses } = this.#plan;
    const without = nth < 0 ? [] : clauses.filter(({ tags }) => !tags.some((tag) => tag.facet === nth));
    const count = nth < 0 ? "" : say("carried", { count: `${clauses.length - without.length}`, all: `${clauses.length}` });
    const details = make("details", { open: this.#open.has(facet.id) }, make("summary", {}, make("b", {}, this.#word(facet.label)), ` ${count}`));
    details.addEventListener("toggle", () => (details.open ? this.#open.add(facet.id) : this.#open.delete(facet.id)));
    if (facet.path.endsWith(".toml")) {
      details.append(
        labelled(say("name"), this.#nameField(facet, undefined)),
        make("ul", { className: "values" }, ...facet.values.map((_, at) => this.#value(facet, at, nth))),
        this.#adder(`${facet.id} value`, [say("newValue"), say("itsPhrase")], ([name, phrase]) => this.#facets.addValue(facet, name, phrase)),
        this.#exception(facet),
      );
    } else details.append(make("p", {}, say("fromTable", { file: facet.path })));
    if (without.length) {
      const links = without.slice(0, MOST_CLAUSES).map(({ eid }) => button(eid, () => this.#goTo(eid)));
      details.append(make("p", {}, say("without", { count: `${without.length}` })), make("div", { className: "eids" }, ...links));
    }
    details.append(button(say("removeFacet"), () => this.#remove(this.#word(facet.label), () => this.#facets.removeFacet(facet.id))));
    return details;
  }

  /**
   * @param {FacetModel} facet
   * @param {number} at
   * @param {number} nth - the position of the facet in the plan, or -1
   */
  #value(facet, at, nth) {
    const { id, label, phrases } = facet.values[at];
    const inPlan = this.#plan.facets[nth]?.values.findIndex((value) => value.id === id) ?? -1;
    const count = this.#plan.clauses.filter(({ tags }) => tags.some((tag) => tag.facet === nth && tag.value === inPlan)).length;
    const name = this.#word(label);
    const row = make("li", {}, labelled(say("value"), this.#nameField(facet, at)), make("span", { className: "count" }, say("clauseCount", { count: inPlan < 0 ? "–" : `${count}` })));
    const remove = button("×", () => this.#facets.removeValue(facet, at));
    remove.ariaLabel = say("removeValue", { name });
    row.append(remove);
    if (!phrases) {
      row.append(make("p", { className: "hint" }, say("notByPhrases", { file: facet.path })));
      return row;
    }
    const chips = phrases.map((phrase) => {
      const chip = button(`${phrase} ×`, () => this.#facets.setPhrases(facet, at, phrases.filter((one) => one !== phrase)));
      chip.ariaLabel = say("removePhrase", { phrase });
      return chip;
    });
    const adder = this.#adder(`${facet.id} ${id} phrase`, [say("newPhrase", { name })], ([phrase]) => this.#facets.setPhrases(facet, at, [...phrases, phrase]));
    row.append(make("div", { className: "phrases" }, ...chips, adder));
    return row;
  }

  /**
   * @param {FacetModel} facet
   * @param {number | undefined} at
   */
  #nameField(facet, at) {
    const { label } = at === undefined ? facet : facet.values[at];
    const tag = this.#tag(label);
    const field = make("input", { value: label[tag] ?? "", lang: tag });
    field.dataset.key = `${facet.id} ${at ?? ""} name`;
    field.addEventListener("change", () => field.value.trim() && this.#try(() => this.#facets.rename(facet, at, tag, field.value.trim())));
    return field;
  }

  /**
   * Returns fields with a button that adds their texts.
   * @param {string} key
   * @param {string[]} labels
   * @param {(texts: string[]) => void} add
   */
  #adder(key, labels, add) {
    const fields = labels.map((label) => make("input", { ariaLabel: label, placeholder: label, required: true }));
    fields[0].dataset.key = key;
    const form = make("form", { className: "adder" }, ...fields, make("button", {}, say("add")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const texts = fields.map(({ value }) => value.trim());
      if (texts.every(Boolean)) this.#try(() => add(texts));
    });
    return form;
  }

  /** @param {FacetModel} facet */
  #exception(facet) {
    const clause = make("select", {}, ...this.#plan.clauses.map(({ eid, text }) => make("option", { value: eid }, `${eid} ${Object.values(text)[0]?.slice(0, 40) ?? ""}`)));
    const kind = make("select", {}, make("option", { value: "add" }, say("gets")), make("option", { value: "remove" }, say("loses")));
    const value = make("select", {}, ...facet.values.map(({ id, label }) => make("option", { value: id }, this.#word(label))));
    const reason = make("input", { required: true });
    const form = make("form", {}, labelled(say("clause"), clause), labelled(say("exceptionKind"), kind), labelled(say("value"), value), labelled(say("reason"), reason), make("button", {}, say("add")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#try(() => this.#facets.correct(facet, clause.value, kind.value === "add" ? "add" : "remove", value.value, reason.value.trim()));
    });
    return make("details", { className: "exception" }, make("summary", {}, say("exception")), form);
  }

  /**
   * The author has chosen the value for some words.
   * @param {string} words
   * @param {string} chosen
   */
  #count(words, chosen) {
    const [id, nth] = chosen.split(" ");
    const facet = this.#facets.facets.find((one) => one.id === id);
    const phrases = facet?.values[Number(nth)]?.phrases;
    if (!facet || !phrases) return;
    if (!this.#try(() => this.#facets.setPhrases(facet, Number(nth), [...new Set([...phrases, words.trim()])]))) return;
    this.#report(say("counted", { words, name: this.#word(facet.values[Number(nth)].label) }));
  }

  /** @param {() => void} change */
  #try(change) {
    return tryToChange(change, () => this.render(), this.#report);
  }

  /**
   * Returns the language in which a label is shown: that of the page, else the original.
   * @param {Record<string, string>} label
   */
  #tag(label) {
    const [own] = document.documentElement.lang.split("-");
    return own in label ? own : (Object.keys(label)[0] ?? "");
  }

  /** @param {Record<string, string>} label */
  #word(label) {
    return label[this.#tag(label)] ?? "";
  }
}

/**
 * Calls a function with the fields of a form when it is sent, and empties the form unless the function returns false.
 * @param {string} id
 * @param {(fields: Record<string, string>) => boolean | void} use
 */
function onSubmit(id, use) {
  const form = /** @type {HTMLFormElement} */ (byId(id));
  form.addEventListener("submit", (event) => {
    if (form.method !== "dialog") event.preventDefault();
    const isCancelled = /** @type {HTMLButtonElement | null} */ (event.submitter)?.value === "no";
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, `${value}`.trim()]));
    if (isCancelled || use(fields) !== false) form.reset();
  });
}
