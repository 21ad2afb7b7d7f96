// A plan's JSON as the numbers and the text in which a plan travels into the wasm: src/pack.rs and
// src/plan/packing.rs, in the same order. So the wasm has one reader for its own plan and for others.
// It says what was expected, what was found, and where. Whether the plan holds together, the wasm asks.
// It stands behind the glue in one file with page.js, and keeps its names to itself.

const packPlan = (() => {
  const refuse = (expected, at, found) => {
    const kind = found === null ? "null" : Array.isArray(found) ? "a list" : typeof found;
    throw new Error(`expected ${expected} at ${at || "the top"}, found ${kind}`);
  };

  const put = (to, number) => {
    for (; number > 127; number = Math.floor(number / 128)) to.numbers.push(128 | number % 128);
    to.numbers.push(number);
  };

  const number = (to, value, at) => {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) refuse("a whole number from 0", at, value);
    put(to, value);
  };

  const encoder = new TextEncoder();
  const text = (to, value, at) => {
    if (typeof value !== "string") refuse("a text", at, value);
    put(to, encoder.encode(value).length);
    to.texts.push(value);
  };

  const flag = (to, value, at) => {
    if (typeof value !== "boolean") refuse("true or false", at, value);
    put(to, Number(value));
  };

  const status = (to, value, at) => {
    if (value !== "authoritative" && value !== "unofficial") refuse("“authoritative” or “unofficial”", at, value);
    flag(to, value === "authoritative", at);
  };

  const list = (item) => (to, value, at) => {
    if (!Array.isArray(value)) refuse("a list", at, value);
    put(to, value.length);
    value.forEach((one, nth) => item(to, one, `${at}[${nth}]`));
  };

  const option = (item) => (to, value, at) => {
    const isThere = value !== null && value !== undefined;
    put(to, Number(isThere));
    if (isThere) item(to, value, at);
  };

  const within = (at, key) => (at ? `${at}.${key}` : key);

  const object = (to, value, at) => {
    if (!value || typeof value !== "object" || Array.isArray(value)) refuse("an object", at, value);
  };

  const fields = (items) => (to, value, at) => {
    object(to, value, at);
    for (const [key, item] of Object.entries(items)) item(to, value[key], within(at, key));
  };

  /** In the order of the object: the first language is the original. */
  const localized = (to, value, at) => {
    object(to, value, at);
    const texts = Object.entries(value);
    put(to, texts.length);
    for (const [tag, one] of texts) {
      const isNew = !to.words.has(tag);
      if (isNew) to.words.set(tag, to.words.size);
      put(to, to.words.get(tag));
      if (isNew) text(to, tag, at);
      text(to, one, within(at, tag));
    }
  };

  /** By the one key that is there. */
  const evidence = (to, value, at) => {
    object(to, value, at);
    const kinds = { division: number, reason: number, phrases: list(fields({ start: number, end: number })) };
    const place = Object.keys(kinds).findIndex((kind) => kind in value);
    const kind = Object.keys(kinds)[place] ?? refuse("division, reason or phrases", at, value);
    put(to, place);
    kinds[kind](to, value[kind], within(at, kind));
  };

  const plan = fields({
    id: text,
    languages: list(fields({ tag: text, html: text, name: text, status })),
    title: localized,
    preamble: list(localized),
    divisions: list(fields({ eid: text, parent: option(number), number: localized, heading: localized })),
    clauses: list(fields({
      eid: text,
      division: number,
      number: localized,
      text: localized,
      truncated: flag,
      tags: list(fields({ facet: number, value: number, evidence })),
    })),
    facets: list(fields({
      id: text,
      label: localized,
      values: list(fields({ id: text, label: localized, description: localized, phrases: list(text) })),
      reasons: list(localized),
    })),
    overview: option(fields({ rows: number, columns: number })),
    source: fields({ publisher: text, url: text, published: text, notice: text, endsIn: option(text) }),
    folds: fields({ from: text, to: text }),
  });

  /** The numbers and the text of a plan. */
  return (json) => {
    const to = { numbers: [], texts: [], words: new Map() };
    plan(to, json, "");
    return { numbers: new Uint8Array(to.numbers), text: to.texts.join("") };
  };
})();
