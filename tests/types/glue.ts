// Compares www/element/glue.d.ts ("described") with the types that wasm-bindgen writes ("written"): the glue must have
// everything that is described, under the same names, with the same numbers of parameters and compatible types.
// tests/javascript.rs says where the two modules are.

import type * as Described from "described";
import type * as Written from "written";

// The build adds `newInstance` to the glue.
declare const written: typeof Written;
written satisfies Omit<typeof Described, "newInstance">;

type Arities<T> = { [Name in keyof T]: T[Name] extends (...parameters: infer Parameters) => unknown ? Parameters["length"] : "no function" };
type Of<T, Names> = Pick<Arities<T>, keyof T & keyof Names>;

declare const plan: Of<Written.Plan, Described.Plan>;
plan satisfies Arities<Described.Plan>;
declare const describedPlan: Arities<Described.Plan>;
describedPlan satisfies Of<Written.Plan, Described.Plan>;

declare const explorer: Of<Written.Explorer, Described.Explorer>;
explorer satisfies Arities<Described.Explorer>;
declare const describedExplorer: Arities<Described.Explorer>;
describedExplorer satisfies Of<Written.Explorer, Described.Explorer>;

declare const functions: [Arities<typeof Described.Explorer>["mount"], Arities<typeof Described.Plan>["unpack"], Arities<typeof Described>["embedCodes"]];
functions satisfies [Arities<typeof Written.Explorer>["mount"], Arities<typeof Written.Plan>["unpack"], Arities<typeof Written>["embedCodes"]];
