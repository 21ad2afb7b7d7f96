// @ts-check
// How the text is read: its levels and numbers, as a table to correct, and which clauses come of it.

import { refill, tryToChange } from "./changing.js";
import { byId, button, make } from "./dom.js";
import { tomlList, tomlTable, tomlText, withKey, withTable, withoutTable } from "./toml-edit.js";
import { say } from "./words.js";

/** @import { Parse } from "./facet-files.js" */
/** @import { Files } from "./files.js" */
/** @typedef {{ stem: string, name?: Record<string, string>, "runs-through"?: boolean, gaps?: boolean }} Level */
/** @typedef {{ tag: string, name: string, text: string, numbering: (string | string[])[] }} PlanLanguage */
/** @typedef {{ divisions: { eid: string, parent: number | null, number: Record<string, string>, heading: Record<string, string> }[], clauses: { eid: string, division: number, number: Record<string, string>, text: Record<string, string> }[] }} Structure */

/** The stems of the Akoma Ntoso naming convention that documents use most. */
const STEMS = ["book", "part", "title", "chp", "art", "sec", "subsec", "goal", "annex"];

/** The levels of a plan that names no others. */
export const USUAL = [{ stem: "art" }, { stem: "sec" }];

/** A heading of Markdown has at most six signs, and the first is the title's. */
const MOST_LEVELS = 5;

/** The most divisions of the preview. */
const MOST_SHOWN = 200;

export class ReadingTool {
  #files;
  #parse;
  #goTo;
  #report;
  #place = byId("levels");
  /** @type {Structure} */
  #plan = { divisions: [], clauses: [] };

  /**
   * @param {Files} files
   * @param {Parse} parse
   * @param {(eid: string) => void} goTo - shows a clause in the explorer
   * @param {(text: string, isError?: boolean) => void} report
   */
  constructor(files, parse, goTo, report) {
    this.#files = files;
    this.#parse = parse;
    this.#goTo = goTo;
    this.#report = report;
  }

  /** @param {string} plan - as JSON */
  show(plan) {
    this.#plan = plan ? JSON.parse(plan) : { divisions: [], clauses: [] };
    this.render();
  }

