// @ts-check
// The facets of merged plans: first the plans themselves, then the facets of all plans. Facets with one id are one facet,
// with the labels of the first plan that has it; so are its values. A facet of a plan that is itself called `plan` gets the
// plan's name before its id.

import { PLAN, list, union } from "./merge-texts.js";

/** The id of the facet of the plans. */
const ID = "plan";

/**
 * Where a plan's facet is in the collection: its index, and there the indices of its values and reasons.
 * @typedef {{ index: number, values: number[], reasons: number[] }} Moved
 */

/**
 * @param {any[]} plans
 * @param {string[]} names
 */
export function mergeFacets(plans, names) {
  const values = plans.map(({ id, title }) => newValue({ id, label: title }));
  /** @type {Map<string, any>} */
  const byId = new Map([[ID, { id: ID, label: PLAN, scale: null, details: true, values, reasons: [], otherwise: null }]]);
  const ids = plans.map((plan, nth) => list(plan.facets).map(({ id }) => (id === ID ? `${names[nth]}-${ID}` : id)));
  const reasons = plans.map((plan, nth) => list(plan.facets).map((facet, at) => addFacet(byId, facet, ids[nth][at])));
  // Only now all values are in their final order.
  const facets = [...byId.values()];
  const places = new Map(facets.map(({ id, values }, index) => [id, { index, values: new Map(list(values).map(({ id }, place) => [id, place])) }]));
  /** @type {Moved[][]} */
  const moved = plans.map((plan, nth) =>
    list(plan.facets).map((facet, at) => {
      const { index, values } = /** @type {{ index: number, values: Map<string, number> }} */ (places.get(ids[nth][at]));
      return { index, values: list(facet.values).map(({ id }) => /** @type {number} */ (values.get(id))), reasons: reasons[nth][at] };
    }),
  );
  const crossing = plans.findIndex(({ overview }) => overview);
  const overview = crossing < 0 ? null : Object.fromEntries(Object.entries(plans[crossing].overview).map(([side, facet]) => [side, moved[crossing][facet].index]));

  /**
   * Returns the tags of a clause in the collection, in the order of the facets.
   * @param {number} nth - its plan
   * @param {any} clause
   * @param {number} top - the division with the plan's title
   * @param {(division: number) => number} movedDivision
   */
  const tagsOf = (nth, clause, top, movedDivision) => {
    const own = list(clause.tags).map(({ facet, value, evidence }) => {
      const at = moved[nth][facet];
      const { division, reason } = evidence;
      const given = "division" in evidence ? { division: movedDivision(division) } : "reason" in evidence ? { reason: at.reasons[reason] } : evidence;
      return { facet: at.index, value: at.values[value], evidence: given };
    });
    own.sort((one, other) => one.facet - other.facet);
    return [{ facet: 0, value: nth, evidence: { division: top } }, ...own];
  };
  return { facets, tagsOf, overview };
}

/** @param {any} value */
const newValue = (value) => ({ heading: null, description: {}, formerly: null, ...value, phrases: list(value.phrases) });

/**
 * Adds a facet, or what it has beyond the facet of this id. Returns where its reasons are there.
 * @param {Map<string, any>} facets - by their ids
 * @param {any} facet
 * @param {string} id
 * @returns {number[]}
 */
function addFacet(facets, facet, id) {
  const reasons = list(facet.reasons);
  const known = facets.get(id);
  if (!known) {
    facets.set(id, { ...facet, id, values: list(facet.values).map(newValue), reasons: [...reasons] });
    return reasons.map((_, at) => at);
  }
  known.label = union(known.label, facet.label);
  if (known.scale && facet.scale) known.scale = union(known.scale, facet.scale);
  known.values = joined(known.values, list(facet.values));
  const moved = reasons.map((reason) => known.reasons.push(reason) - 1);
  const { otherwise } = facet;
  if (typeof otherwise === "number") {
    // The tag of a clause without another one is recognized by this reason.
    known.otherwise ??= moved[otherwise];
    moved[otherwise] = known.otherwise;
  }
  return moved;
}

/**
 * Returns the values of both lists. A new one follows the value before it in its own plan, so that it stays in its group; the
 * first, and one that begins a group, are at the end.
 * @param {any[]} known
 * @param {any[]} values
 */
function joined(known, values) {
  const byId = new Map(known.map((value) => [value.id, value]));
  /** @type {any[]} */
  const end = [];
  /** @type {Map<string, any[]>} */
  const behind = new Map(); // the new values behind a known one
  let here = end;
  for (const value of values) {
    const same = byId.get(value.id);
    if (same) {
      addTo(same, value);
      behind.set(value.id, (here = []));
      continue;
    }
    if (value.heading) here = end;
    here.push(newValue(value));
  }
  return [...known.flatMap((value) => [value, ...list(behind.get(value.id))]), ...end];
}

/**
 * Adds what another value has beyond this one of the same id.
 * @param {any} known
 * @param {any} value
 */
function addTo(known, value) {
  known.label = union(known.label, value.label);
  known.description = union(known.description, value.description);
  const phrases = new Set(known.phrases.map((/** @type {unknown} */ phrase) => JSON.stringify(phrase)));
  known.phrases = [...known.phrases, ...list(value.phrases).filter((phrase) => !phrases.has(JSON.stringify(phrase)))];
  if (known.formerly || value.formerly) known.formerly = [...new Set([...list(known.formerly), ...list(value.formerly)])];
}
