// @ts-check

import { copyByCommand } from "./copy.js";
import { inDocument } from "./native.js";
import { tableOf } from "./table-of.js";

/**
 * Copies the table of a button for programs that write texts, with numbers and texts only: as HTML with links, and as
 * plain text. Returns whether that worked.
 * @param {HTMLElement} button
 * @param {import("./types.js").Plan} plan
 */
export async function copyTable(button, { id, title: titles, languages, source, plans }) {
  const { rows, tags, texts, note } = tableOf(button);
  const [headers = []] = rows;
  const [tag = ""] = tags;
  const title = titles[tag] ?? Object.values(titles)[0] ?? "";
  const shown = tags.flatMap((tag) => languages.find((language) => language.tag === tag) ?? []);
  const columns = [{ nth: 1, lang: "" }, ...shown.map(({ html }, nth) => ({ nth: headers.indexOf(texts[nth] ?? ""), lang: html }))];
  /** @param {{ id: string, title: import("./types.js").Localized, source: import("./types.js").Source }} plan */
  const sourceLine = (plan) => {
    const copy = [plan.source.publisher, plan.source.published].filter(Boolean).join(", ");
    const name = plans ? [plan.title[tag] ?? Object.values(plan.title)[0]] : [];
    return [...name, copy, plan.source.url].filter(Boolean).join(": ");
  };
  // Of a collection, those plans whose clauses are in the table.
  const nth = headers.indexOf("plan");
  const listed = plans?.filter(({ id }) => rows.some((row) => row[nth] === id)) ?? [{ id, title: titles, source }];
  const below = [note, ...listed.map(sourceLine)].filter(Boolean);
  // In a document of its own, which loads and runs nothing.
  const page = /** @type {Document} */ (inDocument("implementation").createHTMLDocument(title));
  const table = Object.assign(page.createElement("table"), { border: "1", cellPadding: "4" });
  table.createCaption().textContent = title;
  const [head, body] = [table.createTHead(), table.createTBody()];
  const lines = [title];
  for (const [nth, row] of rows.entries()) {
    const line = (nth ? body : head).insertRow();
    const address = row.at(-1) ?? "";
    const cells = columns.map(({ nth, lang }) => ({ textContent: row[nth] ?? "", lang }));
    for (const [column, cell] of cells.entries()) {
      const isLink = nth && !column && address;
      const shown = Object.assign(page.createElement(nth ? "td" : "th"), isLink ? {} : cell);
      if (isLink) shown.append(Object.assign(page.createElement("a"), cell, { href: address }));
      line.append(shown);
    }
    lines.push([...cells.map(({ textContent }) => textContent), address].map((cell) => cell.replace(/\s+/g, " ")).join("\t"));
  }
  page.body.append(table, ...below.map((note) => Object.assign(page.createElement("p"), { textContent: note })));
  const data = {
    "text/html": new XMLSerializer().serializeToString(page.body),
    "text/plain": [...lines, ...below].join("\n"),
  };
  try {
    const items = Object.entries(data).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(items))]);
    return true;
  } catch {
    // As with plain texts: a frame of another site, or a page without HTTPS.
    return copyByCommand(data);
  }
}
