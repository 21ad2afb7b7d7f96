// @ts-check
// Rare features, in one file beside the widget. The element loads it when it is ready. Its modules are in
// the folder more/; they import nothing that has a state, because the widget's module has its own copy of it.

export { dragPin } from "./drag-pin.js";
export { glosses } from "./glosses.js";
export { unpackPlans } from "./unpack-plans.js";
export { copyTable } from "./copy-table.js";
export { save, saveWorkbook } from "./save.js";
export { saveImage } from "./quote-image.js";
