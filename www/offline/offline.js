// @ts-check
// For our own pages: keeps them for readers without a network. clause-explorer.js never does that to a host's page.

/**
 * The part of Trusted Types that this script uses, since TypeScript has no types for them.
 * @typedef {{ createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string } }} TrustedTypes
 */

(() => {
  // A sandboxed iframe has no origin, so nothing can be kept for it.
  if (origin === "null" || !("serviceWorker" in navigator)) return;
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis);
  const policy = trustedTypes?.createPolicy("clause-explorer-offline", { createScriptURL: (url) => url });
  const worker = "service-worker.js";
  addEventListener("load", async () => {
    try {
      // The files to show load first, the files to keep after them.
      await document.querySelector("clause-explorer")?.ready;
    } catch {
      // Without the widget, the page itself is still worth keeping.
    }
    // If the browser refuses, the page works without.
    await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker).catch(() => {});
  });
})();
