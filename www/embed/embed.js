// @ts-check
// For pages with iframes of embed.html: sets the height of each iframe to that of its explorer, and dispatches the
// explorer's events on it. It never evaluates a message, and never follows an address from one.
(() => {
  const mark = Symbol.for("clause-explorer embed");
  const page = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (window));
  if (page[mark]) return; // included twice
  page[mark] = true;

  const EVENTS = ["ce-ready", "ce-change", "ce-select", "ce-error"];
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.split(/[?#]/)[0].endsWith("/embed.html"));
  /** @param {HTMLIFrameElement} frame */
  const originOf = (frame) => {
    const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    return isOpaque ? "null" : new URL(frame.src).origin;
  };

  addEventListener("message", ({ data, source, origin }) => {
    if (data?.clauseExplorer !== 1) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (!frame || origin !== originOf(frame)) return;
    if (data.type === "height" && Number.isFinite(data.height)) {
      frame.style.height = `${Math.min(Math.max(data.height, 200), 50000)}px`;
    }
    if (EVENTS.includes(data.type)) {
      frame.dispatchEvent(new CustomEvent(data.type, { detail: data.detail, bubbles: true, composed: true }));
    }
  });
  // Iframes that loaded before this script already sent their height; ask them to send it again.
  for (const frame of frames()) frame.contentWindow?.postMessage({ clauseExplorer: 1, type: "hello" }, "*");
})();
