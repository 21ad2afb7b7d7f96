// @ts-check
// The script of embed.html: takes the view from the address, and reports events to the page around.
// The page around can't make it do anything, except for repeating its last report.
(() => {
  const explorer = document.querySelector("clause-explorer");
  if (!explorer) throw new Error("expected <clause-explorer> in embed.html, found none");
  const pairs = location.search.slice(1).split("&");
  // A facet may be called `theme` too, but hardly with one of these values. `&amp;` may be escaped once more.
  /** @param {string} pair */
  const isTheme = (pair) => /^(amp;)*theme=(auto|light|dark)$/.test(pair);
  const view = pairs.filter((pair) => !isTheme(pair)).join("&");
  // With `?`, keys that others appended to the address are no errors.
  explorer.setAttribute("view", view && `?${view}`);
  const theme = pairs.filter(isTheme).at(-1)?.split("=")[1];
  if (theme) explorer.setAttribute("theme", theme);
  if (theme && theme !== "auto") document.documentElement.style.colorScheme = theme;
  if (parent === window) return;

  // The widget keeps the height that the embedder gave the iframe at first. If it followed the window, and the iframe
  // followed the widget, the height would never settle.
  explorer.style.setProperty("--ce-max-height", `${innerHeight || 720}px`);

  /**
   * @param {string} type
   * @param {object} more
   */
  const report = (type, more) => parent.postMessage({ clauseExplorer: 1, type, ...more }, "*");
  const reportHeight = () => report("height", { height: Math.ceil(explorer.getBoundingClientRect().height) });
  new ResizeObserver(reportHeight).observe(explorer);
  /** @type {unknown} */
  let ready;
  explorer.addEventListener("ce-ready", ({ detail }) => (ready = detail));
  for (const type of /** @type {const} */ (["ce-ready", "ce-change", "ce-select", "ce-error"])) {
    explorer.addEventListener(type, ({ detail }) => report(type, { detail }));
  }
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.clauseExplorer !== 1 || data.type !== "hello") return;
    reportHeight();
    if (ready) report("ce-ready", { detail: ready });
  });

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
