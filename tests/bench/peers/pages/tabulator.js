// @ts-check
// Tabulator: its table, with only the modules that the list needs. It has no facets, so these are by hand.
import { FilterModule, FormatModule, Tabulator } from "tabulator-tables";
import "tabulator-tables/dist/css/tabulator.min.css";
import { controls, element } from "./facet-panel.js";
import { Filter } from "./filter.js";
import { ROWS, app, facets, loadItems } from "./items.js";

const items = await loadItems();
const filter = new Filter(items, facets);
const place = element("div");
Tabulator.registerModule([FilterModule, FormatModule]);
let isBuilt = false;
const update = controls((query, chosen) => {
  const result = filter.run(query, chosen);
  const found = new Set(result.found.map((nth) => items[nth]));
  if (isBuilt) table.setFilter((item) => found.has(item));
  return result;
});
app.append(place);
// A window of a long table, as it is documented; all rows of a short one, as in the other pages.
const height = items.length > ROWS ? { height: 700 } : {};
const columns = ["zh", "en"].map((field) => ({ title: field, field, formatter: "textarea", headerSort: false }));
const rowFormatter = (row) => (row.getElement().id = row.getData().id);
const table = new Tabulator(place, { data: items, reactiveData: false, layout: "fitColumns", columns, rowFormatter, ...height });
table.on("tableBuilt", () => {
  isBuilt = true;
  update();
});
