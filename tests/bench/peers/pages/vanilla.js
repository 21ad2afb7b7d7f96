// @ts-check
// By hand, without a library: the floor of every ratio.
import { controls, element } from "./facet-panel.js";
import { Filter } from "./filter.js";
import { ROWS, app, facets, loadItems } from "./items.js";

const items = await loadItems();
const filter = new Filter(items, facets);
const list = element("ol");
/** @type {HTMLElement[]} */
const rows = [];

/** Returns the row of an item, made once. @param {number} nth */
function row(nth) {
  const { id, zh, en } = items[nth];
  return (rows[nth] ??= element("li", { id }, element("p", { lang: "zh", textContent: zh }), element("p", { textContent: en })));
}

const update = controls((query, chosen) => {
  const result = filter.run(query, chosen);
  list.replaceChildren(...result.found.slice(0, ROWS).map(row));
  return result;
});
app.append(list);
update();
