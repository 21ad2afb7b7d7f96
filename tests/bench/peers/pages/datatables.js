// @ts-check
// DataTables with SearchPanes, both as they are documented.
import DataTable from "datatables.net-dt";
import "datatables.net-dt/css/dataTables.dataTables.css";
import "datatables.net-searchpanes-dt";
import "datatables.net-searchpanes-dt/css/searchPanes.dataTables.css";
import "datatables.net-select-dt";
import "datatables.net-select-dt/css/select.dataTables.css";
import { ROWS, app, facets, loadItems } from "./items.js";

const data = await loadItems();
const table = document.createElement("table");
app.append(table);
const tagged = facets.map(({ label, values }, facet) => ({
  title: label,
  data: (item) => item.tags[facet].map((value) => values[value].label),
  visible: false,
  searchable: false,
  render: { _: (labels) => labels.join(", "), sp: (labels) => labels },
  searchPanes: { show: true, orthogonal: "sp" },
}));
const texts = ["zh", "en"].map((field) => ({ title: field, data: field, searchPanes: { show: false } }));
new DataTable(table, {
  data,
  columns: [...texts, ...tagged],
  createdRow: (row, item) => (row.id = item.id),
  deferRender: true,
  ordering: false,
  pageLength: ROWS,
  layout: { top2: "searchPanes", topStart: "info", topEnd: "search" },
  searchPanes: { cascadePanes: true, viewCount: true },
  language: { info: "_TOTAL_ clauses", infoEmpty: "0 clauses", infoFiltered: "" },
});
