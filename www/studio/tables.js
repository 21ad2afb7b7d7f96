// @ts-check
// Tables from a spreadsheet, as their authors write them: any names of columns, and clauses by their printed numbers.

import { say } from "./words.js";

/** @typedef {{ clauses: { eid: string, number: Record<string, string> }[] }} Numbers */
/** @typedef {(name: string) => string | undefined} FindClause - returns the eId of a clause; undefined if no clause, or more than one, is meant */
/** @typedef {{ clause: number, value: number, reason: number }} Choice - positions of columns; `reason` is -1 without one */

/** The most names that an error lists. */
const MOST_NAMES = 3;

/**
 * Returns the rows of a table that a tab, a semicolon or a comma divides into cells. Empty rows are left out.
 * @param {string} text
 */
export function rowsOf(text) {
  const [first] = text.split("\n");
  const sign = ["\t", ";", ","].find((one) => first.includes(one)) ?? ",";
  const rows = [[""]];
  let isQuoted = false;
  const content = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  for (let at = 0; at < content.length; at += 1) {
    const row = rows[rows.length - 1];
    const cell = row[row.length - 1];
    const letter = content[at];
    if (letter === '"' && isQuoted && content[at + 1] === '"') at += 1;
    else if (letter === '"' && (isQuoted || !cell)) {
      isQuoted = !isQuoted;
      continue;
    } else if (letter === sign && !isQuoted) {
      row.push("");
      continue;
    } else if (letter === "\n" && !isQuoted) {
      rows.push([""]);
      continue;
    }
    row[row.length - 1] = cell + letter;
  }
  return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some(Boolean));
}

/**
 * Returns a function that finds clauses by eId, or by the numbers that the document prints: “Article 1(1)”, “Art. 1 (1)”,
 * “1.1”, and “(1)” if only one clause has it.
 * @param {Numbers} plan
 * @returns {FindClause}
 */
export function clauseFinder({ clauses }) {
  /** @type {Map<string, Map<string, string[]>>} The numbers of clauses, with the eIds and all words of these. */
  const known = new Map();
  const eids = new Set(clauses.map(({ eid }) => eid));
  for (const { eid, number } of clauses) {
    for (const name of [eid, ...Object.values(number)]) {
      const parts = partsOf(name);
      const words = parts.filter((part) => !isNumber(part));
      // Outer divisions can be left out.
      for (const start of parts.keys()) {
        const numbers = numbersOf(parts.slice(start));
        const of = known.get(numbers) ?? new Map();
        if (numbers) known.set(numbers, of.set(eid, [...(of.get(eid) ?? []), ...words]));
      }
    }
  }
  return (name) => {
    if (eids.has(name)) return name;
    const parts = partsOf(name);
    const words = parts.filter((part) => !isNumber(part));
    const fitting = [...(known.get(numbersOf(parts)) ?? [])].filter(([, own]) => words.every((word) => own.some((one) => one.startsWith(word))));
    return fitting.length === 1 ? fitting[0][0] : undefined;
  };
}

/**
 * Returns the columns that probably have the clause, the value and the reason.
 * @param {string[][]} rows - the first has the names
 * @param {FindClause} find
 * @returns {Choice}
 */
export function guess([names = [], ...rows], find) {
  const named = (/** @type {string} */ name) => names.findIndex((one) => one.toLowerCase() === name);
  const found = names.map((_, at) => rows.filter((row) => find(row[at] ?? "")).length);
  const clause = named("eid") >= 0 ? named("eid") : found.indexOf(Math.max(...found));
  const reason = named("reason");
  const other = names.findIndex((_, at) => at !== clause && at !== reason);
  return { clause, value: named("value") >= 0 ? named("value") : other, reason };
}

/**
 * Returns a table as the compiler reads it; fails if a row names no clause.
 * @param {string[][]} rows - the first has the names
 * @param {Choice} choice
 * @param {FindClause} find
 * @param {string} example - how a clause can be named
 */
export function tableOf([, ...rows], { clause, value, reason }, find, example) {
  if (!rows.length || clause === value) throw new Error(say("tableColumns"));
  const filled = rows.filter((row) => row[value]);
  const unknown = filled.filter((row) => !find(row[clause] ?? "")).map((row) => `“${row[clause] ?? ""}”`);
  if (unknown.length) throw new Error(say("tableUnknown", { names: unknown.slice(0, MOST_NAMES).join(", "), count: `${unknown.length}`, example }));
  const columns = reason < 0 ? [value] : [value, reason];
  const lines = filled.map((row) => [find(row[clause]) ?? "", ...columns.map((at) => row[at] ?? "")]);
  return [["eid", "value", "reason"].slice(0, columns.length + 1), ...lines].map((line) => `${line.map(cellOf).join(",")}\n`).join("");
}

/** @param {string} text */
const cellOf = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Returns the numbers and the words of a name.
 * @param {string} name
 */
const partsOf = (name) => name.toLowerCase().match(/\p{N}+|\p{L}[\p{L}\p{M}]*/gu) ?? [];

/**
 * Reports whether a part is a number: a lone letter and a Roman number are.
 * @param {string} part
 */
const isNumber = (part) => /^(\p{N}+|\p{L}|[ivxl]+)$/u.test(part) || /[一二三四五六七八九十百]/.test(part);

/** @param {string[]} parts */
const numbersOf = (parts) => parts.filter(isNumber).join(" ");