  /** Shows the levels as plan.toml has them now. The control with the focus keeps it. */
  render() {
    if (!this.#place.checkVisibility()) return;
    const manifest = this.#manifest;
    if (!manifest) {
      this.#place.replaceChildren(make("p", {}, say("firstMend", { file: "plan.toml" })));
      return;
    }
    const { levels, languages } = manifest;
    const rows = levels.map((_, nth) => this.#row(levels, nth, languages));
    const heads = ["headings", "stem", "name", "runsThrough", "gaps"].map((word) => make("th", { scope: "col" }, say(/** @type {any} */ (word))));
    const numbers = languages.map(({ name }) => make("th", { scope: "col" }, say("firstNumber", { language: name })));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads, ...numbers)), make("tbody", {}, ...rows, ...this.#clauseRows(levels, languages)));
    const add = button(say("addLevel"), () => this.#setLevels([...levels, { stem: STEMS.find((stem) => !levels.some((one) => one.stem === stem)) ?? "level" }]));
    const remove = button(say("removeLevel"), () => this.#setLevels(levels.slice(0, -1)));
    add.disabled = levels.length >= MOST_LEVELS;
    remove.disabled = levels.length <= 1;
    refill(this.#place, make("div", { className: "wide", tabIndex: 0, role: "region", ariaLabel: say("reading") }, table), make("p", { className: "tools" }, add, remove));
    this.#preview();
  }

  /** Returns what plan.toml says about levels; undefined if it is no valid TOML. */
  get #manifest() {
    try {
      const { level, language = [] } = this.#parse(this.#files.text("plan.toml"));
      const levels = /** @type {Level[]} */ (Array.isArray(level) && level.length ? level : USUAL);
      const languages = /** @type {PlanLanguage[]} */ (language.map((/** @type {any} */ one) => ({ numbering: [], name: one.tag, ...one })));
      return { levels, languages };
    } catch {
      return;
    }
  }

  /**
   * @param {Level[]} levels
   * @param {number} nth
   * @param {PlanLanguage[]} languages
   */
  #row(levels, nth, languages) {
    const level = levels[nth];
    const signs = "#".repeat(nth + 2);
    const label = say("headingLevel", { level: `${nth + 1}` });
    const count = this.#files.text(languages[0]?.text ?? "").split("\n").filter((line) => line.startsWith(`${signs} `)).length;
    const stems = [...new Set([level.stem, ...STEMS])];
    const stem = make("select", { ariaLabel: `${say("stem")} ${label}` }, ...stems.map((one) => make("option", { value: one }, one)));
    stem.value = level.stem;
    /** @param {Partial<Level>} change */
    const change = (change) => this.#setLevels(levels.map((one, at) => (at === nth ? { ...one, ...change } : one)));
    stem.addEventListener("change", () => {
      this.#renameStem(level.stem, stem.value);
      change({ stem: stem.value });
    });
    const [tag = ""] = languages.map(({ tag }) => tag);
    const name = make("input", { value: level.name?.[tag] ?? "", ariaLabel: `${say("name")} ${label}`, size: 8 });
    name.addEventListener("change", () => change({ name: Object.fromEntries(languages.map((one) => [one.tag, one.tag === tag ? name.value : (level.name?.[one.tag] ?? name.value)])) }));
    const [runsThrough, gaps] = /** @type {const} */ (["runs-through", "gaps"]).map((key) => {
      const box = make("input", { type: "checkbox", checked: !!level[key], ariaLabel: `${say(key === "gaps" ? "gaps" : "runsThrough")} ${label}` });
      box.addEventListener("change", () => change({ [key]: box.checked }));
      box.dataset.key = `${nth} ${key}`;
      return box;
    });
    stem.dataset.key = `${nth} stem`;
    name.dataset.key = `${nth} name`;
    const cells = [say("headingCount", { level: `${nth + 1}`, count: `${count}` }), stem, name, runsThrough, gaps, ...languages.map((language, at) => this.#number(languages, at, nth, label))];
    return make("tr", {}, ...cells.map((cell, at) => make(at ? "td" : "th", {}, cell)));
  }

  /**
   * @param {Level[]} levels
   * @param {PlanLanguage[]} languages
   */
  #clauseRows(levels, languages) {
    const count = Math.max(...languages.map(({ numbering }) => numbering.length - levels.length), 1);
    return Array.from({ length: count }, (_, nth) => {
      const label = count === 1 ? say("clauses") : say("clausesIn", { stem: levels[nth]?.stem ?? "" });
      const cells = [label, "", "", "", "", ...languages.map((language, at) => this.#number(languages, at, levels.length + nth, label))];
      return make("tr", {}, ...cells.map((cell, at) => make(at ? "td" : "th", {}, cell)));
    });
  }

  /**
   * Returns the field for a first number. Several forms are separated by bars.
   * @param {PlanLanguage[]} languages
   * @param {number} at
   * @param {number} nth
   * @param {string} label
   */
  #number(languages, at, nth, label) {
    const { numbering, name } = languages[at];
    const field = make("input", { value: [numbering[nth] ?? ""].flat().join(" | "), size: 9, ariaLabel: `${say("firstNumber", { language: name })} ${label}` });
    field.dataset.key = `${nth} ${at} number`;
    field.addEventListener("change", () => {
      const forms = field.value.split("|").map((form) => form.trim());
      const next = [...numbering];
      while (next.length < nth) next.push("");
      next[nth] = forms.length > 1 ? forms : forms[0];
      this.#change((text) => withKey(text, ["[[language]]", at], "numbering", tomlList(next)));
    });
    return field;
  }

  /**
   * Writes the levels, and gives each language as many first numbers.
   * @param {Level[]} levels
   */
  #setLevels(levels) {
    const manifest = this.#manifest;
    if (!manifest) return;
    const before = manifest.levels.length;
    this.#change((text) => {
      const { level = [] } = this.#parse(text);
      for (let left = level.length; left > 0; left -= 1) text = withoutTable(text, "[[level]]", left - 1);
      for (const level of levels) {
        const { stem, name, gaps } = level;
        const flags = [level["runs-through"] ? { "runs-through": "true" } : {}, gaps ? { gaps: "true" } : {}];
        text = withTable(text, "[[level]]", Object.assign({ stem: tomlText(stem) }, name && Object.values(name).some(Boolean) ? { name: tomlTable(name) } : {}, ...flags));
      }
      if (levels.length === before) return text;
      return manifest.languages.reduce((changed, { numbering }, at) => {
        const divisions = Array.from({ length: levels.length }, (_, nth) => (nth < before ? (numbering[nth] ?? "") : ""));
        const next = [...divisions, numbering[before] ?? ""];
        return withKey(changed, ["[[language]]", at], "numbering", tomlList(next));
      }, text);
    });
  }

  /**
   * Renames a stem in the eIds that other files name.
   * @param {string} old
   * @param {string} stem
   */
  #renameStem(old, stem) {
    const eIds = new RegExp(`(?<=^|["',;\\t]|__)${old}(?=_[0-9a-z])`, "gm");
    for (const path of this.#files.paths.filter((path) => /\.(toml|csv)$/.test(path) && !path.startsWith("interface/"))) {
      this.#files.edit(path, (text) => text.replace(eIds, stem));
    }
  }

  /** @param {(text: string) => string} change */
  #change(change) {
    tryToChange(() => this.#files.edit("plan.toml", change), () => this.render(), this.#report);
  }

  /** Shows the divisions with their eIds, and the clauses of each. */
  #preview() {
    const { divisions, clauses } = this.#plan;
    const word = (/** @type {Record<string, string>} */ texts) => Object.values(texts)[0] ?? "";
    const items = divisions.slice(0, MOST_SHOWN).map(({ eid, number, heading, parent }, nth) => {
      const inside = clauses.filter(({ division }) => division === nth);
      const numbers = inside.slice(0, 5).map((clause) => button(word(clause.number) || clause.eid.split("__").at(-1) || "", () => this.#goTo(clause.eid)));
      const more = inside.length > 5 ? ` … ${inside.length}` : "";
      const depth = parent === null ? 0 : eid.split("__").length - 1;
      const item = make("li", {}, make("code", {}, eid), ` ${word(number)} ${word(heading)} `, ...numbers, more);
      item.style.marginInlineStart = `${depth}em`;
      return item;
    });
    byId("structure").replaceChildren(...items);
  }
}
