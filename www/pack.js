// Packs a plan's JSON into the form in which a plan travels into the engine, so that the engine needs one
// reader for its own plan and for others. The form is described once, in src/plan/format; the build puts that
// description here. Errors say what was expected, what was found, and where. The engine checks that the plan
// is consistent.
// This file is joined with the glue and page.js, and keeps its names to itself.

const packPlan = (() => {
  const { format, plan } = "__SHAPE__";

  const refuse = (expected, at, found) => {
    const kind = found === null ? "null" : Array.isArray(found) ? "a list" : typeof found;
    throw new Error(`expected ${expected} at ${at || "the top"}, found ${kind}`);
  };

  const put = (numbers, number) => {
    for (; number > 127; number = Math.floor(number / 128)) numbers.push(128 | number % 128);
    numbers.push(number);
  };

  const within = (at, key) => (at ? `${at}.${key}` : key);

  const checkObject = (value, at) => {
    if (!value || typeof value !== "object" || Array.isArray(value)) refuse("an object", at, value);
  };

  const encoder = new TextEncoder();

  /** How each kind of shape is packed: what to write to, the value, its path, and what the shape says of it. */
  const kinds = {
    number(to, value, at) {
      if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) refuse("a whole number from 0", at, value);
      put(to.numbers, value);
    },
    text(to, value, at) {
      if (typeof value !== "string") refuse("a text", at, value);
      put(to.numbers, encoder.encode(value).length);
      to.texts.push(value);
    },
    flag(to, value, at) {
      if (typeof value !== "boolean") refuse("true or false", at, value);
      put(to.numbers, Number(value));
    },
    word(to, value, at, words) {
      const index = words.indexOf(value);
      if (index < 0) refuse(words.map((word) => `“${word}”`).join(" or "), at, value);
      put(to.numbers, index);
    },
    list(to, value, at, shape) {
      if (!Array.isArray(value)) refuse("a list", at, value);
      put(to.numbers, value.length);
      value.forEach((item, index) => pack(shape, to, item, `${at}[${index}]`));
    },
    optional(to, value, at, shape) {
      const isPresent = value !== null && value !== undefined;
      put(to.numbers, Number(isPresent));
      if (isPresent) pack(shape, to, value, at);
    },
    /** In the order of the object: the first language is the original. */
    localized(to, value, at) {
      checkObject(value, at);
      const texts = Object.entries(value);
      put(to.numbers, texts.length);
      for (const [tag, text] of texts) {
        const isNew = !to.words.has(tag);
        if (isNew) to.words.set(tag, to.words.size);
        put(to.numbers, to.words.get(tag));
        if (isNew) kinds.text(to, tag, at);
        kinds.text(to, text, within(at, tag));
      }
    },
    fields(to, value, at, fields) {
      checkObject(value, at);
      for (const [key, shape] of fields) pack(shape, to, value[key], within(at, key));
    },
    choice(to, value, at, choices) {
      checkObject(value, at);
      const index = choices.findIndex(([key]) => key in value);
      const [key, shape] = choices[index] ?? refuse(choices.map(([key]) => key).join(" or "), at, value);
      put(to.numbers, index);
      pack(shape, to, value[key], within(at, key));
    },
  };

  /** A shape is a word, or an object whose one key is the word. */
  const pack = (shape, to, value, at) => {
    const [[kind, of]] = typeof shape === "string" ? [[shape]] : Object.entries(shape);
    kinds[kind](to, value, at, of);
  };

  /** The bytes of a packed plan. */
  return (json) => {
    const to = { numbers: [], texts: [], words: new Map() };
    pack(plan, to, json, "");
    const head = [];
    put(head, format);
    put(head, to.numbers.length);
    const text = encoder.encode(to.texts.join(""));
    const bytes = new Uint8Array(head.length + to.numbers.length + text.length);
    bytes.set(head);
    bytes.set(to.numbers, head.length);
    bytes.set(text, head.length + to.numbers.length);
    return bytes;
  };
})();
