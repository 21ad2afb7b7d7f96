// @ts-check
// For pages with iframes of embed.html: sets the height of each iframe to that of its explorer, dispatches the explorer's
// events on it, and opens the clause that this page's fragment names. It never evaluates a message, and never follows an
// address from one.
(() => {
  const mark = Symbol.for("clause-explorer embed");
  const page = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (window));
  if (page[mark]) return; // included twice
  page[mark] = true;

  const EVENTS = ["ce-ready", "ce-change", "ce-select", "ce-error"];
  /** @type {WeakMap<HTMLIFrameElement, string>} */
  const printed = new WeakMap(); // the height of each iframe with all its clauses on paper
  let isWanted = false; // whether the page has still to scroll to the clause of its fragment
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.split(/[?#]/)[0].endsWith("/embed.html"));
  /** @param {HTMLIFrameElement} frame */
  const originOf = (frame) => {
    const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    return isOpaque ? "null" : new URL(frame.src).origin;
  };
  /** @param {number} height */
  const bounded = (height) => `${Math.min(Math.max(height, 200), 50000)}px`;
  /** @param {HTMLIFrameElement} frame */
  const greet = (frame) => {
    const origin = originOf(frame);
    frame.contentWindow?.postMessage({ clauseExplorer: 1, type: "hello", page: location.href }, origin === "null" ? "*" : origin);
  };
  const greetAll = () => {
    // An iframe that is far below loads only if it has to show the clause.
    isWanted = /^#([\w-]+__)?[a-z]+_\d/.test(location.hash);
    for (const frame of frames()) {
      if (isWanted) frame.loading = "eager";
      greet(frame);
    }
  };

  addEventListener("message", ({ data, source, origin }) => {
    if (data?.clauseExplorer !== 1) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (!frame || origin !== originOf(frame)) return;
    if (data.type === "hello") greet(frame);
    if (data.type === "height" && Number.isFinite(data.height)) frame.style.height = bounded(data.height);
    if (data.type === "printed" && Number.isFinite(data.height)) printed.set(frame, bounded(data.height));
    if (data.type === "clause" && Number.isFinite(data.top) && isWanted) {
      isWanted = false;
      const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
      // Bars at the top of the window cover less than this.
      scrollBy(0, frame.getBoundingClientRect().top + data.top - Math.max(padding, innerHeight / 5));
    }
    if (EVENTS.includes(data.type)) {
      frame.dispatchEvent(new CustomEvent(data.type, { detail: data.detail, bubbles: true, composed: true }));
    }
  });
  addEventListener("hashchange", greetAll);
  /** @type {Map<HTMLIFrameElement, string>} */
  const heights = new Map(); // on the screen, while the page is printed
  addEventListener("beforeprint", () => {
    for (const frame of frames()) {
      heights.set(frame, frame.style.height);
      frame.style.height = printed.get(frame) ?? frame.style.height;
    }
  });
  addEventListener("afterprint", () => {
    for (const [frame, height] of heights) frame.style.height = height;
    heights.clear();
  });
  // Iframes that loaded before this script have already asked for a greeting.
  greetAll();
})();
