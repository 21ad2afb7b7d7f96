// @ts-check
// The widget: everything that the element's class loads later, in one file beside it.

export { styles } from "./styles.js";
export { embedCodes, fail, mourners, start } from "./engine.js";
export { begin } from "./late-parts.js";
export { Mounted } from "./mounted.js";
export { planAt } from "./plan-at.js";
