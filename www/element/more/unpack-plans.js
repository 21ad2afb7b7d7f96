// @ts-check
// Plans from elsewhere, as the engine reads them: one alone as it is, several merged into a collection.

import { eIdName } from "./merge-eids.js";
import { mergePlans } from "./merge.js";
import { packPlan } from "./pack.js";

/** @import { Plan } from "./glue.js" */
/** @import { PartPlan } from "./types.js" */

/**
 * The error of an address without a plan; `isLoaded` says whether there was a file.
 * @typedef {Error & { code: "src", isLoaded: boolean }} SourceError
 */

/**
 * The packed plan of `src`, kept for a restart without a network: with the errors of those addresses whose plans it lacks, and
 * the summaries of the plans of a collection.
 * @typedef {{ src: string, packed: Uint8Array, errors: SourceError[], plans?: PartPlan[] }} PlanFile
 */

/**
 * Returns the plan, or the collection, of some addresses. A plan that could not be loaded, is invalid, or has the id of a plan
 * before it is left out; if none is left, all errors are thrown as one.
 * @param {string} src - the addresses as the host wrote them
 * @param {string[]} addresses
 * @param {PromiseSettledResult<unknown>[]} answers - what was loaded from them
 * @param {typeof Plan.unpack} unpack
 * @returns {Plan & { file: PlanFile }}
 */
export function unpackPlans(src, addresses, answers, unpack) {
  /** @type {SourceError[]} */
  const errors = [];
  /** @type {Map<string, string>} */
  const known = new Map(); // the addresses by the names of their plans
  const isAlone = addresses.length === 1;
  const loaded = answers.map((answer, nth) => {
    const address = addresses[nth];
    const isLoaded = answer.status === "fulfilled";
    try {
      if (!isLoaded) throw answer.reason;
      const json = /** @type {any} */ (answer.value);
      const packed = packPlan(json);
      const plan = unpack(packed);
      if (isAlone) return { address, json, file: { src, packed, errors }, plan };
      plan.free(); // it is valid, and will be part of the collection
      if (!json.id) throw new Error("expected a name at id, found nothing");
      const name = eIdName(json.id);
      const first = known.get(name);
      if (first === undefined) {
        known.set(name, address);
        return { address, json };
      }
      errors.push(sourceError(`no further plan at ${address}: expected another id than that of the plan at ${first}, found “${json.id}”; give each plan an id of its own`, true));
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      errors.push(sourceError(`no plan at ${address}: ${isLoaded ? "the file is not a plan that this version knows: " : ""}${message}`, isLoaded));
    }
    return undefined;
  });
  const [one] = loaded;
  if (one?.plan) return Object.assign(one.plan, { file: one.file });
  const shown = loaded.flatMap((one) => one ?? []);
  if (!shown.length) throw sourceError(errors.map(({ message }) => message).join("; "), errors.some(({ isLoaded }) => isLoaded));
  try {
    const { plan, members } = mergePlans(loaded.map((one) => one?.json));
    const packed = packPlan(plan, members);
    const plans = members.map(({ id, title, languages, source }, nth) => ({ id, title, languages, source, src: shown[nth].address, clauseCount: shown[nth].json.clauses.length }));
    return Object.assign(unpack(packed), { file: { src, packed, errors, plans } });
  } catch (error) {
    throw sourceError(`no collection of the plans at ${addresses.join(" ")}: ${/** @type {Error} */ (error).message}`, true);
  }
}

/**
 * @param {string} message
 * @param {boolean} isLoaded
 * @returns {SourceError}
 */
const sourceError = (message, isLoaded) => Object.assign(new Error(message), { code: /** @type {const} */ ("src"), isLoaded });
