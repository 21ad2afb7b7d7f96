// @ts-check

import { Plan } from "./glue.js";
import { jsonAt } from "./json-at.js";
import { packPlan } from "./pack.js";

/**
 * Returns the plan at an address; the compiled-in plan if the address is empty.
 * @param {string} address
 * @param {AbortSignal} signal
 */
export async function planAt(address, signal) {
  if (!address) return Plan.installed();
  try {
    return Plan.unpack(packPlan(await jsonAt(address, signal)));
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw Object.assign(new Error(`no plan at ${address}: ${message}`), { code: "src" });
  }
}
