//! The cases. Each is an async function, listed in the table of its module.

/// Declares the cases of a module, by where they run: `cases! { everywhere: [a, b], anywhere: [c] }`.
macro_rules! cases {
    ($($kind:ident: [$($name:ident),* $(,)?]),* $(,)?) => {
        pub(super) const CASES: &[crate::cases::Case] =
            &[$($(crate::cases::Case {
                name: stringify!($name),
                kind: kind!($kind),
                body: body!($kind $name),
            }),*),*];
    };
}

macro_rules! kind {
    (everywhere) => {
        crate::cases::Kind::Everywhere
    };
    (anywhere) => {
        crate::cases::Kind::Anywhere
    };
    (alone) => {
        crate::cases::Kind::Alone
    };
    (chromium) => {
        crate::cases::Kind::Chromium
    };
    (pictures) => {
        crate::cases::Kind::Pictures
    };
    (files) => {
        crate::cases::Kind::Files
    };
}

macro_rules! body {
    (files $name:ident) => {
        crate::cases::Body::Files($name)
    };
    ($kind:ident $name:ident) => {
        crate::cases::Body::Page(|t| Box::pin($name(t)))
    };
}

mod accessibility_tree;
mod annotation_errors;
mod annotations;
mod attributes;
mod axe;
mod broken_hosts;
mod builder;
mod bundles;
mod citations;
mod clause;
mod codes;
mod deep_links;
mod events;
mod evidence;
mod filters;
mod first_screen;
mod foreign_addresses;
mod foreign_changes;
mod frames;
mod harness;
mod headings;
mod history;
mod hosts;
mod injections;
mod isolation;
mod keyboard;
mod languages;
mod layout;
mod leaks;
mod lifecycle;
mod made_frames;
mod methods;
mod network;
mod odd_data;
mod offline;
mod offline_states;
mod one_file;
mod overview;
mod panels;
mod pictures;
mod pin_order;
mod pins;
mod plans;
mod quotes;
mod restart;
mod search;
mod share;
mod shortcuts;
mod soak;
mod start;
mod steps;
mod styling;
mod sync;
mod text;

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use sha2::{Digest, Sha384};
use tokio::time::{Instant, sleep};

use crate::runner::{PageCase, Result, Test};
use crate::site::{Builder, Site};

/// One case.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) body: Body,
}

/// Where a case runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// In every engine: rendering, input, focus, scrolling, events, lifecycle, policies, network.
    Everywhere,
    /// In one engine, which differs from day to day: messages, data, codes, state.
    Anywhere,
    /// In every engine, after all others, while nothing else runs: the case depends on time.
    Alone,
    /// In Chromium, whose driver alone offers what the case uses.
    Chromium,
    /// In Chromium and on demand: the case takes pictures and judges nothing.
    Pictures,
    /// In no engine: the case reads files.
    Files,
}

/// The code of a case.
#[derive(Clone, Copy)]
pub(crate) enum Body {
    Page(PageCase),
    Files(fn()),
}

