// @ts-check

import { engine } from "./engine.js";
import { jsonAt } from "./json-at.js";
import { languagesOf, more, rare, whole } from "./late-parts.js";

/** @import { ClauseExplorer } from "./element.js" */
/** @import { Plan } from "./glue.js" */
/** @import { PlanFile } from "./more/unpack-plans.js" */

/**
 * Returns the plan of an element: that at the addresses `src`, or the compiled-in plan if there are none. Loads what the first
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
  const plan = element.src.trim() ? await planFrom(element.src, signal, known) : engine().Plan.installed();
  const needsRare = /\b(clause|sort)=/.test(element.view + location.href) || plan.has(location.hash.slice(1));
  if (needsRare || element.layout === "card") await rare().catch(() => {}); // the rest can be shown without it
  return plan;
}

/**
 * @param {string} src
 * @param {AbortSignal} signal
 * @param {PlanFile} [known]
 */
async function planFrom(src, signal, known) {
  const { unpack } = engine().Plan;
  if (known?.src === src) return Object.assign(unpack(known.packed), { file: known });
  const addresses = src.trim().split(/\s+/);
  const answers = Promise.allSettled(addresses.map((address) => jsonAt(address, signal)));
  try {
    const [{ unpackPlans }] = await Promise.all([more(), rare()]);
    return unpackPlans(src, addresses, await answers, unpack);
  } catch (error) {
    throw Object.assign(/** @type {Error} */ (error), { code: "src" }); // also if a part of the widget cannot be loaded
  }
}
