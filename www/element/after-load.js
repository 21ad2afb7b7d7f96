// @ts-check

import { inDocument } from "./native.js";

/**
 * Calls `start` after the page's load event, as soon as the element comes near the viewport or the page is idle.
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {() => void} start
 */
export function afterLoad(element, signal, start) {
  const watch = () => {
    /** @type {IntersectionObserver | undefined} */
    let observer;
    const end = () => observer?.disconnect();
    const begin = () => {
      end();
      if (!signal.aborted) start();
    };
    signal.addEventListener("abort", end);
    // Safari has no requestIdleCallback.
    (globalThis.requestIdleCallback ?? ((idle) => setTimeout(idle, 1000)))(begin);
    try {
      observer = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && begin(), { rootMargin: "100%" });
      observer.observe(element);
    } catch {
      // A script of the host has removed or replaced it: the idle page alone starts the widget.
    }
  };
  if (inDocument("readyState") === "complete") watch();
  else addEventListener("load", watch, { once: true, signal });
}
