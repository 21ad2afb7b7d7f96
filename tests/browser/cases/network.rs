//! Files that arrive altered, late or not at all, and policies that refuse them: the text stays, the reason is given,
//! and "Try again" loads the same addresses.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::time::{Instant, sleep};

use super::start::{LISTEN, TEXT, check_failure, retry};
use super::{DIST, built, integrity, listening, page_with, wait_for_count};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::{Fault, Site};

cases! {
    everywhere: [
        altered_files_are_refused_at_each_try,
        file_that_only_imports_get_is_refused,
        faults_of_the_network_can_be_retried,
        policy_that_refuses_the_module_is_the_reason,
        policies_of_hashes_and_nonces_are_enough,
    ],
}

const MODULE: &str = "clause-explorer_bg.js";
const MORE: &str = "clause-explorer_more.js";
const WASM: &str = "clause-explorer_bg.wasm";
const NETWORK: &str = "The explorer could not be loaded completely.";
const POLICY: &str = "This page’s security settings do not allow the explorer to run.";

async fn altered_files_are_refused_at_each_try(t: &mut Test) -> Result {
    // Both altered files would run: a statement more, and an empty custom section more.
    for (name, more) in [
        (MODULE, b"\nself.altered = 1;\n".as_slice()),
        (WASM, &[0, 1, 0]),
    ] {
        // The browser keeps the altered file for the next try, unless that try asks for a new one.
        let site = listening(built(), TEXT, LISTEN).header("cache-control", "max-age=600");
        let site = t.site(site);
        let altered = [fs::read(DIST.join(name))?, more.to_vec()].concat();
        site.set_faults([(&*format!("/{name}"), Fault::Content(altered))]);
        t.page.open(&site.url("/test.html")).await?;
        check_failure(t, NETWORK, true).await?;
        let message = message(t).await?;
        for part in [site.url(&format!("/{name}")), hash(name)?] {
            assert!(message.contains(&part), "{message}");
        }
        let () = t.page.js("failures.length = 0;", json!([])).await?;
        t.page.click("button").await?;
        t.page
            .wait_until("the failure is reported again", "failures.length")
            .await?;
        site.set_faults([]);
        retry(t).await?;
        let ran: bool = t.page.js("return 'altered' in self;", json!([])).await?;
        assert!(!ran, "the altered {name} ran");
        let requests = site.requests();
        let escaped = requests.iter().any(|path| path.contains('?'));
        assert!(!escaped, "an address that no hash protects: {requests:?}");
    }
    if t.engine == Engine::Chromium {
        t.expect_console(&["integrity"]);
    }
    Ok(())
}

/// A server can see which requests are imports.
async fn file_that_only_imports_get_is_refused(t: &mut Test) -> Result {
    let site = t.site(listening(built(), TEXT, LISTEN));
    let altered = [
        fs::read(DIST.join(MODULE))?,
        b"\nself.altered = 1;\n".to_vec(),
    ]
    .concat();
    site.set_faults([("/clause-explorer_bg.js", Fault::Import(altered))]);
    t.page.open(&site.url("/test.html")).await?;
    if t.engine == Engine::WebKit {
        // WebKitGTK 2.50 ignores the hash of a modulepreload.
        return wait_for_count(t, 63).await;
    }
    check_failure(t, POLICY, false).await?;
    let message = message(t).await?;
    assert!(message.contains("again with other bytes"), "{message}");
    let ran: bool = t.page.js("return 'altered' in self;", json!([])).await?;
    assert!(!ran, "the altered module ran");
    t.expect_console(&["<link> cannot load"]);
    if t.engine == Engine::Chromium {
        t.expect_console(&["integrity"]);
    }
    Ok(())
}

