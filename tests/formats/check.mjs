// Reads citations, exports and pictures with parsers of their formats, and compares them with the plan. Prints
// "all right" and the number of texts, or fails with the difference.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { parse as parseCsv } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import wtf from "wtf_wikipedia";
import * as spreadsheets from "@e965/xlsx";
import { workbook } from "./xlsx.js";

const { plan, page, accessed, citations, tables, json, pictures } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const host = new URL(page).host;
const nearest = (texts, tag) => texts[tag] ?? Object.values(texts)[0];
const isTruncated = (eid) => plan.source.endsIn === eid;

/** A clause's text as it leaves the explorer. Translations have the mark in their text. */
const quotable = (eid, tag) => {
  const text = nearest(clauseOf.get(eid).text, tag);
  return isTruncated(eid) && !text.endsWith("[…]") ? `${text} […]` : text;
};
const clauseOf = new Map(plan.clauses.map((clause) => [clause.eid, clause]));

// The fields of each citation style, from its own parser, in one shape.
const fromCsl = (items) => items.map((item) => ({
  id: item.id,
  title: item.title,
  publisher: item.publisher,
  via: item.source,
  date: item.issued["date-parts"][0].join("-"),
  language: item.language,
  url: item.URL,
  notes: item.note,
  accessed: item.accessed?.["date-parts"][0].join("-"),
  words: item.abstract,
}));
const readers = {
  bibtex: (text) => fromCsl(new Cite(text, { forceType: "@biblatex/text" }).data).map((item) => {
    const [publisher, via] = item.publisher.split(", via ");
    return { ...item, publisher, via };
  }),
  // The plugin does not know the tags of the distributor and of the day of access.
  ris: (text) => {
    const [via, days] = ["DP", "Y2"].map((tag) => [...text.matchAll(new RegExp(`^${tag}  - (.*)\r$`, "gm"))].map(([, found]) => found));
    const items = fromCsl(new Cite(text, { forceType: "@ris/file" }).data);
    return items.map((item, nth) => ({ ...item, via: via[nth], accessed: days[nth]?.replaceAll("/0", "-").replaceAll("/", "-").slice(0, -1) }));
  },
  "csl-json": (text) => fromCsl(new Cite(JSON.parse(text)).data),
  wikipedia: (text) => text.split("\n").map((line) => {
    const document = wtf(line);
    const [cited, ...others] = document.citations().map((citation) => citation.json());
    assert.equal(others.length, 0);
    assert.equal(cited.type, "cite web");
    const date = (name) => cited[name].replaceAll("-0", "-");
    return { ...cited, original: cited.title, title: `${cited["trans-title"] ?? cited.title}, ${cited.at}`, date: date("date"), accessed: date("access-date"), notes: document.text() };
  }),
};

// The parser of templates replaces a Chinese full stop by a plain one, and keeps the codes of brackets.
const asWtf = (text) => text.replaceAll("。", ". ").replaceAll("[", "&#91;").replaceAll("]", "&#93;").trim();

