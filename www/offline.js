// Of our own pages: keeps them for readers without a network. clause-explorer.js never does that to a page of others.
(() => {
  // A sandboxed iframe has no origin, and so nothing is kept for it.
  if (origin === "null" || !("serviceWorker" in navigator)) return;
  const policy = globalThis.trustedTypes?.createPolicy("clause-explorer-offline", { createScriptURL: (url) => url });
  const worker = "service-worker.js";
  const register = () => navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker);
  // Where it is not allowed, the page does without.
  addEventListener("load", () => register().catch(() => {}));
})();
