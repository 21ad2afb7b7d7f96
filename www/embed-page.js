// Of embed.html: takes the view from the address and tells the page around it what happens here.
// Absent on purpose: anything the page around could make it do; it is only asked to say again what it said.
(() => {
  const explorer = document.querySelector("clause-explorer");
  const pairs = location.search.slice(1).split("&");
  // A facet may be called `theme` too, but hardly has one of these values.
  const isTheme = (pair) => /^theme=(auto|light|dark)$/.test(pair);
  // What newsletters and networks hang on every link says nothing of a view.
  const isTracking = (pair) => /^(utm_\w+|[a-z]*clid|mc_[ce]id|igshid)=/.test(pair);
  explorer.setAttribute("view", pairs.filter((pair) => !isTheme(pair) && !isTracking(pair)).join("&"));
  const theme = pairs.filter(isTheme).at(-1)?.split("=")[1];
  if (theme) explorer.setAttribute("theme", theme);
  if (theme && theme !== "auto") document.documentElement.style.colorScheme = theme;
  if (parent === window) return;

  // The height the embedder gave stays the widget's, however high the iframe is made later: a height that
  // followed the window would chase itself.
  explorer.style.setProperty("--ce-max-height", `${innerHeight || 720}px`);

  const tell = (type, more) => parent.postMessage({ clauseExplorer: 1, type, ...more }, "*");
  const tellHeight = () => tell("height", { height: Math.ceil(explorer.getBoundingClientRect().height) });
  new ResizeObserver(tellHeight).observe(explorer);
  let ready;
  explorer.addEventListener("ce-ready", ({ detail }) => (ready = detail));
  for (const type of ["ce-ready", "ce-change", "ce-select", "ce-error"]) {
    explorer.addEventListener(type, ({ detail }) => tell(type, { detail }));
  }
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.clauseExplorer !== 1 || data.type !== "hello") return;
    tellHeight();
    if (ready) tell("ce-ready", { detail: ready });
  });

  // Only clauses are visited in here; the source opens beside the page, not in a slit of it.
  const page = (address) => address.split("#")[0];
  const openOutside = (event) => {
    const link = event.composedPath().find((node) => node.localName === "a");
    if (!link?.href || page(link.href) === page(location.href)) return;
    link.target = "_blank";
    link.rel = "noopener";
  };
  addEventListener("click", openOutside, true);
})();
