// @ts-check
// Packs a plan's JSON into the form in which a plan travels into the engine, so that the engine needs one reader for its
// own plan and for others. The form is described once, in the Rust module plan::format; shape.js has that description.
// Errors say what was expected, what was found, and where. The engine checks whether the parts of the plan fit together.

import { format, planShape } from "./shape.js";

/** @typedef {import("./shape.js").Shape} Shape */

/** @typedef {{ bytes: Uint8Array, length: number }} Bytes - a growing list of bytes */

/**
 * The packed form while it is made; `words` has the number of each language tag written so far.
 * @typedef {{ numbers: Bytes, texts: string[], words: Map<string, number> }} Packed
 */

/**
 * Packs one value; `at` is its path in the JSON, for errors. The value can be anything, since it comes from a file, and
 * each packer checks its own. `detail` is the detail of the value's shape.
 * @typedef {(to: Packed, value: any, at: string, detail: any) => void} Packer
 */

/**
 * Returns the bytes of a packed plan.
 * @param {unknown} json
 */
export function packPlan(json) {
  /** @type {Packed} */
  const to = { numbers: { bytes: new Uint8Array(1024), length: 0 }, texts: [], words: new Map() };
  pack(planShape, to, json, "");
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
 * @param {string} expected
 * @param {string} at
 * @param {unknown} found
 * @returns {never}
 */
const refuse = (expected, at, found) => {
  const kind = found === null ? "null" : Array.isArray(found) ? "a list" : typeof found;
  throw new Error(`expected ${expected} at ${at || "the top"}, found ${kind}`);
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

// Has space for the bytes of the longest text; only their number is wanted.
const scratch = new Uint8Array(3 * LONGEST);

/**
 * Returns the path of a field.
 * @param {string} at
 * @param {string} key
 */
const within = (at, key) => (at ? `${at}.${key}` : key);

/**
 * Checks that a value is an object.
 * @param {unknown} value
 * @param {string} at
 */
const checkObject = (value, at) => {
  if (!value || typeof value !== "object" || Array.isArray(value)) refuse("an object", at, value);
};

/**
 * Checks that a value is a text, not too long, without forbidden characters.
 * @param {unknown} value
 * @param {string} at
 */
const checkText = (value, at) => {
  if (typeof value !== "string") refuse("a text", at, value);
  const [hidden] = FORBIDDEN.exec(value) ?? [];
  if (hidden) throw new Error(`expected visible text at ${at}, found the invisible character U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
  if (value.length > LONGEST) throw new Error(`expected at most ${LONGEST} characters at ${at}, found ${value.length}`);
};

/**
 * The packer of each shape, by its word.
 * @type {Record<string, Packer>}
 */
const packers = {
  number(to, value, at) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) refuse("a whole number from 0", at, value);
    put(to.numbers, value);
  },
  text(to, value, at) {
    checkText(value, at);
    put(to.numbers, encoder.encodeInto(value, scratch).written);
    to.texts.push(value);
  },
  ascending(to, value, at) {
    checkText(value, at);
    const characters = [...value];
    put(to.numbers, characters.length);
    let before = 0;
    for (const character of characters) {
      const code = character.codePointAt(0) ?? 0;
      put(to.numbers, (code - before) & 0x1fffff);
      before = code;
    }
  },
  flag(to, value, at) {
    if (typeof value !== "boolean") refuse("true or false", at, value);
    put(to.numbers, Number(value));
  },
  word(to, value, at, words) {
    const index = words.indexOf(value);
    if (index < 0) refuse(words.map((/** @type {string} */ word) => `“${word}”`).join(" or "), at, value);
    put(to.numbers, index);
  },
  list(to, value, at, shape) {
    if (!Array.isArray(value)) refuse("a list", at, value);
    put(to.numbers, value.length);
    for (let index = 0; index < value.length; index++) pack(shape, to, value[index], `${at}[${index}]`);
  },
  optional(to, value, at, shape) {
    const isPresent = value !== null && value !== undefined;
    put(to.numbers, Number(isPresent));
    if (isPresent) pack(shape, to, value, at);
  },
  // Keeps the order of the object: its first language is the original.
  localized(to, value, at) {
    checkObject(value, at);
    const tags = Object.keys(value);
    put(to.numbers, tags.length);
    for (const tag of tags) {
      const known = to.words.get(tag);
      put(to.numbers, known ?? to.words.size);
      if (known === undefined) {
        to.words.set(tag, to.words.size);
        pack("text", to, tag, at);
      }
      pack("text", to, value[tag], within(at, tag));
    }
  },
  fields(to, value, at, fields) {
    checkObject(value, at);
    for (const [key, shape] of fields) pack(shape, to, value[key], within(at, key));
  },
  choice(to, value, at, choices) {
    checkObject(value, at);
    const index = choices.findIndex((/** @type {[string, Shape]} */ [key]) => key in value);
    if (index < 0) refuse(choices.map((/** @type {[string, Shape]} */ [key]) => key).join(" or "), at, value);
    const [key, shape] = choices[index];
    put(to.numbers, index);
    pack(shape, to, value[key], within(at, key));
  },
};

/**
 * Packs a value of a shape.
 * @param {Shape} shape
 * @param {Packed} to
 * @param {any} value
 * @param {string} at
 */
const pack = (shape, to, value, at) => {
  if (typeof shape === "string") packers[shape](to, value, at, undefined);
  // The only key of the shape. A list of its entries for each value of a plan takes time.
  else for (const word in shape) packers[word](to, value, at, shape[word]);
};