function compare({ style, tag, eids, text, note, breaksOff }) {
  const language = plan.languages.find((known) => known.tag === tag);
  const original = plan.languages[0];
  const isTranslation = tag !== original.tag;
  if (["text", "apa", "chicago"].includes(style)) {
    const paragraphs = text.split(style === "text" ? "\n\n" : "\n");
    assert.equal(paragraphs.length, eids.length);
    for (const [nth, eid] of eids.entries()) {
      const { number } = clauseOf.get(eid);
      const { source } = plan;
      const parts = [nearest(plan.title, tag), nearest(number, tag), source.publisher, `${page}#${eid}`];
      const [open, close] = tag === "es" ? "«»" : "“”";
      if (style === "text") parts.push(`${open}${quotable(eid, tag)}${close}`, source.url, accessed);
      if (style === "text" && isTranslation) parts.push(`[${quotable(eid, original.tag)}]`);
      if (style === "apa") parts.push("(2021, December 7). ", "Retrieved November 5, 2026, from https://");
      if (style === "chicago") parts.push(" December 7, 2021. ", "Accessed November 5, 2026. https://");
      if (style !== "text" && isTranslation) parts.push(`${nearest(plan.title, original.tag)} [${nearest(plan.title, tag)}], `);
      if (language.status === "unofficial") parts.push(style === "apa" ? `[${note.slice(0, -1)}]` : note);
      if (isTruncated(eid)) parts.push(breaksOff);
      for (const part of parts) assert.ok(paragraphs[nth].includes(part), `“${part}” in ${paragraphs[nth]}`);
    }
    return;
  }
  const items = readers[style](text);
  assert.equal(items.length, eids.length);
  for (const [nth, eid] of eids.entries()) {
    const { number } = clauseOf.get(eid);
    const item = items[nth];
    const quoted = [tag, original.tag].map((tag) => quotable(eid, tag));
    if (style === "wikipedia") {
      assert.equal(item.quote, asWtf(quoted[1]));
      assert.equal(item["trans-quote"], isTranslation ? asWtf(quoted[0]) : undefined);
      assert.equal(item.original, nearest(plan.title, original.tag));
    } else {
      assert.equal(item.id, `${plan.id}-${eid}`);
      assert.equal(item.words, isTranslation ? quoted.join(" / ") : quoted[0]);
    }
    assert.equal(item.accessed, accessed.replaceAll("-0", "-"));
    assert.equal(item.title, `${nearest(plan.title, tag)}, ${nearest(number, tag)}`);
    assert.equal(item.publisher, plan.source.publisher);
    assert.equal(item.via, host);
    assert.equal(item.date, plan.source.published.slice(0, 10).replaceAll("-0", "-"));
    assert.equal(item.language, style === "wikipedia" ? original.html : language.html);
    assert.equal(item.url, `${page}#${eid}`);
    const notes = [language.status === "unofficial" && note, isTruncated(eid) && breaksOff, style !== "wikipedia" && plan.source.url];
    const expected = notes.filter(Boolean).join(" ");
    assert.equal(item.notes ?? "", style === "wikipedia" ? asWtf(expected) : expected);
  }
}

/** By citeproc, as reference managers do. */
function compareBibliography({ tag, eids, text }) {
  const bibliography = new Cite(JSON.parse(text)).format("bibliography", { template: "apa", format: "text", lang: "en-US" });
  for (const eid of eids) {
    assert.ok(bibliography.includes(`${nearest(plan.title, tag)}, ${nearest(clauseOf.get(eid).number, tag)}. https://`), eid);
    assert.ok(bibliography.includes(`${page}#${eid}\n`), eid);
  }
  // Letters distinguish citations of the same day.
  const isDated = (line) => line.startsWith(`${plan.source.publisher}. (2021`) && line.includes(", December 7). ");
  const dated = bibliography.split("\n").filter(isDated);
  assert.equal(dated.length, eids.length, bibliography.slice(0, 500));
}

const facetsOf = (clause) => plan.facets.map((facet, place) => [
  facet.id,
  clause.tags.filter((tag) => tag.facet === place).map((tag) => facet.values[tag.value].id),
]);
function divisionsOf(clause) {
  const division = plan.divisions[clause.division];
  return division.parent === null ? [division, null] : [plan.divisions[division.parent], division];
}

