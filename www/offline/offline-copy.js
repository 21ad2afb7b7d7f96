// @ts-check
// For our own pages: the link to the one-file explorer downloads it with the current view in it.
// In a host's page, the same link leads to the file as it was built.
(() => {
  const explorer = document.querySelector("clause-explorer");

  /** Reports whether a download may begin: a sandbox may forbid it, and that of another origin can't be read. */
  function mayDownload() {
    if (parent === window) return true;
    if (origin === "null") return false;
    const sandbox = /** @type {HTMLIFrameElement | null} */ (frameElement)?.sandbox;
    return !sandbox?.length || sandbox.contains("allow-downloads");
  }

  /**
   * Returns the one-file explorer with a view in it. Inside that file, it copies the page and makes no request.
   * @param {string} view
   * @param {string} address
   */
  async function withView(view, address) {
    if (document.querySelector("#wasm")) {
      const page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
      page.querySelector("clause-explorer")?.setAttribute("view", view);
      return `<!DOCTYPE html>\n${page.outerHTML}\n`;
    }
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`expected the explorer in one file at ${address}, found status ${answer.status}`);
    const attribute = view.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    return (await answer.text()).replace("<clause-explorer ", () => `<clause-explorer view="${attribute}" `);
  }

  /**
   * @param {string} page
   * @param {string} name
   */
  function download(page, name) {
    const address = URL.createObjectURL(new Blob([page], { type: "text/html" }));
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    // The browser itself downloads files whose data is in the link, such as a selection or a picture.
    if (!link?.hasAttribute("download") || !link.href || link.protocol === "data:") return;
    if (!mayDownload()) return link.removeAttribute("download");
    event.preventDefault();
    withView(explorer?.view ?? "", link.href).then(
      (page) => download(page, link.download),
      () => location.assign(link.href),
    );
  }, true);
})();
