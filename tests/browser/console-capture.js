// Records the page's console and errors for `Page::console`. `site.rs` serves this script and
// inserts it as the first of every page, so that no message comes before it listens.
"use strict";
{
  const log = (window.__console = []);

  // Each error that the element reports to the page is in the console too, once.
  const OWN = "<clause-explorer>: ";
  const announced = [];
  window.addEventListener(
    "ce-error",
    ({ detail, target }) => {
      if (target.localName === "iframe") return; // embed.js repeats it: it is in the console of the frame
      const index = announced.indexOf(detail.message);
      if (index < 0) log.push(`ce-error without a message in the console: ${detail.message}`);
      else announced.splice(index, 1);
    },
    true,
  );

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
      if (level === "warn" && `${values[0]}`.startsWith(OWN)) announced.push(`${values[0]}`.slice(OWN.length));
      else log.push(`console.${level}: ${values.map(text).join(" ")}`);
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
