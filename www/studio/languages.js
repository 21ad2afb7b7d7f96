// @ts-check
// Translations: dropped as documents, and shown beside the original clause by clause.

import { tryToChange } from "./changing.js";
import { byId, button, make } from "./dom.js";
import { keepGlosses } from "./glosses.js";
import { USUAL } from "./reading.js";
import { tomlList, tomlText, withKey, withLabels, withTable, withoutTable } from "./toml-edit.js";
import { say } from "./words.js";

/** @import { Problem } from "./compiler.js" */
/** @import { Compiler } from "./compiling.js" */
/** @import { Parse } from "./facet-files.js" */
/** @import { Content, Files } from "./files.js" */
/** @typedef {{ tag: string, html: string, name: string, status: string, text: string, partial?: boolean, numbering: (string | string[])[] }} OneLanguage */
/** @typedef {{ clauses: { eid: string, text: Record<string, string> }[] }} OnePlan */

export class LanguageTool {
  #files;
  #parse;
  #compiler;
  #goTo;
  #report;
  #list = byId("language-list");
  #rows = byId("alignment");
  /** @type {Problem[]} */
  #problems = [];
  /** The tag of the translation that is shown beside the original. */
  #chosen = "";
  #turn = 0;

  /**
   * @param {Files} files
   * @param {Parse} parse
   * @param {Compiler} compiler
   * @param {(file: string, line: number, column: number) => void} goTo
   * @param {(text: string, isError?: boolean) => void} report
   */
  constructor(files, parse, compiler, goTo, report) {
    this.#files = files;
    this.#parse = parse;
    this.#compiler = compiler;
    this.#goTo = goTo;
    this.#report = report;
  }

  /** @param {Problem[]} problems */
  show(problems) {
    this.#problems = problems;
    this.render();
  }

