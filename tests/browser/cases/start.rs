//! Starting: the fallback text and the scroll position stay, and failures are reported.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{
    DIST, POLICY, built, listening, open_without_scripts, page_with, wait_for_all_files,
    wait_for_count,
};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        deep_link_works_before_and_after_mounting,
        text_is_complete_without_javascript,
        policy_without_wasm_is_reported,
        missing_browser_features_are_reported,
        missing_wasm_can_be_retried,
        missing_glue_can_be_retried,
        truncated_wasm_can_be_retried,
        wrong_content_type_only_warns,
    ],
    alone: [
        late_files_are_reported_and_still_start,
        missing_answer_can_be_retried,
    ],
}

const CLAUSE: &str = "art_2__sec_7__para_4";
pub(super) const TEXT: &str = "<clause-explorer><p id='text'>the text itself</p></clause-explorer>";

/// The browser alone finds the clause in the fallback text; later the widget finds it in its list.
async fn deep_link_works_before_and_after_mounting(t: &mut Test) -> Result {
    let in_sight = |clause: &str| {
        format!(
            "((box) => box.height > 0 && box.top >= -1 && box.top < innerHeight)({clause}.getBoundingClientRect())"
        )
    };
    for page in ["/", "/embed.html"] {
        let site = t.site(built());
        site.hold(Some("/clause-explorer_bg.wasm"));
        t.page.open(&site.url(&format!("{page}#{CLAUSE}"))).await?;
        t.page
            .wait_until("the fallback text is shown", "$('slot')")
            .await?;
        t.page
            .wait_until(
                "the clause is visible in the fallback text",
                &in_sight(&format!(
                    "document.querySelector('clause-explorer > article #{CLAUSE}')"
                )),
            )
            .await?;
        site.hold(None);
        t.page.open(&site.url(&format!("{page}?#{CLAUSE}"))).await?;
        t.page
            .wait_until(
                "the clause is open in the widget",
                &format!("$('#{CLAUSE}[aria-current]')"),
            )
            .await?;
        t.page
            .wait_until(
                "the clause is visible in the list",
                &in_sight(&format!("$('#{CLAUSE}')")),
            )
            .await?;
    }
    Ok(())
}

async fn text_is_complete_without_javascript(t: &mut Test) -> Result {
    open_without_scripts(t, "embed.html").await?;
    let script = "const page = document.querySelector('iframe').contentDocument;
        const element = page.querySelector('clause-explorer');
        const shown = [...element.querySelectorAll('section > p[id]')].filter((clause) => clause.getClientRects().length);
        return [element.shadowRoot === null, shown.length, element.querySelector('noscript').innerText.trim(), element.querySelector('a').href];";
    let [untouched, clauses, why, source]: [Value; 4] = t.page.js(script, json!([])).await?;
    assert_eq!((untouched, clauses), (json!(true), json!(63)));
    assert_eq!(
        why,
        "Searching and filtering need JavaScript, which is turned off. Here is the plain text."
    );
    assert!(
        source
            .as_str()
            .is_some_and(|url| url.starts_with("https://")),
        "{source}"
    );
    if t.engine == Engine::Chromium {
        t.expect_console(&["Blocked script execution"]);
    }
    Ok(())
}

async fn policy_without_wasm_is_reported(t: &mut Test) -> Result {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    let site = listening(Site::builder().folder(DIST.clone()), TEXT, LISTEN)
        .header("content-security-policy", &policy);
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    check_failure(
        t,
        "This page’s security settings do not allow the explorer to run.",
        false,
    )
    .await?;
    if t.engine != Engine::WebKit {
        t.expect_console(&["script-src"]);
    }
    Ok(())
}

async fn missing_browser_features_are_reported(t: &mut Test) -> Result {
    for lack in [
        "delete CSSStyleSheet.prototype.replaceSync",
        "delete window.WebAssembly",
    ] {
        let page = page_with(TEXT).replace("<head>", "<head><script src='lack.js'></script>");
        let site = built()
            .page("/test.html", page)
            .page("/lack.js", format!("{LISTEN}{lack};"));
        let site = t.site(site);
        t.page.open(&site.url("/test.html")).await?;
        check_failure(t, "This browser cannot run the explorer.", false).await?;
    }
    Ok(())
}

async fn missing_wasm_can_be_retried(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let wasm = folder.path().join("clause-explorer_bg.wasm");
    let whole = fs::read(&wasm)?;
    fs::remove_file(&wasm)?;
    open(t, folder.path()).await?;
    check_failure(t, "The explorer could not be loaded completely.", true).await?;
    fs::write(&wasm, whole)?;
    retry(t).await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&[
            "clause-explorer_bg.wasm - Failed to load resource",
            "integrity",
        ]);
    }
    Ok(())
}

