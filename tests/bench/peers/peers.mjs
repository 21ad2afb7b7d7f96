// @ts-check
// The peers, and how a test finds its way in their pages.

/**
 * @typedef {object} Peer
 * @property {string} id - also the name of its page's script
 * @property {string} name
 * @property {string[]} packages - the packages whose versions a report names
 * @property {string} probe - the key of the probe that knows the page
 */

/** @type {readonly Peer[]} */
export const PEERS = [
  { id: "ours", name: "Clause Explorer", packages: [], probe: "ours" },
  { id: "vanilla", name: "by hand", packages: [], probe: "plain" },
  { id: "preact", name: "Preact", packages: ["preact"], probe: "plain" },
  { id: "tabulator", name: "Tabulator", packages: ["tabulator-tables"], probe: "plain" },
  { id: "datatables", name: "DataTables, SearchPanes", packages: ["datatables.net-dt", "datatables.net-searchpanes-dt"], probe: "datatables" },
  { id: "instantsearch", name: "InstantSearch, itemsjs", packages: ["instantsearch.js", "itemsjs"], probe: "instantsearch" },
  { id: "pagefind", name: "Pagefind UI", packages: ["pagefind"], probe: "pagefind" },
];

/** The reference of every ratio. */
export const FLOOR = "vanilla";
