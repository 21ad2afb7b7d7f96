// Of our own pages: keeps them for readers without a network. clause-explorer.js never does that to a page of others.
(() => {
  // A sandboxed iframe has no origin, and so nothing is kept for it.
  if (origin === "null" || !("serviceWorker" in navigator)) return;
  const policy = globalThis.trustedTypes?.createPolicy("clause-explorer-offline", { createScriptURL: (url) => url });
  const worker = "service-worker.js";
  addEventListener("load", async () => {
    try {
      // What is fetched to be kept does not come before what is fetched to be shown.
      await document.querySelector("clause-explorer")?.ready;
    } catch {
      // Without the widget there still is a page to keep.
    }
    // Where it is not allowed, the page does without.
    await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker).catch(() => {});
  });
})();
