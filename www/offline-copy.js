// Of our own pages: the link to the explorer in one file downloads it with the view in it that is shown.
// In a page of others the same link leads to the file as it was built.
(() => {
  const explorer = document.querySelector("clause-explorer");

  /** Whether a download may begin. A sandbox forbids it unless it says otherwise; from another origin it cannot be read. */
  function mayDownload() {
    if (parent === window) return true;
    if (origin === "null") return false;
    const sandbox = frameElement?.sandbox;
    return !sandbox?.length || sandbox.contains("allow-downloads");
  }

  /** The file with this view. In it already, it copies itself and asks nobody for anything. */
  async function withView(view, address) {
    if (document.querySelector("#wasm")) {
      const page = document.documentElement.cloneNode(true);
      page.querySelector("clause-explorer").setAttribute("view", view);
      return `<!DOCTYPE html>\n${page.outerHTML}\n`;
    }
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`expected the explorer in one file at ${address}, found status ${answer.status}`);
    const attribute = view.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    return (await answer.text()).replace("<clause-explorer ", () => `<clause-explorer view="${attribute}" `);
  }

  function download(page, name) {
    const address = URL.createObjectURL(new Blob([page], { type: "text/html" }));
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node.localName === "a");
    // What is in its own address already (a selection, a picture) is the browser's affair.
    if (!link?.hasAttribute("download") || !link.href || link.protocol === "data:") return;
    if (!mayDownload()) return link.removeAttribute("download");
    event.preventDefault();
    withView(explorer.view, link.href).then(
      (page) => download(page, link.download),
      () => location.assign(link.href),
    );
  }, true);
})();
