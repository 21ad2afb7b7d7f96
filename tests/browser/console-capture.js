// Records the page's console and errors for `Page::console`. `site.rs` serves this script and
// inserts it as the first of every page, so that no message comes before it listens.
"use strict";
{
  const log = (window.__console = []);

  const text = (value) => {
    if (value instanceof Error) return `${value} ${value.stack}`;
    if (typeof value === "string") return value;
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };

  for (const level of ["error", "warn", "info", "log", "debug"]) {
    const original = console[level];
    console[level] = (...values) => {
      log.push(`console.${level}: ${values.map(text).join(" ")}`);
      original.apply(console, values);
    };
  }

  const onError = (event) => {
    const { target } = event;
    log.push(
      event instanceof ErrorEvent
        ? `error: ${event.message} (${event.filename}:${event.lineno})`
        : `error: <${target.localName}> cannot load ${target.currentSrc || target.src || target.href || target.data}`,
    );
  };
  window.addEventListener("error", onError, true);
  // The error events of elements never leave a shadow tree, not even in the capture phase.
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    root.addEventListener("error", onError, true);
    return root;
  };

  window.addEventListener("unhandledrejection", (event) => {
    log.push(`unhandledrejection: ${text(event.reason)}`);
  });
  window.addEventListener("securitypolicyviolation", (event) => {
    log.push(
      `securitypolicyviolation: ${event.effectiveDirective} blocks ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`,
    );
  });
}