function compareTable({ tag, separator, status, csv, forPrograms }) {
  const rows = parseCsv(forPrograms, { bom: true, columns: true });
  assert.equal(rows.length, plan.clauses.length);
  const original = plan.languages[0].tag;
  /** Number and divisions in a language, under keys with this end. */
  const position = (clause, tag, end) => {
    const heading = (division) => (division ? `${nearest(division.number, tag)} ${nearest(division.heading, tag)}`.replace(/、 /, "、") : "");
    const [article, section] = divisionsOf(clause).map(heading);
    return Object.entries({ number: nearest(clause.number, tag), article, section }).map(([key, text]) => [key + end, text]);
  };
  const expected = plan.clauses.map((clause) => Object.fromEntries([
    ["eid", clause.eid],
    ...position(clause, tag, ""),
    ...plan.languages.map(({ tag }) => [`text_${tag}`, quotable(clause.eid, tag)]),
    ...plan.facets.flatMap((facet, place) => {
      const values = clause.tags.filter((tag) => tag.facet === place).map((tag) => facet.values[tag.value]);
      return [[facet.id, values.map(({ id }) => id).join(";")], [`${facet.id}_label`, values.map(({ label }) => nearest(label, tag)).join("; ")]];
    }),
    ["text_status", status],
    ...(tag === original ? [] : position(clause, original, `_${original}`)),
    ["url", `${page}#${clause.eid}`],
  ]));
  for (const [nth, row] of rows.entries()) assert.deepEqual({ ...row }, expected[nth]);
  // For readers, the same cells are below headers in their language.
  const [headers, ...cells] = parseCsv(csv, { bom: true, delimiter: separator });
  assert.deepEqual(cells, parseCsv(forPrograms, { bom: true }).slice(1));
  for (const { label } of plan.facets) assert.ok(headers.includes(nearest(label, tag)), `${headers}`);
  assert.equal(new Set(headers).size, headers.length, `${headers}`);
}

const DAY = new Date("2026-11-05T10:20:30Z");
const read = (parts) => spreadsheets.read(Buffer.concat(parts), { cellStyles: true, bookFiles: true, WTF: true });

/** Makes a workbook of a table, as the widget does, and reads it with a program for spreadsheets. */
function compareWorkbook({ tag, separator, csv }, change = (parts) => parts) {
  const rows = parseCsv(csv, { bom: true, delimiter: separator });
  const title = nearest(plan.title, tag);
  const book = read(change(workbook(title, rows, DAY)));
  assert.equal(book.Props.Title, title);
  assert.equal(book.Props.CreatedDate.toISOString(), DAY.toISOString());
  const sheet = book.Sheets[book.SheetNames[0]];
  assert.deepEqual(spreadsheets.utils.sheet_to_json(sheet, { header: 1, defval: "" }), rows);
  const cells = Object.entries(sheet).filter(([place]) => !place.startsWith("!"));
  assert.ok(cells.every(([, cell]) => cell.f === undefined && ["s", "z"].includes(cell.t)));
  const links = cells.filter(([, cell]) => cell.l).map(([, cell]) => [cell.v, cell.l.Target]);
  assert.deepEqual(links, plan.clauses.map(({ eid }) => [`${page}#${eid}`, `${page}#${eid}`]));
  assert.equal(sheet["!autofilter"].ref, sheet["!ref"]);
  assert.ok(sheet["!cols"].length === rows[0].length && sheet["!cols"].every(({ width }) => width >= 8 && width <= 60));
  const xml = book.files["xl/worksheets/sheet1.xml"].content.toString();
  assert.ok(xml.includes('ySplit="1"') && xml.includes('state="frozen"'));
}

/** Texts that are special to XML, spreadsheets or archives. */
function compareHostileWorkbook() {
  const texts = ["=1+2", "+1", "@x", "-1", "<a&\"'>", "_x0041_", " a\n\tb ", "\u{0}\u{1f}", "𠮷", "x".repeat(40_000), "", "http://news.example/?a=1&b=\"<2>\"", "javascript:alert(1)", `https://x/${"y".repeat(3000)}`];
  const wide = Array.from({ length: 800 }, (_, nth) => spreadsheets.utils.encode_col(nth));
  const sheetOf = (title, rows) => {
    const book = read(workbook(title, rows, DAY));
    return [book.Sheets[book.SheetNames[0]], book.SheetNames[0]];
  };
  const [sheet, name] = sheetOf("a/b\\c?*[d]:'<&>".repeat(4), [["texts"], ...texts.map((text) => [text])]);
  assert.ok(name.length <= 31 && !/[\\/?*[\]:]/.test(name), name);
  const found = texts.map((_, nth) => sheet[`A${nth + 2}`]?.v ?? "");
  const expected = texts.map((text) => (text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text.replace(/[\0\x1f]/g, "\ufffd")));
  assert.deepEqual(found, expected);
  const links = Object.values(sheet).flatMap((cell) => cell.l?.Target ?? []);
  assert.deepEqual(links, [texts[11]]);
  const [columns] = sheetOf("", [wide]);
  assert.ok(wide.every((column) => columns[`${column}1`].v === column));
}

