// @ts-check

/**
 * Calls `start` after the page's load event, as soon as the element comes near the viewport or the page is idle.
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {() => void} start
 */
export function afterLoad(element, signal, start) {
  const watch = () => {
    const observer = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && begin(), { rootMargin: "100%" });
    const end = () => observer.disconnect();
    const begin = () => {
      end();
      if (!signal.aborted) start();
    };
    observer.observe(element);
    signal.addEventListener("abort", end);
    // Safari has no requestIdleCallback.
    (globalThis.requestIdleCallback ?? ((idle) => setTimeout(idle, 1000)))(begin);
  };
  if (document.readyState === "complete") watch();
  else addEventListener("load", watch, { once: true, signal });
}
