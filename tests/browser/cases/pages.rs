//! Pages for the cases, and what all cases do with them.

use crate::runner::{Result, Test};
use crate::site::{Builder, Site};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use sha2::{Digest, Sha384};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, LazyLock};

/// The policy under which the README promises that the widget works.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

/// The beginning of a script that uses the first element.
pub(super) const ELEMENT: &str = "const element = document.querySelector('clause-explorer');";

/// True when the widget is displayed and has laid out all clauses.
pub(super) const LAID_OUT: &str =
    "$('[part~=root]').getClientRects().length && !$('fieldset:not(:has(input))')";

pub(super) const SEARCH: &str = "input[part~=search]";

/// The folder of the built files. The command line under test writes it once.
pub(super) static DIST: LazyLock<PathBuf> = LazyLock::new(|| {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("dist");
    let mut build = Command::new(env!("CARGO_BIN_EXE_clause-explorer"));
    let output = build
        .arg("build")
        .arg("--out")
        .arg(&out)
        .output()
        .expect("the command line can be run");
    assert!(
        output.status.success(),
        "`clause-explorer build` must succeed before the tests:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    out
});

/// Returns the hash of a file in the form of HTML's `integrity`.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Returns a site with the built files under the strict policy, which also allows the manifest.
pub(super) fn built() -> Builder {
    let policy = format!("{POLICY}; manifest-src 'self'");
    Site::builder()
        .folder(DIST.clone())
        .header("content-security-policy", &policy)
}

/// Returns a page with this body.
pub(super) fn page_with(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title>\
         <script type=\"module\" src=\"clause-explorer.js\"></script></head><body>{body}</body></html>"
    )
}

/// Adds a page with this body to a site, and a script that runs before it.
pub(super) fn listening(site: Builder, body: &str, script: &str) -> Builder {
    let page = page_with(body).replace("<head>", "<head><script src='listen.js'></script>");
    site.page("/test.html", page).page("/listen.js", script)
}

/// Waits until the first widget of the page is displayed and laid out.
pub(super) async fn wait_for_widget(t: &Test) -> Result {
    Ok(t.page
        .wait_until("the widget is laid out", LAID_OUT)
        .await?)
}

/// Opens the showcase and waits for the widget.
///
/// The explorer becomes a panel, which shows all clauses: `first_screen` is about articles.
pub(super) async fn open_showcase(t: &mut Test, fragment: &str) -> Result<Arc<Site>> {
    let site = t.site(built());
    t.page.open(&site.url(&format!("/{fragment}"))).await?;
    wait_for_widget(t).await?;
    wait_for_ready(t).await?;
    let script = "document.querySelector('clause-explorer').layout = 'panel';";
    let () = t.page.js(script, json!([])).await?;
    t.page
        .wait_until(
            "all clauses are shown",
            "$('[data-layout=panel]') && ![...root.querySelectorAll('article')].some((row) => row.hidden)",
        )
        .await?;
    Ok(site)
}

/// Opens a page with this body, and waits until the first widget is laid out and ready.
pub(super) async fn open_page(t: &mut Test, body: &str) -> Result<Arc<Site>> {
    let site = t.site(built().page("/test.html", page_with(body)));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    wait_for_ready(t).await?;
    Ok(site)
}

/// Waits until the first element's methods can be called: the code of some is loaded after the first view.
pub(super) async fn wait_for_ready(t: &Test) -> Result {
    let script = format!("{ELEMENT} await element.ready;");
    Ok(t.page.js_async(&script, json!([])).await?)
}

/// Opens a page of the site in an iframe that runs no scripts, so that the page around it can inspect it.
pub(super) async fn open_without_scripts(t: &mut Test, address: &str) -> Result {
    let page = format!(
        "<!DOCTYPE html><html lang='en'><head><title>t</title></head><body>
        <iframe src='{address}' sandbox='allow-same-origin' width='600' height='400'></iframe></body></html>"
    );
    let site = Site::builder()
        .folder(DIST.clone())
        .page("/test.html", page)
        .header(
            "content-security-policy",
            &format!("{POLICY}; frame-src 'self'"),
        );
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until(
            "the iframe has loaded",
            "document.querySelector('iframe').contentDocument.querySelector('clause-explorer footer')",
        )
        .await?;
    Ok(())
}

/// Waits until the module of rare features is loaded too. Until then, the page has a link to it.
pub(super) async fn wait_for_all_files(t: &Test) -> Result {
    let is_loaded = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('_more.js')) && !document.querySelector('head link')";
    Ok(t.page.wait_until("all files are loaded", is_loaded).await?)
}

/// Waits until the service worker has cached its files.
pub(super) async fn wait_for_worker(t: &Test) -> Result {
    let script = "return (await navigator.serviceWorker.ready).active.state;";
    let _: String = t.page.js_async(script, json!([])).await?;
    Ok(())
}

/// Returns the eIds of the clauses in the list.
pub(super) async fn eids(t: &Test) -> Result<Vec<String>> {
    Ok(t.page.js("return [...root.querySelectorAll('article[part~=clause]')].map((clause) => clause.id);", json!([])).await?)
}

/// Empties the search field and types a query.
pub(super) async fn search(t: &Test, query: &str) -> Result {
    paste(t, "").await?;
    if query.is_empty() {
        return Ok(()); // WebKit's driver types no empty text
    }
    Ok(t.page.type_text(SEARCH, query).await?)
}

/// Replaces the query at once. Drivers type a long text letter by letter, and slowly.
pub(super) async fn paste(t: &Test, query: &str) -> Result {
    let script = "const [css, query] = arguments, field = $(css);
        field.value = query;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    let () = t.page.js(script, json!([SEARCH, query])).await?;
    Ok(())
}

/// Replaces the browser's clipboard.
pub(super) async fn with_clipboard(t: &Test, clipboard: &str) -> Result {
    let script = format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }});"
    );
    let () = t.page.js(&script, json!([])).await?;
    Ok(())
}

/// Waits until the status and the list have this number of clauses.
pub(super) async fn wait_for_count(t: &Test, count: usize) -> Result {
    let shown = format!(
        "{LAID_OUT} && parseInt($('[part~=status]').textContent) === {count} && root.querySelectorAll('article').length === {count}"
    );
    t.page
        .wait_until(&format!("{count} clauses are shown"), &shown)
        .await?;
    Ok(())
}