function compareJson(text) {
  const expected = plan.clauses.map((clause) => {
    const [article, section] = divisionsOf(clause);
    return {
      eid: clause.eid,
      number: nearest(clause.number, plan.languages[0].tag),
      path: [article, section].filter(Boolean).map(({ eid, number, heading }) => ({
        eid,
        number: nearest(number, plan.languages[0].tag),
        heading: nearest(heading, plan.languages[0].tag),
      })),
      article: article.eid,
      section: section?.eid ?? null,
      text: Object.fromEntries(plan.languages.map(({ tag }) => [tag, quotable(clause.eid, tag)])),
      facets: Object.fromEntries(facetsOf(clause)),
    };
  });
  assert.deepEqual(JSON.parse(text), expected);
}

function comparePicture({ tag, narrowed, total, svg }) {
  const elements = [];
  const open = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", (element) => {
    const attributes = Object.fromEntries(Object.values(element.attributes).map(({ name, value }) => [name, value]));
    open.push({ name: element.local, uri: element.uri, attributes, text: "" });
    elements.push(open.at(-1));
  });
  parser.on("text", (text) => { if (open.length) open.at(-1).text += text; });
  parser.on("closetag", () => open.pop());
  parser.write(svg).close();
  const [root, title, description] = elements;
  assert.ok(elements.every(({ uri }) => uri === "http://www.w3.org/2000/svg"));
  assert.deepEqual([root.name, title.name, description.name], ["svg", "title", "desc"]);
  assert.equal(root.attributes["xml:lang"], plan.languages.find((language) => language.tag === tag).html);
  assert.equal(title.text, nearest(plan.title, tag));
  // No scripts, links or images.
  assert.deepEqual([...new Set(elements.map(({ name }) => name))].sort(), ["desc", "g", "rect", "svg", "text", "title"]);
  for (const { attributes } of elements) assert.ok(!Object.keys(attributes).some((name) => /^on|href|style/.test(name)));
  const texts = elements.filter(({ name }) => name === "text").map(({ text }) => text);
  const said = texts.join(" ");
  for (const facet of [plan.overview.rows, plan.overview.columns].map((place) => plan.facets[place])) {
    for (const { label } of facet.values) assert.ok(said.includes(nearest(label, tag)), nearest(label, tag));
  }
  for (const part of [narrowed, plan.source.publisher, plan.source.published, plan.source.url]) assert.ok(said.includes(part), part);
  for (const { label } of plan.facets[plan.overview.rows].values) assert.ok(description.text.includes(nearest(label, tag)));
  assert.ok(description.text.includes(narrowed));
  const counts = texts.filter((text) => /^\d+$/.test(text)).map(Number);
  const width = plan.facets[plan.overview.columns].values.length + 1;
  assert.equal(counts.length, width * (plan.facets[plan.overview.rows].values.length + 1));
  assert.equal(counts.at(-1), total);
  // Count the totals of the whole plan independently.
  if (narrowed === "") {
    const carrying = (facet, value) => plan.clauses.filter(({ tags }) => tags.some((tag) => tag.facet === facet && tag.value === value)).length;
    plan.facets[plan.overview.rows].values.forEach((_, row) => assert.equal(counts[row * width + width - 1], carrying(plan.overview.rows, row)));
  }
}

