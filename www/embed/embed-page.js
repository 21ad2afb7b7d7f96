// @ts-check
// The script of embed.html: takes view and attributes from the address, and reports events to the page around. The page
// around can make it do two things only: repeat its last report, and open the clause of the page's own fragment.
(() => {
  const explorer = document.querySelector("clause-explorer");
  if (!explorer) throw new Error("expected <clause-explorer> in embed.html, found none");
  const view = [];
  /** @type {Record<string, string>} */
  const given = {}; // attributes
  for (const pair of location.search.slice(1).split("&")) {
    // `&amp;` may be escaped once more.
    const [, own] = /^(?:amp;)*((?:layout|theme|heading|intro|src)=.*)$/.exec(pair) ?? [];
    if (own) Object.assign(given, Object.fromEntries(new URLSearchParams(own)));
    else view.push(pair);
  }
  for (const [name, value] of Object.entries(given)) if (value) explorer.setAttribute(name, value);
  if (["light", "dark"].includes(given.theme)) document.documentElement.style.colorScheme = given.theme;
  if (parent === window) {
    explorer.setAttribute("sync", "query");
    explorer.setAttribute("layout", given.layout || "page");
    return;
  }

  // With `?`, keys that others appended to the address are no errors.
  explorer.setAttribute("view", view.join("&") && `?${view.join("&")}`);
  explorer.setAttribute("layout", given.layout || "panel");
  // A panel keeps the height that the embedder gave the iframe at first. If it followed the window, and the iframe
  // followed the widget, the height would never settle.
  explorer.style.setProperty("--ce-max-height", `${innerHeight || 720}px`);

  /**
   * @param {string} type
   * @param {object} [more]
   */
  const report = (type, more) => parent.postMessage({ clauseExplorer: 1, type, ...more }, "*");
  const height = () => Math.ceil(explorer.getBoundingClientRect().height);
  const reportHeight = () => report("height", { height: height() });
  new ResizeObserver(reportHeight).observe(explorer);
  /** Returns the height with all clauses, on paper of the usual width. An iframe prints no more than it shows. */
  const printedHeight = () => {
    const rows = [...explorer.shadowRoot?.querySelectorAll("[hidden=until-found]") ?? []];
    for (const row of rows) row.removeAttribute("hidden");
    explorer.style.width = `${Math.min(innerWidth, 600)}px`;
    const all = height();
    explorer.style.width = "";
    for (const row of rows) row.setAttribute("hidden", "until-found");
    return all;
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  // Not whenever the height changes: measuring changes it for a moment.
  for (const type of ["ce-ready", "ce-change"]) {
    explorer.addEventListener(type, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => report("printed", { height: printedHeight() }), 500);
    });
  }

  /** @type {unknown} */
  let ready;
  explorer.addEventListener("ce-ready", ({ detail }) => (ready = detail));
  for (const type of /** @type {const} */ (["ce-ready", "ce-change", "ce-select", "ce-error"])) {
    explorer.addEventListener(type, ({ detail }) => report(type, { detail }));
  }
  /** @param {string} eid */
  const open = async (eid) => {
    await customElements.whenDefined("clause-explorer");
    await explorer.ready;
    if (!(await explorer.goTo(eid))) return;
    const clause = explorer.shadowRoot?.querySelector("[part~=clause][aria-current]");
    reportHeight();
    if (clause) report("clause", { top: scrollY + clause.getBoundingClientRect().top });
  };
  let fragment = "";
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.clauseExplorer !== 1 || data.type !== "hello") return;
    const [page, eid = ""] = `${data.page}`.split("#");
    // Links of the clauses lead to the page that the reader is on.
    if (/^https?:/.test(page)) explorer.dataset.page = page;
    explorer.setAttribute("layout", given.layout || "article");
    reportHeight();
    if (ready) report("ce-ready", { detail: ready });
    if (eid && eid !== fragment) open(eid).catch(() => {}); // the element has reported why it could not start
    fragment = eid;
  });
  report("hello");

  /** @param {string} address */
  const withoutFragment = (address) => address.split("#")[0];
  // External links open in a new tab, not inside the iframe.
  addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link?.href || withoutFragment(link.href) === withoutFragment(location.href)) return;
    link.target = "_blank";
    link.rel = "noopener";
  }, true);
})();
