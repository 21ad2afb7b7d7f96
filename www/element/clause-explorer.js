// @ts-check
// Registers <clause-explorer>. This is the module that pages import; on a server it does nothing.

import { version } from "./build.js";
import { ClauseExplorer } from "./element.js";

const NAME = "clause-explorer";

/** @type {any} - another version of the class, or another class altogether */
const known = globalThis.customElements?.get(NAME);
if (known) console.warn(`expected one script that defines <${NAME}>, found another: version ${known.version} stays, version ${version} is ignored`);
else globalThis.customElements?.define(NAME, ClauseExplorer);
