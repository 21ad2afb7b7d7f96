// @ts-check
// The panes and their tabs. A narrow window shows one pane; a wide one shows the explorer and the problems beside the chosen one.

import { byId } from "./dom.js";

/** @typedef {"text" | "problems" | "explorer" | "reading" | "facets" | "languages" | "home"} Pane */

/**
 * Lets the tabs choose the panes.
 * @param {(pane: Pane) => void} shown - called when a pane is shown
 */
export function usePanes(shown) {
  const list = byId("tabs");
  const tabs = /** @type {NodeListOf<HTMLButtonElement>} */ (list.querySelectorAll("[role=tab]"));
  const uncover = () => list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  /** @param {Pane} pane */
  const show = (pane) => {
    document.body.dataset.pane = pane;
    for (const tab of tabs) {
      const isChosen = tab.dataset.of === pane;
      tab.setAttribute("aria-selected", `${isChosen}`);
      tab.tabIndex = isChosen ? 0 : -1;
    }
    uncover();
    shown(pane);
  };
  for (const tab of tabs) tab.addEventListener("click", () => show(/** @type {Pane} */ (tab.dataset.of)));
  list.addEventListener("keydown", (event) => {
    const visible = [...tabs].filter((tab) => tab.checkVisibility());
    const at = visible.findIndex((tab) => tab === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: visible.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = visible[(to + visible.length) % visible.length];
    tab?.focus();
    tab?.click();
  });
  // A window that becomes wide has no tab for these two.
  matchMedia("(min-width: 900px)").addEventListener("change", ({ matches }) => {
    if (matches && ["problems", "explorer"].includes(document.body.dataset.pane ?? "")) show("text");
  });
  // Words of another language, a count of problems or a narrower window move the tabs.
  const sizes = new ResizeObserver(uncover);
  for (const one of [list, ...tabs]) sizes.observe(one);
  show("text");
  return show;
}
