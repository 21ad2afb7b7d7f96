// @ts-check
// The lines of a quotation in an image: the texts as large as they fit, the source at the foot.

/** @typedef {{ texts: string[], source: string }} Quotation - the first text is the larger one */
/** @typedef {{ text: string, x: number, y: number, size: number, font: string, colour: "text" | "muted", direction: "ltr" | "rtl" }} Line - it begins at `x`, which is its right end if it is written from right to left; `y` is its base line */
/** @typedef {(font: string) => (text: string) => number} Measure - returns the width of a text in a font, in pixels */

const START = 102; // in pixels, as all lengths here
const MARGIN = 60;
const LARGEST = 60; // the sizes of the first text
const SMALLEST = 26;
const STEP = 2;
const SOURCE = 22; // the size of the source line
const LINE = 1.45; // the height of a line, as a multiple of its size
const SHARE = 0.7; // the size of the second text, as a multiple of the first one's
const GAP = 28; // between the texts

// The first letter is of a script that is written from right to left.
const RIGHT_TO_LEFT = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u;

/**
 * Returns the direction in which a text is written.
 * @param {string} text
 */
export const directionOf = (text) => (RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr");

/**
 * Returns the lines of a quotation. A long text is smaller; what does not fit in the smallest size ends with “…”.
 * @param {Quotation} quotation
 * @param {[number, number]} size - of the image
 * @param {string} family - of the font
 * @param {Measure} measure
 * @returns {Line[]}
 */
export function layOut({ texts, source }, [width, height], family, measure) {
  const room = width - START - MARGIN;
  /** @param {number} size */
  const fontOf = (size) => `${size}px ${family}`;
  /**
   * @param {string} text
   * @param {number} size
   */
  const wrap = (text, size) => wrapped(text, room, measure(fontOf(size)));
  const foot = wrap(source, SOURCE);
  const free = height - 2 * MARGIN - GAP - foot.length * SOURCE * LINE;
  /** @type {{ size: number, rows: string[] }[]} */
  let blocks = [];
  // The first text decides at which side the image begins; each text begins at its own side.
  const whole = directionOf(texts[0] ?? "");
  /** @param {Line["direction"]} direction */
  const startOf = (direction) => {
    const inset = direction === whole ? START : MARGIN;
    return direction === "rtl" ? width - inset : inset;
  };
  for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
    blocks = texts.map((text, nth) => {
      const own = nth ? Math.round(size * SHARE) : size;
      return { size: own, rows: wrap(text, own) };
    });
    if (heightOf(blocks) <= free) break;
  }
  // The first text has most of the room if both are too long.
  for (let nth = blocks.length - 1; nth >= 0 && heightOf(blocks) > free; nth--) {
    const { rows, size } = blocks[nth];
    const over = Math.ceil((heightOf(blocks) - free) / (size * LINE));
    shorten(rows, Math.max(rows.length - over, nth ? 2 : 1), room, measure(fontOf(size)));
  }
  /** @type {Line[]} */
  const lines = [];
  let y = MARGIN;
  /**
   * @param {string[]} rows
   * @param {number} size
   * @param {Line["colour"]} colour
   * @param {Line["direction"]} direction
   */
  const put = (rows, size, colour, direction) => {
    for (const text of rows) {
      lines.push({ text, x: startOf(direction), y: Math.round(y + size), size, font: fontOf(size), colour, direction });
      y += size * LINE;
    }
  };
  for (const [nth, { size, rows }] of blocks.entries()) {
    if (nth) y += GAP;
    put(rows, size, nth ? "muted" : "text", directionOf(texts[nth]));
  }
  y = height - MARGIN - foot.length * SOURCE * LINE;
  put(foot, SOURCE, "muted", directionOf(source));
  return lines;
}

/** @param {{ size: number, rows: string[] }[]} blocks */
const heightOf = (blocks) => blocks.reduce((sum, { size, rows }) => sum + rows.length * size * LINE, (blocks.length - 1) * GAP);

// A line may break between any two Chinese characters, but not before a closing sign or after an opening one.
const PIECES = /\s+|[（《「『“‘〈【(]*(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}（《「『“‘〈【]+)[，。、；：！？）》」』”’〉】…]*|\S/gu;

/**
 * Breaks a text into lines of a width; a word that is wider breaks anywhere.
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure
 */
function wrapped(text, width, measure) {
  const lines = [""];
  /** @param {string} piece */
  const add = (piece) => {
    const line = lines[lines.length - 1] + piece;
    if (measure(line.trimEnd()) <= width) lines[lines.length - 1] = line;
    else if (measure(piece) <= width || [...piece].length === 1) lines.push(piece.trimStart());
    else [...piece].forEach(add);
  };
  (text.match(PIECES) ?? []).forEach(add);
  return lines.map((line) => line.trim()).filter(Boolean);
}

/**
 * Keeps the first rows, and ends the last one with “…”.
 * @param {string[]} rows
 * @param {number} count
 * @param {number} width
 * @param {(text: string) => number} measure
 */
function shorten(rows, count, width, measure) {
  if (count >= rows.length) return;
  rows.length = count;
  let last = [...rows[count - 1]];
  while (last.length && measure(`${last.join("").trimEnd()}…`) > width) last = last.slice(0, -1);
  rows[count - 1] = `${last.join("").trimEnd()}…`;
}
