//! The cases. Each is one async function, listed in the table of its module, run in every engine.

/// Declares the cases of a module.
macro_rules! cases {
    ($($name:ident),* $(,)?) => {
        pub(super) const CASES: &[(&str, crate::runner::Case)] = &[$((stringify!($name), |t| Box::pin($name(t)))),*];
    };
}

mod accessibility;
mod annotations;
mod builder;
mod bundles;
mod codes;
mod contract;
mod element;
mod explore;
mod facets;
mod frames;
mod harness;
mod hosts;
mod isolation;
mod languages;
mod layout;
mod leaks;
mod offline;
mod one_file;
mod pictures;
mod reader;
mod share;
mod start;
mod sync;

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, LazyLock};

use serde_json::json;

use crate::runner::{Case, Result, Test};
use crate::site::{Builder, Site};

/// Every case of every module.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Case)> {
    [
        explore::CASES,
        reader::CASES,
        facets::CASES,
        languages::CASES,
        element::CASES,
        contract::CASES,
        sync::CASES,
        annotations::CASES,
        share::CASES,
        leaks::CASES,
        bundles::CASES,
        isolation::CASES,
        start::CASES,
        offline::CASES,
        one_file::CASES,
        layout::CASES,
        accessibility::CASES,
        pictures::CASES,
        frames::CASES,
        builder::CASES,
        codes::CASES,
        hosts::CASES,
        harness::CASES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Whether a case uses what only Chromium's driver can.
pub(crate) fn needs_chromium(case: &str) -> bool {
    ["axe_on_", "tree_of_", "pictures_"]
        .iter()
        .any(|kind| case.starts_with(kind))
}

/// Whether a case makes something to be looked at and judges nothing.
pub(crate) fn is_on_demand(case: &str) -> bool {
    case.starts_with("pictures_")
}

/// Builds what a case needs, so that it does not count as the case's own time.
pub(crate) fn prepare(case: &str) {
    LazyLock::force(&DIST);
    hosts::prepare(case);
    accessibility::prepare(case);
    bundles::prepare(case);
}

/// The policy that the README promises to work under.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

/// The beginning of a script that speaks of the first element.
const ELEMENT: &str = "const element = document.querySelector('clause-explorer');";

/// The widget is in sight, and none of its clauses waits for its layout.
const LAID_OUT: &str = "$('[part~=root]').getClientRects().length && !$('[data-waiting]')";

const SEARCH: &str = "input[part~=search]";

/// The built files, made once by the command line under test.
static DIST: LazyLock<PathBuf> = LazyLock::new(|| {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("dist");
    let mut build = Command::new(env!("CARGO_BIN_EXE_clause-explorer"));
    let status = build
        .arg("build")
        .arg("--out")
        .arg(&out)
        .status()
        .expect("the command line can be run");
    assert!(
        status.success(),
        "`clause-explorer build` must succeed before a browser can show what it built"
    );
    out
});

/// The built files under the strict policy, with what the showcase needs beside to be installed.
fn built() -> Builder {
    let policy = format!("{POLICY}; manifest-src 'self'");
    Site::builder()
        .folder(DIST.clone())
        .header("content-security-policy", &policy)
}

/// A page with nothing but these elements in its body.
fn page_with(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title>\
         <script type=\"module\" src=\"clause-explorer.js\"></script></head><body>{body}</body></html>"
    )
}

/// A site with a page of these elements, and before them a script that listens to what they tell.
fn listening(site: Builder, body: &str, script: &str) -> Builder {
    let page = page_with(body).replace("<head>", "<head><script src='listen.js'></script>");
    site.page("/test.html", page).page("/listen.js", script)
}

/// Waits until the first widget of the page is in sight, and all of it is laid out.
async fn wait_for_widget(t: &Test) -> Result {
    Ok(t.page
        .wait_until("the widget is in sight", LAID_OUT)
        .await?)
}

/// Opens the showcase and waits for the widget.
async fn open_showcase(t: &mut Test, fragment: &str) -> Result<Arc<Site>> {
    let site = t.site(built());
    t.page.open(&site.url(&format!("/{fragment}"))).await?;
    wait_for_widget(t).await?;
    Ok(site)
}

/// Opens a page of ours with these elements in its body and waits for the widget.
async fn open_page(t: &mut Test, body: &str) -> Result<Arc<Site>> {
    let site = t.site(built().page("/test.html", page_with(body)));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    Ok(site)
}

/// Waits until the worker of our own pages has all that it keeps, and asks for nothing more.
async fn wait_for_worker(t: &Test) -> Result {
    let script = "return (await navigator.serviceWorker.ready).active.state;";
    let _: String = t.page.js_async(script, json!([])).await?;
    Ok(())
}

/// The eIds of the clauses shown.
async fn eids(t: &Test) -> Result<Vec<String>> {
    Ok(t.page.js("return [...root.querySelectorAll('article[part~=clause]')].map((clause) => clause.id);", json!([])).await?)
}

/// Empties the search field and types a query.
async fn search(t: &Test, query: &str) -> Result {
    let empty = "const field = $(arguments[0]); field.value = ''; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    let () = t.page.js(empty, json!([SEARCH])).await?;
    t.page.type_text(SEARCH, query).await?;
    Ok(())
}

/// Puts a clipboard in the place of the browser's.
async fn with_clipboard(t: &Test, clipboard: &str) -> Result {
    let script = format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }});"
    );
    let () = t.page.js(&script, json!([])).await?;
    Ok(())
}

/// Waits for the count of clauses in the status.
async fn wait_for_count(t: &Test, count: usize) -> Result {
    let shown = format!(
        "{LAID_OUT} && parseInt($('[part~=status]').textContent) === {count} && root.querySelectorAll('article').length === {count}"
    );
    t.page
        .wait_until(&format!("{count} clauses are shown"), &shown)
        .await?;
    Ok(())
}
