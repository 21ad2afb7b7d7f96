// @ts-check
// The widget: everything that the element's class loads later, in one file beside it.

export { styles } from "./styles.js";
export { embedCodes } from "./glue.js";
export { Mounted } from "./mounted.js";
export { planAt } from "./plan-at.js";
export { start } from "./start.js";
