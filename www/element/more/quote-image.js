// @ts-check
// A clause as an image to share, drawn in the page with the page's fonts.

import { newElement } from "./native.js";
import { directionOf, layOut } from "./quote-layout.js";
import { save } from "./save.js";
import { escaped } from "./xlsx.js";

/** @import { ClauseExplorerElement } from "./types.js" */
/** @import { Line, Quotation } from "./quote-layout.js" */

/** The names of the images' sizes, in pixels. An SVG has the first one. */
const SIZES = /** @type {Record<string, [number, number]>} */ ({ png: [1200, 630], square: [1080, 1080], svg: [1200, 630] });

/**
 * Saves the quotation of an opened clause as a file, as a button says. Returns whether that worked.
 * @param {HTMLElement} button
 */
export async function saveImage(button) {
  const kind = button.dataset.image ?? "";
  const [width, height] = SIZES[kind];
  const article = /** @type {Element} */ (button.closest("article"));
  const { host } = /** @type {ShadowRoot} */ (button.getRootNode());
  const explorer = /** @type {ClauseExplorerElement} */ (host);
  const context = /** @type {CanvasRenderingContext2D} */ (newElement("canvas", { width, height }).getContext("2d"));
  /** @param {string} font */
  const measure = (font) => {
    context.font = font;
    return (/** @type {string} */ text) => context.measureText(text).width;
  };
  const { font, surface, text, muted, accent } = looks(article);
  const quotation = quoted(explorer, article, button);
  const lines = layOut(quotation, [width, height], font, measure);
  const picture = { width, height, font, lines, colours: { surface, text, muted, accent } };
  const [file, ending, type] = kind === "svg" ? [svg(picture, quotation), "svg", "image/svg+xml"] : [await png(picture, quotation, context), "png", "image/png"];
  save(`${explorer.plan?.id}-${article.id}.${ending}`, [file], type);
  return true;
}

/**
 * Returns the texts of an opened clause as they are shown; a translation alone has the original below it.
 * @param {ClauseExplorerElement} explorer
 * @param {Element} article
 * @param {HTMLElement} button
 * @returns {Quotation}
 */
function quoted(explorer, article, button) {
  const texts = [...article.querySelectorAll("[part~=text]")].map(({ textContent }) => textContent ?? "");
  const [clause] = explorer.clauses({ pin: [article.id], only: "pins" });
  const [original] = Object.values(clause?.text ?? {});
  if (texts.length === 1 && original && !texts.includes(original)) texts.push(original);
  const number = article.querySelector("[part~=number]")?.textContent ?? "";
  const source = /** @type {HTMLElement | null} */ (button.closest(".images"))?.dataset.source ?? "";
  return { texts, source: number + source.trimEnd() };
}

/**
 * Returns the page's font, and the widget's colours.
 * @param {Element} article
 */
function looks(article) {
  /** @param {string} css */
  const styleOf = (css) => getComputedStyle(article.closest(css) ?? article.querySelector(css) ?? article);
  const { fontFamily, color, backgroundColor } = styleOf(".root");
  return { font: fontFamily, surface: backgroundColor, text: color, muted: styleOf(".images").color, accent: styleOf("[part~=actions] a").color };
}

/** @typedef {{ width: number, height: number, font: string, lines: Line[], colours: Record<"surface" | "text" | "muted" | "accent", string> }} Picture */

/** The line where the quotation begins: its width, and its distance from the edges, in pixels. */
const BAR = { width: 6, margin: 60 };

/**
 * Returns the position of this line.
 * @param {number} width
 * @param {string} [text] - the first one
 */
const barOf = (width, text = "") => (directionOf(text) === "rtl" ? width - BAR.margin - BAR.width : BAR.margin);

/**
 * @param {Picture} picture
 * @param {Quotation} quotation
 * @param {CanvasRenderingContext2D} context
 * @returns {Promise<Blob>}
 */
async function png({ width, height, lines, colours }, { texts }, context) {
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, width, height);
  context.fillStyle = colours.accent;
  context.fillRect(barOf(width, texts[0]), BAR.margin, BAR.width, height - 2 * BAR.margin);
  for (const { text, x, y, font, colour, direction } of lines) {
    Object.assign(context, { font, direction });
    context.fillStyle = colours[colour];
    context.fillText(text, x, y);
  }
  const blob = await new Promise((done) => context.canvas.toBlob(done));
  if (!blob) throw new Error("expected an image of the canvas, found none: the browser may refuse to read it");
  return blob;
}

/**
 * @param {Picture} picture
 * @param {Quotation} quotation
 */
function svg({ width, height, font, lines, colours }, { texts, source }) {
  const rows = lines.map(({ text, x, y, size, colour, direction }) => `<text x="${x}" y="${y}" font-size="${size}" direction="${direction}" fill="${escaped(colours[colour])}">${escaped(text)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(font)}">
<title>${escaped(source)}</title><desc>${escaped(texts.join("\n"))}</desc>
<rect width="${width}" height="${height}" fill="${escaped(colours.surface)}"/>
<rect x="${barOf(width, texts[0])}" y="${BAR.margin}" width="${BAR.width}" height="${height - 2 * BAR.margin}" fill="${escaped(colours.accent)}"/>
${rows.join("\n")}
</svg>
`;
}
