// @ts-check
// Packs a plan's JSON into the form in which a plan travels into the engine, so that the engine needs one reader for its
// own plan and for others. The form is described once, in the Rust module plan::format; shape.js has that description.
// Errors say what was expected, what was found, and where. The engine checks whether the parts of the plan fit together.

import { format, planShape } from "./shape.js";

/** @typedef {import("./shape.js").Shape} Shape */

/** @typedef {{ bytes: Uint8Array, length: number }} Bytes - a growing list of bytes */

/**
 * The packed form while it is made; `words` has the number of each language tag written so far, `path` the keys and
 * positions of the present value.
 * @typedef {{ numbers: Bytes, texts: string[], words: Map<string, number>, path: (string | number)[] }} Packed
 */

/**
 * Packs one value. It can be anything, since it comes from a file, and each packer checks its own.
 * @typedef {(to: Packed, value: any) => void} Packer
 */

/**
 * Returns the bytes of a packed plan.
 * @param {unknown} json
 */
export function packPlan(json) {
  /** @type {Packed} */
  const to = { numbers: { bytes: new Uint8Array(1024), length: 0 }, texts: [], words: new Map(), path: [] };
  packerOf(planShape)(to, json);
  const head = { bytes: new Uint8Array(16), length: 0 };
  put(head, format);
  put(head, to.numbers.length);
  const text = encoder.encode(to.texts.join(""));
  const bytes = new Uint8Array(head.length + to.numbers.length + text.length);
  bytes.set(head.bytes.subarray(0, head.length));
  bytes.set(to.numbers.bytes.subarray(0, to.numbers.length), head.length);
  bytes.set(text, head.length + to.numbers.length);
  return bytes;
}

/**
 * Returns the packer of a shape. It is made once for a plan of any length.
 * @param {Shape} shape
 * @returns {Packer}
 */
const packerOf = (shape) => {
  if (typeof shape === "string") return packers[shape](undefined);
  const [[word, detail]] = Object.entries(shape);
  return packers[word](detail);
};

/**
 * Returns the path of the present value, for errors, such as `clauses[2].eid`.
 * @param {Packed} to
 */
const place = ({ path }) => path.map((step, nth) => (typeof step === "number" ? `[${step}]` : nth ? `.${step}` : step)).join("");

/**
 * @param {string} expected
 * @param {Packed} to
 * @param {unknown} found
 * @returns {never}
 */
const refuse = (expected, to, found) => {
  const kind = found === null ? "null" : Array.isArray(found) ? "a list" : typeof found;
  throw new Error(`expected ${expected} at ${place(to) || "the top"}, found ${kind}`);
};

/**
 * Writes a number as bytes of seven bits, the lowest first.
 * @param {Bytes} to
 * @param {number} number
 */
const put = (to, number) => {
  // A number has at most five bytes.
  if (to.length + 5 > to.bytes.length) {
    const { bytes } = to;
    to.bytes = new Uint8Array(2 * bytes.length);
    to.bytes.set(bytes);
  }
  for (; number > 127; number = Math.floor(number / 128)) to.bytes[to.length++] = 128 | number % 128;
  to.bytes[to.length++] = number;
};

const encoder = new TextEncoder();

// The characters that the compiler refuses too: control characters, and those that reorder text.
const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** The number of characters in the longest text; a longer one would hang the page. */
const LONGEST = 100_000;

/**
 * Packs a value inside another one.
 * @param {Packer} packer
 * @param {Packed} to
 * @param {any} value
 * @param {string | number} step - its key or position
 */
const packInside = (packer, to, value, step) => {
  to.path.push(step);
  packer(to, value);
  to.path.pop();
};

/**
 * Checks that a value is an object.
 * @param {Packed} to
 * @param {unknown} value
 */
const checkObject = (to, value) => {
  if (!value || typeof value !== "object" || Array.isArray(value)) refuse("an object", to, value);
};

/**
 * Checks that a value is a text, not too long, without forbidden characters.
 * @param {Packed} to
 * @param {unknown} value
 */
const checkText = (to, value) => {
  if (typeof value !== "string") refuse("a text", to, value);
  const [hidden] = FORBIDDEN.exec(value) ?? [];
  if (hidden) throw new Error(`expected visible text at ${place(to)}, found the invisible character U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
  if (value.length > LONGEST) throw new Error(`expected at most ${LONGEST} characters at ${place(to)}, found ${value.length}`);
};

// Has space for the bytes of the longest text; only their number is wanted.
const scratch = new Uint8Array(3 * LONGEST);

/** @type {Packer} */
const packText = (to, value) => {
  checkText(to, value);
  put(to.numbers, encoder.encodeInto(value, scratch).written);
  to.texts.push(value);
};

/**
 * Functions that return the packer of a shape, by its word. `detail` is the detail of the shape.
 * @type {Record<string, (detail: any) => Packer>}
 */
const packers = {
  number: () => (to, value) => {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) refuse("a whole number from 0", to, value);
    put(to.numbers, value);
  },
  text: () => packText,
  ascending: () => (to, value) => {
    checkText(to, value);
    const characters = [...value];
    put(to.numbers, characters.length);
    let before = 0;
    for (const character of characters) {
      const code = character.codePointAt(0) ?? 0;
      put(to.numbers, (code - before) & 0x1fffff);
      before = code;
    }
  },
  flag: () => (to, value) => {
    if (typeof value !== "boolean") refuse("true or false", to, value);
    put(to.numbers, Number(value));
  },
  word: (words) => (to, value) => {
    const index = words.indexOf(value);
    if (index < 0) refuse(words.map((/** @type {string} */ word) => `“${word}”`).join(" or "), to, value);
    put(to.numbers, index);
  },
  list(shape) {
    const packer = packerOf(shape);
    return (to, value) => {
      if (!Array.isArray(value)) refuse("a list", to, value);
      put(to.numbers, value.length);
      for (let index = 0; index < value.length; index++) packInside(packer, to, value[index], index);
    };
  },
  optional(shape) {
    const packer = packerOf(shape);
    return (to, value) => {
      const isPresent = value !== null && value !== undefined;
      put(to.numbers, Number(isPresent));
      if (isPresent) packer(to, value);
    };
  },
  // Keeps the order of the object: its first language is the original.
  localized: () => (to, value) => {
    checkObject(to, value);
    const tags = Object.keys(value);
    put(to.numbers, tags.length);
    for (const tag of tags) {
      const known = to.words.get(tag);
      put(to.numbers, known ?? to.words.size);
      if (known === undefined) {
        to.words.set(tag, to.words.size);
        packText(to, tag);
      }
      packInside(packText, to, value[tag], tag);
    }
  },
  fields(fields) {
    /** @type {[string, Packer][]} */
    const inside = fields.map((/** @type {[string, Shape]} */ [key, shape]) => [key, packerOf(shape)]);
    return (to, value) => {
      checkObject(to, value);
      for (const [key, packer] of inside) packInside(packer, to, value[key], key);
    };
  },
  choice(choices) {
    /** @type {[string, Packer][]} */
    const inside = choices.map((/** @type {[string, Shape]} */ [key, shape]) => [key, packerOf(shape)]);
    return (to, value) => {
      checkObject(to, value);
      const index = inside.findIndex(([key]) => key in value);
      if (index < 0) refuse(inside.map(([key]) => key).join(" or "), to, value);
      const [key, packer] = inside[index];
      put(to.numbers, index);
      packInside(packer, to, value[key], key);
    };
  },
};