  /**
   * Adds a translation that was imported from a document, or replaces the present one of that language.
   * @param {[string, Content][]} imported
   */
  add(imported) {
    const made = new Map(imported);
    const { language, level = USUAL } = this.#parse(`${made.get("plan.toml")}`);
    const [{ tag, html, name, numbering, text }] = /** @type {OneLanguage[]} */ (language);
    const present = this.#languages;
    if (present[0]?.tag === tag) throw new Error(say("isOriginal", { name }));
    const path = `plan.${tag}.md`;
    this.#files.put(path, made.get(text) ?? "");
    for (const [own, content] of imported) if (own.startsWith("interface/") && !this.#files.has(own)) this.#files.put(own, content);
    const nth = present.findIndex((one) => one.tag === tag);
    const own = this.#numbersOf({ level, numbering }, (present[nth] ?? present[0])?.numbering ?? numbering);
    if (nth >= 0) this.#files.edit("plan.toml", (text) => withKey(text, ["[[language]]", nth], "numbering", tomlList(own)));
    else {
      const entries = { tag: tomlText(tag), html: tomlText(html), name: tomlText(name), status: '"unofficial"', text: tomlText(path), numbering: tomlList(own), months: monthsIn(html), million: "[]", partial: "true" };
      this.#changeLabels(present[0]?.tag ?? "", (label, [first]) => ({ ...label, [tag]: first }));
      // Terms with a fixed translation can be listed there.
      if (!this.#files.has("glossary.toml")) this.#files.put("glossary.toml", "# original = { tag = \"translation\" }\n");
      this.#files.edit("plan.toml", (text) => withTable(text, "[[language]]", entries));
      keepGlosses(this.#files, this.#parse);
    }
    this.#chosen = tag;
    this.render();
  }

  /**
   * Returns the first numbers of a translation: as recognised in it for the same levels, else the present ones.
   * @param {{ level: { stem: string }[], numbering: (string | string[])[] }} imported
   * @param {(string | string[])[]} present - of that language, or of the original
   */
  #numbersOf({ level, numbering }, present) {
    const { level: levels = USUAL } = this.#parse(this.#files.text("plan.toml"));
    const isAlike = levels.length === level.length;
    const clauses = numbering.slice(level.length);
    return present.map((number, nth) => {
      const at = isAlike ? nth : level.findIndex(({ stem }) => stem === levels[nth]?.stem);
      if (nth < levels.length) return (at >= 0 && number.length && numbering[at]) || number;
      const own = clauses[nth - levels.length];
      return (clauses.length === present.length - levels.length && number.length && own) || number;
    });
  }

  /** Shows the languages, and the chosen translation beside the original. */
  render() {
    if (!this.#list.checkVisibility()) return;
    const languages = this.#languages;
    const [original, ...translations] = languages;
    if (!translations.some(({ tag }) => tag === this.#chosen)) this.#chosen = translations[0]?.tag ?? "";
    const items = languages.map((language, nth) => {
      const { tag, name, text, partial } = language;
      const count = this.#problems.filter(({ file }) => file === text).length;
      const status = say(nth ? (count ? "translationProblems" : "translationFits") : "isTheOriginal", { count: `${count}` });
      const item = make("li", {}, make("b", { lang: language.html }, name), ` (${text}) ${status} `);
      if (!nth) return item;
      const box = make("input", { type: "checkbox", checked: !!partial });
      box.addEventListener("change", () => this.#change((text) => withKey(text, ["[[language]]", nth], "partial", `${box.checked}`)));
      const show = button(say("showBeside"), () => {
        this.#chosen = tag;
        this.render();
      });
      show.ariaPressed = `${tag === this.#chosen}`;
      const remove = button(say("removeLanguage"), () => this.#remove(original, language, nth));
      item.append(show, make("label", {}, box, ` ${say("partial")}`), remove);
      return item;
    });
    this.#list.replaceChildren(...items);
    const translation = translations.find(({ tag }) => tag === this.#chosen);
    if (original && translation) this.#align(original, translation);
    else this.#rows.replaceChildren();
  }

  /**
   * Removes a translation.
   * @param {OneLanguage} original
   * @param {OneLanguage} translation
   * @param {number} nth - its position in plan.toml
   */
  #remove(original, { tag, name, text }, nth) {
    const remove = () => {
      this.#changeLabels(original.tag, (label) => Object.fromEntries(Object.entries(label).filter(([own]) => own !== tag)));
      this.#files.edit("plan.toml", (manifest) => withoutTable(manifest, "[[language]]", nth));
      keepGlosses(this.#files, this.#parse);
      this.#files.remove(text);
    };
    if (tryToChange(remove, () => this.render(), this.#report)) this.#report(say("removed", { name }));
  }

  /**
   * Shows two texts side by side. Each is compiled alone, so that they can be compared before they fit together.
   * @param {OneLanguage} original
   * @param {OneLanguage} translation
   */
  async #align(original, translation) {
    const turn = (this.#turn += 1);
    const plans = [];
    for (const language of [original, translation]) {
      const made = await this.#compiler.call("apart", this.#alone(language)).catch((error) => ({ problems: [{ message: error.message }] }));
      if (turn !== this.#turn) return; // edited meanwhile
      if (!made.plan) {
        const [first] = made.problems;
        this.#rows.replaceChildren(make("p", {}, say("notAligned", { name: language.name, problem: first?.message ?? "" })));
        return;
      }
      plans.push(/** @type {OnePlan} */ (JSON.parse(made.plan)));
    }
    const [one, other] = plans.map(({ clauses }) => new Map(clauses.map(({ eid, text }) => [eid, Object.values(text)[0] ?? ""])));
    const eids = [...one.keys(), ...[...other.keys()].filter((eid) => !one.has(eid))];
    const faults = this.#faultyLines(translation);
    const rows = eids.map((eid) => {
      const [left, right] = [one.get(eid), other.get(eid)];
      const fault = right && faults.find(({ start }) => right.startsWith(start));
      const row = make("tr", { className: left === undefined || right === undefined ? "gap" : fault ? "fault" : "" }, make("th", { scope: "row" }, eid));
      for (const [text, { html }] of /** @type {const} */ ([[left, original], [right, translation]])) {
        row.append(make("td", { lang: html, dir: "auto" }, text ?? say("missing")));
      }
      if (fault) row.lastElementChild?.append(make("p", { className: "hint" }, button(say("toLine", { line: `${fault.line}` }), () => this.#goTo(translation.text, fault.line, 1)), ` ${fault.message}`));
      return row;
    });
    const gaps = rows.filter(({ className }) => className === "gap").length;
    const differences = rows.filter(({ className }) => className === "fault").length;
    const summary = make("p", {}, say("aligned", { count: `${eids.length}`, gaps: `${gaps}`, differences: `${differences}` }));
    const heads = [say("clause"), original.name, translation.name].map((name) => make("th", { scope: "col" }, name));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
    this.#rows.replaceChildren(summary, make("div", { className: "wide", tabIndex: 0, role: "region", ariaLabel: say("languages") }, table));
  }

  /**
   * Returns a content folder with one language, and with the words of the widget, which any folder needs.
   * @param {OneLanguage} language
   */
  #alone({ tag, html, name, text, numbering }) {
    const { level = [], clause } = this.#parse(this.#files.text("plan.toml"));
    let manifest = 'id = "apart"\nfacets = []\n';
    for (const { stem, "runs-through": runs, gaps } of level) manifest += `\n[[level]]\nstem = ${tomlText(stem)}\nruns-through = ${!!runs}\ngaps = ${!!gaps}\n`;
    if (clause?.stem) manifest += `\n[clause]\nstem = ${tomlText(clause.stem)}\n`;
    const entries = { tag: tomlText(tag), html: tomlText(html), name: tomlText(name), status: '"authoritative"', text: tomlText(text), numbering: tomlList(numbering) };
    manifest = withTable(withTable(manifest, "[[language]]", entries), "[source]", { publisher: '"apart"' });
    const words = this.#files.paths.filter((path) => path.startsWith("interface/"));
    return [["plan.toml", manifest], ...[text, ...words].map((path) => [path, this.#files.text(path)])];
  }

  /**
   * Returns the lines of a translation with problems, each with the beginning of its text.
   * @param {OneLanguage} translation
   */
  #faultyLines({ text }) {
    const lines = this.#files.text(text).split("\n");
    return this.#problems.filter(({ file }) => file === text).flatMap(({ line = 1, message }) => {
      const start = (lines[line - 1] ?? "").replace(/^[(（]?[\p{L}\p{N}]{1,4}\\?[)）.、]\s*/u, "").slice(0, 30).trim();
      return start ? [{ line, message, start }] : [];
    });
  }

  /** @returns {OneLanguage[]} */
  get #languages() {
    try {
      return this.#parse(this.#files.text("plan.toml")).language ?? [];
    } catch {
      return [];
    }
  }

  /**
   * Changes the languages of all labels. A new language gets the text of the original, for the author to translate.
   * @param {string} original - its tag
   * @param {(label: Record<string, string>, texts: string[]) => Record<string, string>} change
   */
  #changeLabels(original, change) {
    for (const path of this.#files.paths.filter((path) => /^(facets\/.*|plan|columns)\.toml$/.test(path))) {
      this.#files.edit(path, (text) => withLabels(text, this.#parse(text), original, (label) => change(label, Object.values(label))));
    }
  }

  /** @param {(text: string) => string} change */
  #change(change) {
    tryToChange(() => this.#files.edit("plan.toml", change), () => this.render(), this.#report);
  }
}

/**
 * Returns the names of the months in a language, as TOML.
 * @param {string} tag
 */
function monthsIn(tag) {
  const names = new Intl.DateTimeFormat(tag, { month: "long", timeZone: "UTC" });
  return tomlList(Array.from({ length: 12 }, (_, month) => names.format(Date.UTC(2000, month))));
}
