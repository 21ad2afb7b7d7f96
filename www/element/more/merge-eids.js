// @ts-check
// The eIds of merged plans. The first plan keeps its eIds, so that links to them go on working. A later plan has its name
// and two underscores before all of its eIds if one of them is an eId of a plan before it. While a plan before it is
// missing, it has them in any case: no link may lead to a clause of another plan because a file could not be loaded.

import { list } from "./merge-texts.js";

/**
 * Returns all eIds of a plan: of divisions, clauses and items.
 * @param {any} plan
 * @returns {string[]}
 */
export function eIdsOf({ divisions, clauses, markup }) {
  const items = list(markup).flatMap(({ parts }) => list(parts)).filter(({ kind }) => kind === "item");
  return [...list(divisions).map(({ eid }) => eid), ...list(clauses).map(({ eid }) => eid), ...new Set(items.map(({ target }) => target))];
}

/**
 * Returns a plan's id with the characters that an eId can have.
 * @param {string} id
 */
export function eIdName(id) {
  const name = id.replace(/[^\w-]/g, "-");
  return /^[a-z]/i.test(name) ? name : `plan-${name}`;
}

/**
 * Returns the name of a plan, which is the eId of the division with its title, and takes it.
 * @param {string} id
 * @param {Set<string>} taken - eIds that it may not have
 */
export function newName(id, taken) {
  let name = eIdName(id);
  while (taken.has(name)) name = `plan-${name}`;
  taken.add(name);
  return name;
}

/**
 * Returns a function for each loaded plan that turns its eIds into those of the collection.
 * @param {any[]} plans - undefined where a plan could not be loaded
 * @param {string[]} names - of those that are loaded
 */
export function renamer(plans, names) {
  /** @type {Set<string>} */
  const before = new Set();
  let isOneMissing = false;
  /** @type {((eid: string) => string)[]} */
  const renames = [];
  for (const plan of plans) {
    if (!plan) {
      isOneMissing = true;
      continue;
    }
    const eids = eIdsOf(plan);
    const prefix = isOneMissing || eids.some((eid) => before.has(eid)) ? `${names[renames.length]}__` : "";
    renames.push((eid) => prefix + eid);
    for (const eid of eids) before.add(prefix + eid);
  }
  return renames;
}
