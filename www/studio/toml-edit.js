// @ts-check
// Changes single values of a TOML file and keeps everything else to the letter: comments, order and spaces are the author's.

/**
 * A line or several that belong together: the head of a table, or a key with its value.
 * @typedef {{ kind: "head" | "key", name: string, start: number, valueStart: number, end: number }} Statement
 */

/**
 * Returns the text with another value of a key; adds the key if it is missing.
 * @param {string} text
 * @param {[head: string, nth: number] | undefined} table - such as the second `[[value]]`; undefined for the keys before all tables
 * @param {string} key
 * @param {string} value - as TOML
 */
export function withKey(text, table, key, value) {
  const all = statements(text);
  const [from, to] = rangeOf(all, table);
  const inside = all.slice(from, to);
  const known = inside.find(({ kind, name }) => kind === "key" && name === key);
  if (known) return text.slice(0, known.valueStart) + value + text.slice(known.end);
  const last = inside.at(-1) ?? all[from - 1];
  const line = `${key} = ${value}`;
  return last ? `${text.slice(0, last.end)}\n${line}${text.slice(last.end)}` : `${line}\n${text}`;
}

/**
 * Returns the text without a key.
 * @param {string} text
 * @param {[head: string, nth: number] | undefined} table
 * @param {string} key
 */
export function withoutKey(text, table, key) {
  const all = statements(text);
  const [from, to] = rangeOf(all, table);
  const known = all.slice(from, to).find(({ kind, name }) => kind === "key" && name === key);
  return known ? text.slice(0, known.start) + text.slice(known.end).replace(/^[^\n]*\n?/, "") : text;
}

/**
 * Returns the text with another table at its end.
 * @param {string} text
 * @param {string} head - with its brackets
 * @param {Record<string, string>} entries - as TOML
 */
export function withTable(text, head, entries) {
  const lines = Object.entries(entries).map(([key, value]) => `${key} = ${value}\n`);
  return `${text.trimEnd()}\n\n${head}\n${lines.join("")}`;
}

/**
 * Returns the text without a table.
 * @param {string} text
 * @param {string} head
 * @param {number} nth
 */
export function withoutTable(text, head, nth) {
  const all = statements(text);
  const [from, to] = rangeOf(all, [head, nth]);
  const first = all[from - 1];
  if (!first) return text;
  const { end } = all[to - 1];
  return `${text.slice(0, first.start).trimEnd()}\n\n${text.slice(end).trimStart()}`.trimEnd().concat("\n");
}

/**
 * Returns the text with changed labels: tables with a text for each language.
 * @param {string} text
 * @param {Record<string, any>} parsed - its contents
 * @param {string} original - the tag of a language that every label has
 * @param {(texts: Record<string, string>) => Record<string, string>} change
 */
export function withLabels(text, parsed, original, change) {
  const isTable = (/** @type {unknown} */ value) => !!value && typeof value === "object" && !Array.isArray(value);
  /**
   * @param {[head: string, nth: number] | undefined} table
   * @param {Record<string, any>} entries
   */
  const changeIn = (table, entries) => {
    for (const [key, value] of Object.entries(entries)) {
      if (isTable(value) && typeof value[original] === "string") text = withKey(text, table, key, tomlTable(change(value)));
    }
  };
  changeIn(undefined, parsed);
  for (const [key, value] of Object.entries(parsed)) {
    if (Array.isArray(value)) value.forEach((one, nth) => isTable(one) && changeIn([`[[${key}]]`, nth], one));
    else if (isTable(value) && typeof value[original] !== "string") changeIn([`[${key}]`, 0], value);
  }
  return text;
}

/** @param {string} text */
export const tomlText = (text) => JSON.stringify(text).replaceAll("\u007f", "\\u007f");

/**
 * @param {(string | string[])[]} texts
 * @returns {string}
 */
export const tomlList = (texts) => `[${texts.map((one) => (typeof one === "string" ? tomlText(one) : tomlList(one))).join(", ")}]`;

/** @param {Record<string, string>} texts - by language */
export const tomlTable = (texts) => `{ ${Object.entries(texts).map(([tag, text]) => `${/^[\w-]+$/.test(tag) ? tag : tomlText(tag)} = ${tomlText(text)}`).join(", ")} }`;

/**
 * Returns the range of the statements of a table, without its head.
 * @param {Statement[]} all
 * @param {[head: string, nth: number] | undefined} table
 * @returns {[from: number, to: number]}
 */
function rangeOf(all, table) {
  const heads = all.flatMap(({ kind, name }, index) => (kind === "head" ? [{ name, index }] : []));
  if (!table) return [0, heads[0]?.index ?? all.length];
  const [head, nth] = table;
  const at = heads.findIndex((one) => one === heads.filter(({ name }) => name === head)[nth]);
  if (at < 0) return [0, 0];
  return [heads[at].index + 1, heads[at + 1]?.index ?? all.length];
}

/**
 * Returns the statements of a valid file.
 * @param {string} text
 * @returns {Statement[]}
 */
function statements(text) {
  /** @type {Statement[]} */
  const found = [];
  let at = 0;
  while (at < text.length) {
    const [blank] = /** @type {RegExpExecArray} */ (/^(?:\s|#[^\n]*)*/.exec(text.slice(at)));
    at += blank.length;
    if (at >= text.length) break;
    const start = at;
    if (text[at] === "[") {
      const newline = text.indexOf("\n", at);
      const line = text.slice(at, newline < 0 ? text.length : newline);
      const [head] = /^\[+[^\]]*\]+/.exec(line) ?? [line];
      at += head.length;
      found.push({ kind: "head", name: head, start, valueStart: start, end: at });
    } else {
      const equals = text.indexOf("=", at);
      if (equals < 0) break;
      const name = text.slice(start, equals).trim();
      const [space] = /** @type {RegExpExecArray} */ (/^[ \t]*/.exec(text.slice(equals + 1)));
      const valueStart = equals + 1 + space.length;
      at = endOfValue(text, valueStart);
      found.push({ kind: "key", name, start, valueStart, end: at });
    }
    const newline = text.indexOf("\n", at); // after a comment
    at = newline < 0 ? text.length : newline;
  }
  return found;
}

/**
 * Returns the end of a value.
 * @param {string} text
 * @param {number} start
 */
function endOfValue(text, start) {
  let depth = 0;
  let at = start;
  let end = start;
  while (at < text.length) {
    const rest = text.slice(at, at + 3);
    const quote = rest === '"""' || rest === "'''" ? rest : /["']/.test(rest[0]) ? rest[0] : "";
    if (quote) {
      at = end = afterString(text, at + quote.length, quote);
      continue;
    }
    const sign = text[at];
    if (sign === "#") {
      const newline = text.indexOf("\n", at);
      at = newline < 0 ? text.length : newline;
      continue;
    }
    if (sign === "\n" && depth === 0) break;
    if (sign === "[" || sign === "{") depth += 1;
    if (sign === "]" || sign === "}") depth -= 1;
    at += 1;
    if (sign.trim()) end = at;
  }
  return end;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} quote
 */
function afterString(text, at, quote) {
  while (at < text.length && !text.startsWith(quote, at)) at += quote[0] === '"' && text[at] === "\\" ? 2 : 1;
  return Math.min(at + quote.length, text.length);
}
