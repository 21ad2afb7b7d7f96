// @ts-check

import { engine, more, rare } from "./engine.js";
import { jsonAt } from "./json-at.js";

/** @import { Plan } from "./glue.js" */
/** @typedef {{ address: string, packed: Uint8Array }} PlanFile - a plan of `src`, kept for a restart without a network */

/**
 * Returns the plan at an address; the compiled-in plan if the address is empty.
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {PlanFile} [known] - a file that was loaded before
 * @returns {Promise<Plan & { file?: PlanFile }>}
 */
export async function planAt(address, signal, known) {
  if (!address) return engine().Plan.installed();
  let packed = known?.address === address ? known.packed : undefined;
  let isLoaded = !!packed;
  try {
    if (!packed) {
      const [{ packPlan }, json] = await Promise.all([more(), jsonAt(address, signal), rare()]);
      isLoaded = true;
      packed = packPlan(json);
    }
    return Object.assign(engine().Plan.unpack(packed), { file: { address, packed } });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    const found = isLoaded ? `the file is not a plan that this version knows: ${message}` : message;
    throw Object.assign(new Error(`no plan at ${address}: ${found}`), { code: "src", isLoaded });
  }
}
