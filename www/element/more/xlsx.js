// @ts-check
// A table as a workbook for spreadsheets (Office Open XML). Every cell is a text, so that none of them is a formula.

import { zip } from "./zip.js";

/** A text for programs, before all files. */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const OFFICE_TYPES = "application/vnd.openxmlformats-officedocument";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

// The limits of spreadsheets: characters of a cell, characters of a link, links of a sheet.
const LONGEST_CELL = 32767;
const LONGEST_LINK = 2079;
const MOST_LINKS = 65530;

// The looks of cells, by their index in the styles.
const TEXT = 0;
const HEADER = 1;
const LINK = 2;

/**
 * Returns a workbook with one sheet, as the parts of a file.
 * @param {string} title
 * @param {string[][]} rows - the headers first; addresses of the web are links
 * @param {Date} now
 */
export function workbook(title, rows, now) {
  /** @type {string[]} */
  const links = [];
  const lines = rows.map((cells, row) => {
    const written = cells.map((text, column) => {
      const place = columnName(column) + (row + 1);
      const isLink = row > 0 && /^https?:\/\//.test(text) && text.length <= LONGEST_LINK && links.length < MOST_LINKS;
      if (isLink) links.push(place, text);
      const style = row === 0 ? HEADER : isLink ? LINK : TEXT;
      return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${written.join("")}</row>`;
  });
  const [headers = []] = rows;
  const columns = headers.map((_, nth) => {
    const longest = Math.max(...rows.map((cells) => width(cells[nth] ?? "")));
    return `<col min="${nth + 1}" max="${nth + 1}" width="${Math.min(Math.max(longest + 2, 8), 60)}" customWidth="1"/>`;
  });
  const places = links.filter((_, nth) => nth % 2 === 0);
  const targets = links.filter((_, nth) => nth % 2 === 1);
  const last = columnName(headers.length - 1) + rows.length;
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ["/xl/workbook.xml", "spreadsheetml.sheet.main"],
      ["/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"],
      ["/xl/styles.xml", "spreadsheetml.styles"],
    ].map(([path, type]) => `<Override PartName="${path}" ContentType="${OFFICE_TYPES}.${type}+xml"/>`).join("")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    "_rels/.rels": relationships([[`${OFFICE}/officeDocument`, "xl/workbook.xml"], [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"]]),
    "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${now.toISOString().slice(0, 19)}Z</dcterms:created></cp:coreProperties>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([[`${OFFICE}/worksheet`, "worksheets/sheet1.xml"], [`${OFFICE}/styles`, "styles.xml"]]),
    "xl/styles.xml": `${XML}<styleSheet xmlns="${SHEETS}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">${[TEXT, HEADER, LINK].map((font) => `<xf xfId="0" fontId="${font}" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`).join("")}</cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `${XML}<worksheet xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>${lines.join("")}</sheetData><autoFilter ref="A1:${last}"/>${places.length ? `<hyperlinks>${places.map((place, nth) => `<hyperlink ref="${place}" r:id="r${nth + 1}"/>`).join("")}</hyperlinks>` : ""}</worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(targets.map((target) => [`${OFFICE}/hyperlink`, target]), ' TargetMode="External"'),
  });
}

/**
 * @param {string[][]} list - types and targets
 * @param {string} [mode]
 */
function relationships(list, mode = "") {
  const each = list.map(([type, target = ""], nth) => `<Relationship Id="r${nth + 1}" Type="${type}" Target="${escaped(target)}"${mode}/>`);
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

/**
 * Returns the letters of a column, counted from 0: `A` to `Z`, then `AA`.
 * @param {number} nth
 * @returns {string}
 */
function columnName(nth) {
  return (nth > 25 ? columnName(Math.floor(nth / 26) - 1) : "") + String.fromCharCode(65 + (nth % 26));
}

/**
 * Returns a text for XML. A character that XML cannot contain becomes U+FFFD.
 * @param {string} text
 */
export function escaped(text) {
  const entities = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter).replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}

/**
 * Returns a text for a cell. Spreadsheets read `_x0041_` as the letter A.
 * @param {string} text
 */
function cellText(text) {
  const cut = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
  return escaped(cut.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"));
}

/**
 * Returns a name for a sheet: at most 31 characters, and none that separates names in a formula.
 * @param {string} title
 */
function sheetName(title) {
  const name = title.replace(/[\\/?*[\]:]/g, " ").replace(/^'|'$/g, " ").slice(0, 31).trim();
  return escaped(name || "1");
}

/**
 * Returns about how wide a text is, in digits. Chinese characters are as wide as two.
 * @param {string} text
 */
function width(text) {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
