// @ts-check
// Merges several plans into one: a collection. Every plan was accepted by the engine before, so its shape and its indices
// are right; only lists, and fields with a default, may be missing.

import { mergeFacets } from "./merge-facets.js";
import { eIdsOf, newName, renamer } from "./merge-eids.js";
import { PLAN, inAll, list, nearest, plural, union } from "./merge-texts.js";

/** @import { Localized, Source, Language } from "./types.js" */

/**
 * One of the plans of a collection, as the engine reads it; `first` is the index of its first clause.
 * @typedef {{ id: string, title: Localized, languages: Language[], source: Source, first: number }} Member
 */

/** The levels of a plan that names no others. */
const LEVELS = [
  { stem: "art", key: "article", name: {} },
  { stem: "sec", key: "section", name: {} },
];

/** How many titles and ids the collection's own title and id name. */
const MOST_NAMED = 3;

/**
 * Returns the collection of some plans, in the form of a plan's JSON, and its members.
 * @param {any[]} plans - undefined where a plan could not be loaded
 */
export function mergePlans(plans) {
  const loaded = plans.filter((plan) => plan);
  const languages = mergeLanguages(loaded);
  const tags = languages.map(({ tag }) => tag);
  const taken = new Set(loaded.flatMap(eIdsOf));
  const names = loaded.map(({ id }) => newName(id, taken));
  const rename = renamer(plans, names);
  const { facets, tagsOf, overview } = mergeFacets(loaded, names);
  /** @type {any} */
  const merged = { preamble: [], divisions: [], clauses: [], markup: [], names: [] };
  /** @type {Map<string, any>} */
  const columns = new Map();
  /** @type {Member[]} */
  const members = [];
  for (const [nth, plan] of loaded.entries()) {
    const [top, first] = [merged.divisions.length, merged.clauses.length];
    const { id, title, source } = plan;
    const own = rename[nth];
    /** @param {number} division */
    const moved = (division) => top + 1 + division;
    if (list(plan.preamble).length) merged.preamble = [...merged.preamble, title, ...plan.preamble];
    merged.divisions.push({ eid: names[nth], parent: null, number: {}, heading: title });
    for (const division of list(plan.divisions)) {
      const { parent, level } = division;
      merged.divisions.push({ ...division, eid: own(division.eid), parent: typeof parent === "number" ? moved(parent) : top, level: typeof level === "number" ? level + 1 : undefined });
    }
    for (const clause of plan.clauses) merged.clauses.push({ ...clause, eid: own(clause.eid), division: moved(clause.division), tags: tagsOf(nth, clause, top, moved) });
    for (const one of list(plan.markup)) {
      const parts = list(one.parts).map((part) => (part.kind === "item" ? { ...part, target: own(part.target) } : part));
      merged.markup.push({ ...one, clause: first + one.clause, parts });
    }
    addColumns(columns, plan, first);
    merged.names = [...merged.names, ...list(plan.names)];
    members.push({ id, title, languages: plan.languages, source: { notice: "", published: "", ...source, endsIn: source.endsIn ? own(source.endsIn) : null }, first });
  }
  const plan = {
    ...merged,
    columns: [...columns.values()],
    id: plural(loaded.map(({ id }) => id), MOST_NAMED, "+", "+"),
    languages,
    title: inAll(tags, (tag) => plural(loaded.map(({ title }) => nearest(title, tag)), MOST_NAMED, " · ", " · +")),
    facets,
    overview,
    source: mergeSources(members),
    folds: loaded.every(({ folds }) => folds) ? mergeFolds(loaded) : undefined,
    levels: mergeLevels(loaded),
  };
  for (const key of ["names", "columns", "markup"]) if (!plan[key].length) plan[key] = undefined;
  return { plan, members };
}

/**
 * Returns each language of the plans once. It is authoritative if it is so in each plan that has it; how each plan was
 * translated is part of the members.
 * @param {any[]} plans
 */
function mergeLanguages(plans) {
  /** @type {Map<string, any>} */
  const all = new Map();
  for (const { tag, html, name, status } of plans.flatMap(({ languages }) => languages)) {
    const known = all.get(tag);
    if (!known) all.set(tag, { tag, html, name, status });
    else if (status === "unofficial") known.status = status;
  }
  return [...all.values()];
}

/**
 * Returns the plan's own level, and below it the levels of all plans by their depth. Levels of one depth that have
 * different keys get a key that counts them.
 * @param {any[]} plans
 */
function mergeLevels(plans) {
  const all = plans.map(({ levels }) => levels ?? LEVELS);
  /** @type {any[]} */
  const merged = [{ stem: "plan", key: "plan", name: PLAN }];
  for (let depth = 0; depth < Math.max(...all.map(({ length }) => length)); depth++) {
    const [first, ...others] = all.flatMap((levels) => levels[depth] ?? []);
    let { key, name } = first;
    for (const other of others) {
      if (other.key === key) name = union(name, other.name);
      else [key, name] = [`level-${depth + 2}`, {}];
    }
    while (merged.some((level) => level.key === key)) key += "-below";
    merged.push({ stem: first.stem, key, name });
  }
  return merged;
}

/**
 * Adds the columns of a plan to those with the same id. A column whose types differ is one of texts.
 * @param {Map<string, any>} columns - by their ids
 * @param {any} plan
 * @param {number} first - the index of the plan's first clause
 */
function addColumns(columns, plan, first) {
  for (const column of list(plan.columns)) {
    const cells = list(column.cells).map(({ clause, value }) => ({ clause: first + clause, value }));
    const known = columns.get(column.id) ?? { ...column, cells: [] };
    columns.set(column.id, known);
    if (known.type !== column.type) known.type = "text";
    known.label = union(known.label, column.label);
    known.cells = [...known.cells, ...cells];
  }
}

/**
 * Returns the source line of the whole: the publishers, and what all sources have in common. The members have the rest.
 * @param {Member[]} members
 */
function mergeSources(members) {
  /** @param {"publisher" | "url" | "published"} key */
  const values = (key) => [...new Set(members.map(({ source }) => source[key]))];
  const [[url, ...otherUrls], [published, ...otherDays]] = [values("url"), values("published")];
  return { publisher: values("publisher").join("; "), url: otherUrls.length ? "" : url, published: otherDays.length ? "" : published, notice: "", endsIn: null };
}

/**
 * Returns the folds of all plans, sorted. Of two folds of one character, the first counts.
 * @param {any[]} plans
 */
function mergeFolds(plans) {
  /** @type {Map<string, string>} */
  const all = new Map();
  for (const { folds } of plans) {
    const targets = [...folds.to];
    for (const [nth, from] of [...folds.from].entries()) if (!all.has(from)) all.set(from, targets[nth]);
  }
  const sorted = [...all].sort(([one], [other]) => /** @type {number} */ (one.codePointAt(0)) - /** @type {number} */ (other.codePointAt(0)));
  return { from: sorted.map(([from]) => from).join(""), to: sorted.map(([, to]) => to).join("") };
}