async fn faults_of_the_network_can_be_retried(t: &mut Test) -> Result {
    for name in [MODULE, WASM] {
        for (fault, found) in [
            (Fault::Status(500), "status 500"),
            (Fault::Redirect("/login.html".to_owned()), "/login.html"),
        ] {
            let login = "<!DOCTYPE html><title>Log in</title>";
            let site = t.site(listening(built(), TEXT, LISTEN).page("/login.html", login));
            site.set_faults([(&*format!("/{name}"), fault)]);
            t.page.open(&site.url("/test.html")).await?;
            check_failure(t, NETWORK, true).await?;
            let message = message(t).await?;
            assert!(message.contains(found), "{message}");
            site.set_faults([]);
            retry(t).await?;
        }
    }
    if t.engine == Engine::Chromium {
        t.expect_console(&["integrity", "status of 500"]);
    }
    Ok(())
}

async fn policy_that_refuses_the_module_is_the_reason(t: &mut Test) -> Result {
    let class = hash("clause-explorer.js")?;
    open_under(t, &format!("'{class}'"), &format!("integrity='{class}'")).await?;
    check_failure(t, POLICY, false).await?;
    let message = message(t).await?;
    assert!(message.contains(MODULE), "{message}");
    // WebKit, when it looks ahead for scripts, sometimes reports the class too.
    t.expect_console(&["/clause-explorer"]);
    Ok(())
}

async fn policies_of_hashes_and_nonces_are_enough(t: &mut Test) -> Result {
    let [class, module, more] = [hash("clause-explorer.js")?, hash(MODULE)?, hash(MORE)?];
    // WebKitGTK 2.50 applies hashes of a policy only to scripts with a tag, and reports those when it looks ahead.
    let files = match t.engine {
        Engine::WebKit => ["clause-explorer.js", MODULE, MORE]
            .map(|name| format!("http://127.0.0.1:*/{name}"))
            .join(" "),
        _ => format!("'{class}' '{module}' '{more}'"),
    };
    for (sources, attribute) in [
        (files, format!("integrity='{class}'")),
        ("'nonce-abc'".to_owned(), "nonce='abc'".to_owned()),
    ] {
        let site = open_under(t, &sources, &attribute).await?;
        wait_for_count(t, 63).await?;
        fetched_all(&site).await?;
    }
    Ok(())
}

/// Waits until the page has fetched the last files, which an element loads after its first view.
pub(super) async fn fetched_all(site: &Site) -> Result {
    let is_late = |path: &&String| {
        let known = [
            "/clause-explorer.js",
            "/clause-explorer_bg.js",
            "/clause-explorer_bg.wasm",
        ];
        path.starts_with("/clause-explorer") && !known.contains(&path.as_str())
    };
    let deadline = Instant::now() + Duration::from_secs(10);
    // The module of rare features, twice; the second wasm; and three languages.
    while site.requests().iter().filter(is_late).count() < 6 {
        assert!(
            Instant::now() < deadline,
            "not all fetched: {:?}",
            site.requests()
        );
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// Opens a page under a policy with these sources of scripts. The tag of the class has this attribute.
async fn open_under(t: &mut Test, sources: &str, attribute: &str) -> Result<Arc<Site>> {
    let page = page_with(TEXT)
        .replace("<head>", "<head><script src='listen.js'></script>")
        .replace(
            "<script type=\"module\"",
            &format!("<script type=\"module\" {attribute}"),
        );
    let ours = "http://127.0.0.1:*/listen.js http://127.0.0.1:*/console-capture.js";
    let policy = format!(
        "default-src 'none'; script-src {ours} {sources} 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'"
    );
    let site = Site::builder()
        .folder(DIST.clone())
        .page("/test.html", page)
        .page("/listen.js", LISTEN)
        .header("content-security-policy", &policy);
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    Ok(site)
}

/// Returns the message of the first `ce-error`.
async fn message(t: &Test) -> Result<String> {
    Ok(t.page.js("return failures[0].message;", json!([])).await?)
}

/// Returns the hash of a built file in the form of HTML's `integrity`.
fn hash(name: &str) -> Result<String> {
    Ok(integrity(&fs::read(DIST.join(name))?))
}
