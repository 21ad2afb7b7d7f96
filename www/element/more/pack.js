// @ts-check
// Packs a plan's JSON into the form in which a plan travels into the engine, so that the engine needs one reader for its
// own plan and for others. The form is described once, in the Rust module plan::format; shape.js has that description.
// Errors say what was expected, what was found, and where, and all are reported in one go. The engine checks whether the
// parts of the plan fit together.

import { foldsOf } from "./folds-of.js";
import { defaults, format, jsonFormat, membersShape, planShape } from "./shape.js";

/** @typedef {import("./shape.js").Shape} Shape */

/** @typedef {{ bytes: Uint8Array, length: number }} Bytes - a growing list of bytes */

/**
 * The packed form while it is made; `words` has the number of each language tag written so far, `path` the keys and
 * positions of the present value, `problems` the first errors, and `count` the number of all.
 * @typedef {{ numbers: Bytes, texts: string[], words: Map<string, number>, path: (string | number)[], problems: string[], count: number }} Packed
 */

/**
 * Packs one value. It can be anything, since it comes from a file, and each packer checks its own.
 * @typedef {(to: Packed, value: any) => void} Packer
 */

/** How many errors of a file are listed. */
const MOST_PROBLEMS = 20;

/**
 * Returns the bytes of a packed plan. Lists that are missing are empty, and missing folds are those of the text.
 * @param {any} json
 * @param {import("./merge.js").Member[]} [members] - the plans of a collection
 */
export function packPlan(json, members = []) {
  /** @type {Packed} */
  const to = { numbers: { bytes: new Uint8Array(1024), length: 0 }, texts: [], words: new Map(), path: [], problems: [], count: 0 };
  const version = json?.format ?? jsonFormat; // files of earlier versions do not name it
  if (version !== jsonFormat) throw new Error(`expected format ${jsonFormat}, found ${JSON.stringify(version)}; build the plan with this version`);
  const plan = json && typeof json === "object" && !Array.isArray(json) ? { ...json, folds: json.folds ?? foldsOf(json.clauses) } : json;
  packerOf(planShape)(to, plan);
  packerOf(membersShape)(to, members);
  const { problems, count } = to;
  if (count > problems.length) problems.push(`and ${count - problems.length} more`);
  if (count) throw new Error(problems.join("; "));
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
 * Records an error.
 * @param {Packed} to
 * @param {string} expected
 * @param {string} found
 */
const report = (to, expected, found) => {
  to.count += 1;
  if (to.count <= MOST_PROBLEMS) to.problems.push(`expected ${expected} at ${place(to) || "the top"}, found ${found}`);
};

/**
 * Records a value of the wrong kind.
 * @param {string} expected
 * @param {Packed} to
 * @param {unknown} found
 */
const refuse = (expected, to, found) => report(to, expected, found === null ? "null" : Array.isArray(found) ? "a list" : typeof found);

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
 * Returns whether a value is an object, and records one that is not.
 * @param {Packed} to
 * @param {unknown} value
 */
const isObject = (to, value) => {
  const is = !!value && typeof value === "object" && !Array.isArray(value);
  if (!is) refuse("an object", to, value);
  return is;
};

/**
 * Returns whether a value is a text, not too long, without forbidden characters; else records it.
 * @param {Packed} to
 * @param {unknown} value
 */
const isFittingText = (to, value) => {
  if (typeof value !== "string") {
    refuse("a text", to, value);
    return false;
  }
  const [hidden] = FORBIDDEN.exec(value) ?? [];
  if (hidden) report(to, "visible text", `the invisible character U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
  if (value.length > LONGEST) report(to, `at most ${LONGEST} characters`, `${value.length}`);
  return !hidden && value.length <= LONGEST;
};

// Has space for the bytes of the longest text; only their number is wanted.
const scratch = new Uint8Array(3 * LONGEST);

/** @type {Packer} */
const packText = (to, value) => {
  if (!isFittingText(to, value)) return;
  put(to.numbers, encoder.encodeInto(value, scratch).written);
  to.texts.push(value);
};

/** @param {Shape} shape */
const isOfList = (shape) => typeof shape === "object" && "list" in shape;

/**
 * Functions that return the packer of a shape, by its word. `detail` is the detail of the shape.
 * @type {Record<string, (detail: any) => Packer>}
 */
const packers = {
  number: () => (to, value) => {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) return refuse("a whole number from 0", to, value);
    put(to.numbers, value);
  },
  text: () => packText,
  ascending: () => (to, value) => {
    if (!isFittingText(to, value)) return;
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
    if (typeof value !== "boolean") return refuse("true or false", to, value);
    put(to.numbers, Number(value));
  },
  word: (words) => (to, value) => {
    const index = words.indexOf(value);
    if (index < 0) return refuse(words.map((/** @type {string} */ word) => `“${word}”`).join(" or "), to, value);
    put(to.numbers, index);
  },
  list(shape) {
    const packer = packerOf(shape);
    return (to, value) => {
      if (!Array.isArray(value)) return refuse("a list", to, value);
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
    if (!isObject(to, value)) return;
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
    /** @type {[string, Packer, unknown][]} */
    const inside = fields.map((/** @type {[string, Shape]} */ [key, shape]) => [key, packerOf(shape), isOfList(shape) ? [] : defaults[key]]);
    return (to, value) => {
      if (!isObject(to, value)) return;
      for (const [key, packer, missing] of inside) packInside(packer, to, value[key] === undefined ? missing : value[key], key);
    };
  },
  choice(choices) {
    /** @type {[string, Packer][]} */
    const inside = choices.map((/** @type {[string, Shape]} */ [key, shape]) => [key, packerOf(shape)]);
    return (to, value) => {
      if (!isObject(to, value)) return;
      const index = inside.findIndex(([key]) => key in value);
      if (index < 0) return refuse(inside.map(([key]) => key).join(" or "), to, value);
      const [key, packer] = inside[index];
      put(to.numbers, index);
      packInside(packer, to, value[key], key);
    };
  },
};
