// @ts-check
// Where the widget's module is: in the same script, in the one-file page. Takes the place of widget-beside.js there.

import { Mounted, mourners, planAt, start, styles } from "./clause-explorer_bg.js";

/**
 * Returns the widget's module.
 * @type {typeof import("./widget-beside.js").importWidget}
 */
export const importWidget = async () => ({ Mounted, mourners, planAt, start, styles });