async fn missing_glue_can_be_retried(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let glue = folder.path().join("clause-explorer_bg.js");
    let whole = fs::read(&glue)?;
    fs::remove_file(&glue)?;
    open(t, folder.path()).await?;
    check_failure(t, "The explorer could not be loaded completely.", true).await?;
    fs::write(&glue, whole)?;
    retry(t).await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&[
            "clause-explorer_bg.js - Failed to load resource",
            "integrity",
        ]);
    }
    Ok(())
}

async fn truncated_wasm_can_be_retried(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let wasm = folder.path().join("clause-explorer_bg.wasm");
    let whole = fs::read(&wasm)?;
    fs::write(&wasm, &whole[..whole.len() / 2])?;
    open(t, folder.path()).await?;
    check_failure(t, "The explorer could not be loaded completely.", true).await?;
    fs::write(&wasm, whole)?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["integrity"]);
    }
    retry(t).await
}

async fn wrong_content_type_only_warns(t: &mut Test) -> Result {
    let site =
        listening(built(), TEXT, LISTEN).content_type("/clause-explorer_bg.wasm", "text/plain");
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    t.expect_console(&["expected the MIME type application/wasm"]);
    Ok(())
}

/// Shortens timeouts of half a minute and more to a hundredth.
const QUICK_CLOCK: &str = "const slowly = setTimeout;
    window.setTimeout = (run, delay, ...more) => slowly(run, delay >= 30000 ? delay / 100 : delay, ...more);";

async fn late_files_are_reported_and_still_start(t: &mut Test) -> Result {
    // As with a slow network, every fetch waits for a promise of the test.
    let late = "const fetchNow = fetch;
        const arrival = new Promise((arrive) => (window.arrive = arrive));
        window.fetch = (...request) => arrival.then(() => fetchNow(...request));";
    let page = page_with(TEXT).replace("<head>", "<head><script src='late.js'></script>");
    let site = built()
        .page("/test.html", page)
        .page("/late.js", format!("{LISTEN}{QUICK_CLOCK}{late}"));
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    check_failure(t, "Loading is taking too long.", true).await?;
    let () = t.page.js("arrive();", json!([])).await?;
    wait_for_count(t, 63).await?;
    let ready: String = t
        .page
        .js_async(
            "return (await document.querySelector('clause-explorer').ready).localName;",
            json!([]),
        )
        .await?;
    assert_eq!(ready, "clause-explorer");
    Ok(())
}

async fn missing_answer_can_be_retried(t: &mut Test) -> Result {
    let page =
        page_with(&TEXT.repeat(2)).replace("<head>", "<head><script src='clock.js'></script>");
    let site = built()
        .page("/test.html", page)
        .page("/clock.js", format!("{LISTEN}{QUICK_CLOCK}"));
    let site = t.site(site);
    site.hold(Some("/clause-explorer_bg.wasm"));
    t.page.open(&site.url("/test.html")).await?;
    check_failure(t, "Loading is taking too long.", true).await?;
    site.hold(None);
    retry(t).await?;
    t.page
        .wait_until(
            "the other waiting element starts too",
            "document.querySelectorAll('clause-explorer')[1].shadowRoot.querySelector('article')",
        )
        .await?;
    Ok(())
}

pub(super) const LISTEN: &str = "window.failures = [];
    addEventListener('ce-error', (event) => failures.push(event.detail));\n";

/// Checks that the fallback text stays, and that reader and host learn the reason.
pub(super) async fn check_failure(t: &Test, why: &str, can_try_again: bool) -> Result {
    t.page
        .wait_until("the reader sees the reason", "$(':host > p, p')")
        .await?;
    let script = "const note = $('p');
        return [note.firstChild.data, note.lang,
            note.querySelector('button')?.textContent ?? null, failures.map(({ code }) => code),
            document.querySelector('#text').getClientRects().length];";
    let reported: Value = t.page.js(script, json!([])).await?;
    let line = format!("The explorer could not start. Here is the plain text. {why}");
    let button = can_try_again.then_some("Try again");
    let codes = reported[3].as_array().cloned().unwrap_or_default();
    assert!(
        !codes.is_empty() && codes.iter().all(|code| code == "start" || code == "policy"),
        "{reported}"
    );
    assert_eq!(reported[0], line);
    assert_eq!(
        (&reported[1], &reported[2], &reported[4]),
        (&json!("en"), &json!(button), &json!(1))
    );
    Ok(())
}

pub(super) async fn retry(t: &Test) -> Result {
    t.page.click("button").await?;
    wait_for_count(t, 63).await?;
    wait_for_all_files(t).await
}

async fn open(t: &mut Test, folder: &Path) -> Result<Arc<Site>> {
    let site = Site::builder()
        .folder(folder)
        .header("content-security-policy", POLICY);
    let site = t.site(listening(site, TEXT, LISTEN));
    t.page.open(&site.url("/test.html")).await?;
    Ok(site)
}

/// Returns a copy of the built files that a case may change.
pub(super) fn copy_of_dist() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for file in fs::read_dir(&*DIST)? {
        let file = file?;
        fs::copy(file.path(), folder.path().join(file.file_name()))?;
    }
    Ok(folder)
}
