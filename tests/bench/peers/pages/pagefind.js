// @ts-check
// Pagefind's default interface. Its index is made beside the page; it waits for no further letters before it searches.
import { app } from "./items.js";

const text = [...app.childNodes];
new globalThis.PagefindUI({
  element: "#app",
  bundlePath: new URL(document.body.dataset.index, location.href).pathname,
  showImages: false,
  showSubResults: false,
  showEmptyFilters: true,
  debounceTimeoutMs: 0,
  pageSize: 100,
});
for (const node of text) node.remove();
// It loads its index when its field gets the focus; here at once, because the others are ready without the reader, too.
app.querySelector("input").dispatchEvent(new FocusEvent("focus"));
