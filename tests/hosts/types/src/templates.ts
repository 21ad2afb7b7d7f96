import "clause-explorer";
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";

export const svelte: SvelteHTMLElements["clause-explorer"] = {
  theme: "dark",
  "once-change": ({ detail }) => detail.count.toFixed(),
};
// @ts-expect-error
export const wrongInSvelte: SvelteHTMLElements["clause-explorer"] = { theme: "pink" };

type InVue = InstanceType<GlobalComponents["clause-explorer"]>["$props"];
export const vue: InVue = { theme: "dark", onCeChange: ({ detail }) => detail.count.toFixed() };
// @ts-expect-error
export const wrongInVue: InVue = { theme: "pink" };