// Each comparison fails on broken input.
const one = (style) => citations.find((citation) => citation.style === style && citation.eids.length === 1);
const refuses = (compare, broken, what) => assert.throws(() => compare(broken), undefined, `${what} must not pass`);
const breakings = {
  text: [(text) => text.replace("#art", "#"), (text) => `${text}\n\n`],
  apa: [(text) => text.replace("#art", "#"), (text) => text.replace("Retrieved November 5", "Retrieved November 6"), (text) => `${text}\n`],
  chicago: [(text) => text.replace("#art", "#"), (text) => text.replace("Accessed", ""), (text) => `${text}\n`],
  bibtex: [(text) => text.slice(0, -4), (text) => text.replace("title = {{", "title = {{{"), (text) => text.replace("howpublished", "edition"), (text) => text.replace("urldate", "note")],
  ris: [(text) => text.replace("TI  - ", "TI - "), (text) => text.replace("PB  - ", "PB  - x"), (text) => text.replace("TY  - ELEC\r\n", ""), (text) => text.replace("Y2  - ", "Y9  - ")],
  "csl-json": [(text) => text.slice(0, -3), (text) => text.replace("\"URL\"", "\"url\""), (text) => text.replace("[[2021", "[[2022")],
  wikipedia: [(text) => text.replace("|title=", "|title=a|b"), (text) => text.replace("}}", ""), (text) => text.replace("|via=", "|website=")],
};
for (const [style, breakers] of Object.entries(breakings)) {
  for (const breaker of breakers) {
    const { text } = one(style);
    assert.notEqual(breaker(text), text, `${breaker} breaks something`);
    refuses(compare, { ...one(style), text: breaker(text) }, `${style}, ${breaker}`);
  }
}
const broken = (from, to) => ({ ...tables[0], forPrograms: tables[0].forPrograms.replace(from, to) });
refuses(compareTable, broken(",", ";"), "a table with a cell less");
refuses(compareTable, broken("\r\n", "\r\n\""), "a table with an open quotation mark");
refuses(compareTable, { ...tables[0], separator: tables[0].separator === "," ? ";" : "," }, "a table with another separator");
refuses((parts) => compareWorkbook(tables[0], () => parts), workbook("a", [["b"]], DAY), "another workbook");
refuses((nth) => compareWorkbook(tables[0], (parts) => parts.toSpliced(nth, 1)), 3, "an archive without a file");
refuses(compareJson, json.slice(0, -2), "JSON without an end");
refuses(compareJson, json.replace("art_1__para_1", "art_1__para_9"), "JSON of another clause");
for (const [from, to] of [["</svg>", ""], ["</text>", "&</text>"], ["<rect", "<rect onclick=\"a()\""], ["<g ", "<script/><g "]]) {
  refuses(comparePicture, { ...pictures[0], svg: pictures[0].svg.replace(from, to) }, `a picture with ${to} for ${from}`);
}

const within = (what, compare, value) => {
  try {
    compare(value);
  } catch (error) {
    error.message = `${what}: ${error.message}`;
    throw error;
  }
};
for (const citation of citations) within(`${citation.style} in ${citation.tag} of ${citation.eids.join()}`, compare, citation);
const selections = citations.filter(({ style, eids }) => style === "csl-json" && eids.length > 1);
assert.equal(selections.length, plan.languages.length);
for (const selection of selections) within(`the bibliography in ${selection.tag}`, compareBibliography, selection);
for (const table of tables) within(`the table in ${table.tag}`, compareTable, table);
for (const table of tables) within(`the workbook in ${table.tag}`, compareWorkbook, table);
within("the workbook", compareHostileWorkbook);
within("the JSON", compareJson, json);
for (const picture of pictures) within(`the picture in ${picture.tag}`, comparePicture, picture);
console.log(`all right: ${citations.length} citations, ${plan.clauses.length} rows and objects, ${pictures.length} pictures`);
