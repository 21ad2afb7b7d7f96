// @ts-check
// A search field, checkboxes with counts, and the number of clauses, by hand: for pages whose library has only a list.
import { app, facets } from "./items.js";

/** @import { Chosen } from "./filter.js" */

/** @param {string} tag @param {object} [properties] @param {(Node | string)[]} children */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** @param {(query: string, chosen: Chosen) => { found: number[], counts: number[][] }} change - called for each change */
export function controls(change) {
  const field = /** @type {HTMLInputElement} */ (element("input", { type: "search" }));
  const status = element("p", { role: "status" });
  const numbers = facets.map(({ values }) => values.map(() => document.createTextNode("")));
  /** @type {Chosen} */
  const chosen = new Map();
  function update() {
    const { found, counts } = change(field.value, chosen);
    status.textContent = `${found.length} clauses`;
    counts.forEach((values, facet) => values.forEach((count, value) => (numbers[facet][value].data = ` ${count}`)));
  }
  const boxes = facets.map(({ id, label, values }, facet) => {
    const options = values.map((value, nth) => {
      const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", name: id, value: value.id }));
      box.addEventListener("change", () => {
        const of = chosen.get(facet) ?? new Set();
        if (box.checked) of.add(nth);
        else of.delete(nth);
        if (of.size > 0) chosen.set(facet, of);
        else chosen.delete(facet);
        update();
      });
      return element("label", {}, box, value.label, numbers[facet][nth]);
    });
    return element("fieldset", {}, element("legend", {}, label), ...options);
  });
  field.addEventListener("input", update);
  app.append(field, ...boxes, status);
  return update;
}
