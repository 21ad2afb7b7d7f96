// @ts-check

import { rare } from "./engine.js";

/** @import { ClauseExplorer } from "./element.js" */
/** @import { Plan } from "./glue.js" */

/**
 * Loads the second wasm if the first view of an element needs it: if it shows an opened clause, quotation cards or the host's
 * annotations. A failure is no reason to show nothing; later, the second wasm is asked for again.
 * @param {ClauseExplorer} element
 * @param {Plan} plan
 */
export async function prepare(element, plan) {
  const isNeeded = element.layout === "card" || element.annotations.length > 0 || !!element.getAttribute("annotations") || /\bclause=/.test(element.view + location.href) || plan.has(location.hash.slice(1));
  if (isNeeded) await rare().catch(() => {});
}
