// For a page with iframes of embed.html: gives each the height of what is in it, and dispatches on it the
// events from in there. Absent on purpose: anything that evaluates a message or goes where it says.
(() => {
  const here = Symbol.for("clause-explorer embed");
  if (window[here]) return; // included twice
  window[here] = true;

  const EVENTS = ["ce-ready", "ce-change", "ce-select", "ce-error"];
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.split(/[?#]/)[0].endsWith("/embed.html"));
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
  // Those that were there first have spoken into the void.
  for (const frame of frames()) frame.contentWindow.postMessage({ clauseExplorer: 1, type: "hello" }, "*");
})();