/// Returns every case of every module.
pub(crate) fn all() -> impl Iterator<Item = Case> {
    [
        annotation_errors::CASES,
        annotations::CASES,
        attributes::CASES,
        broken_hosts::CASES,
        builder::CASES,
        bundles::CASES,
        citations::CASES,
        clause::CASES,
        codes::CASES,
        deep_links::CASES,
        events::CASES,
        evidence::CASES,
        filters::CASES,
        first_screen::CASES,
        foreign_addresses::CASES,
        foreign_changes::CASES,
        frames::CASES,
        harness::CASES,
        headings::CASES,
        history::CASES,
        injections::CASES,
        isolation::CASES,
        keyboard::CASES,
        languages::CASES,
        layout::CASES,
        leaks::CASES,
        lifecycle::CASES,
        made_frames::CASES,
        methods::CASES,
        odd_data::CASES,
        network::CASES,
        offline::CASES,
        offline_states::CASES,
        one_file::CASES,
        overview::CASES,
        panels::CASES,
        pins::CASES,
        plans::CASES,
        quotes::CASES,
        restart::CASES,
        search::CASES,
        share::CASES,
        shortcuts::CASES,
        start::CASES,
        styling::CASES,
        sync::CASES,
        text::CASES,
        axe::CASES,
        accessibility_tree::CASES,
        soak::CASES,
        hosts::CASES,
        pictures::CASES,
        pin_order::CASES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Builds what a case needs before it gets a browser, so that the browser does not wait.
pub(crate) fn prepare(case: &str) {
    LazyLock::force(&DIST);
    hosts::prepare(case);
    axe::prepare(case);
    bundles::prepare(case);
}

/// Returns the time that a case may take.
pub(crate) fn limit(case: &str) -> Duration {
    let limit = Duration::from_secs(180);
    if case == "soak" {
        limit + soak::time()
    } else {
        limit
    }
}

/// The policy under which the README promises that the widget works.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

/// The beginning of a script that uses the first element.
const ELEMENT: &str = "const element = document.querySelector('clause-explorer');";

/// True when the widget is displayed and has laid out all clauses.
const LAID_OUT: &str = "$('[part~=root]').getClientRects().length && !$('[data-waiting]')";

const SEARCH: &str = "input[part~=search]";

/// The folder of the built files. The command line under test writes it once.
static DIST: LazyLock<PathBuf> = LazyLock::new(|| {
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
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Returns a site with the built files under the strict policy, which also allows the manifest.
fn built() -> Builder {
    let policy = format!("{POLICY}; manifest-src 'self'");
    Site::builder()
        .folder(DIST.clone())
        .header("content-security-policy", &policy)
}

/// Returns a page with this body.
fn page_with(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title>\
         <script type=\"module\" src=\"clause-explorer.js\"></script></head><body>{body}</body></html>"
    )
}

/// Adds a page with this body to a site, and a script that runs before it.
fn listening(site: Builder, body: &str, script: &str) -> Builder {
    let page = page_with(body).replace("<head>", "<head><script src='listen.js'></script>");
    site.page("/test.html", page).page("/listen.js", script)
}

/// Waits until the page has fetched the last file, which an element loads when it is ready.
async fn fetched_all(site: &Site) -> Result {
    let is_more = |path: &&String| *path == "/clause-explorer_more.js";
    let deadline = Instant::now() + Duration::from_secs(10);
    while site.requests().iter().filter(is_more).count() < 2 {
        assert!(
            Instant::now() < deadline,
            "not all fetched: {:?}",
            site.requests()
        );
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// Waits until the first widget of the page is displayed and laid out.
async fn wait_for_widget(t: &Test) -> Result {
    Ok(t.page
        .wait_until("the widget is laid out", LAID_OUT)
        .await?)
}

/// Opens the showcase and waits for the widget.
///
/// The explorer becomes a panel, which shows all clauses: `first_screen` is about articles.
async fn open_showcase(t: &mut Test, fragment: &str) -> Result<Arc<Site>> {
    let site = t.site(built());
    t.page.open(&site.url(&format!("/{fragment}"))).await?;
    wait_for_widget(t).await?;
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

/// Opens a page with this body and waits for the widget.
async fn open_page(t: &mut Test, body: &str) -> Result<Arc<Site>> {
    let site = t.site(built().page("/test.html", page_with(body)));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    Ok(site)
}

/// Waits until the service worker has cached its files.
async fn wait_for_worker(t: &Test) -> Result {
    let script = "return (await navigator.serviceWorker.ready).active.state;";
    let _: String = t.page.js_async(script, json!([])).await?;
    Ok(())
}

/// Returns the eIds of the clauses in the list.
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

/// Replaces the browser's clipboard.
async fn with_clipboard(t: &Test, clipboard: &str) -> Result {
    let script = format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }});"
    );
    let () = t.page.js(&script, json!([])).await?;
    Ok(())
}

/// Waits until the status and the list have this number of clauses.
async fn wait_for_count(t: &Test, count: usize) -> Result {
    let shown = format!(
        "{LAID_OUT} && parseInt($('[part~=status]').textContent) === {count} && root.querySelectorAll('article').length === {count}"
    );
    t.page
        .wait_until(&format!("{count} clauses are shown"), &shown)
        .await?;
    Ok(())
}
