// @ts-check

import { engine } from "./engine.js";
import { jsonAt } from "./json-at.js";
import { languagesOf, more, rare, whole } from "./late-parts.js";

/** @import { ClauseExplorer } from "./element.js" */
/** @import { Plan } from "./glue.js" */
/** @typedef {{ address: string, packed: Uint8Array }} PlanFile - a plan of `src`, kept for a restart without a network */

/**
 * Returns the plan of an element: that at the address `src`, or the compiled-in plan if it is empty. Loads what the first
 * view of it needs.
 * @param {ClauseExplorer} element
 * @param {AbortSignal} signal
 * @param {PlanFile} [known] - a file that was loaded before
 * @returns {Promise<Plan & { file?: PlanFile }>}
 */
export async function planAt(element, signal, known) {
  // Only then, the plan has all languages that its annotations may be read with.
  const isAnnotated = element.annotations.length > 0 || !!element.getAttribute("annotations");
  await (isAnnotated ? whole() : languagesOf(element));
  const plan = element.src ? await planFrom(element.src, signal, known) : engine().Plan.installed();
  const opensClause = /\bclause=/.test(element.view + location.href) || plan.has(location.hash.slice(1));
  if (opensClause || element.layout === "card") await rare().catch(() => {}); // the rest can be shown without it
  return plan;
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {PlanFile} [known]
 */
async function planFrom(address, signal, known) {
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
