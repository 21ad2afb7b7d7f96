//! Before the widget is there, and where it cannot be: the text stays, the reader's place too, and what is wrong is said.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{DIST, POLICY, built, listening, page_with, wait_for_count};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Site;

cases![
    nothing_shifts_on_a_phone,
    nothing_shifts_on_a_desk,
    a_deep_link_leads_to_the_text_and_then_to_the_widget,
    without_javascript_the_text_is_whole,
    a_policy_that_forbids_wasm_is_named,
    a_browser_that_lacks_something_is_told,
    a_missing_wasm_can_be_tried_again,
    missing_glue_can_be_tried_again,
    a_truncated_wasm_can_be_tried_again,
    a_wrong_type_is_no_obstacle,
    what_is_late_is_said_and_comes_after_all,
    what_never_comes_can_be_asked_for_anew,
];

const CLAUSE: &str = "art_2__sec_7__para_4";
const TEXT: &str = "<clause-explorer><p id='text'>the text itself</p></clause-explorer>";

/// Where the caption under the widget of the showcase stands.
const CAPTION: &str = "document.querySelector('figcaption').getBoundingClientRect().top + scrollY";

async fn nothing_shifts_on_a_phone(t: &mut Test) -> Result {
    nothing_shifts(t, 360, 740).await
}

async fn nothing_shifts_on_a_desk(t: &mut Test) -> Result {
    nothing_shifts(t, 1200, 800).await
}

async fn nothing_shifts(t: &mut Test, width: u32, height: u32) -> Result {
    t.page.resize(width, height).await?;
    let site = t.site(built());
    site.hold(Some("/clause-explorer_bg.wasm"));
    t.page.open(&site.url("/")).await?;
    t.page.wait_until("the text is there", "$('slot')").await?;
    let before: f64 = t.page.js(&format!("return {CAPTION};"), json!([])).await?;
    site.hold(None);
    t.page.open(&site.url("/?mounted")).await?;
    t.page
        .wait_until("the widget is mounted", "$('[part~=list] article')")
        .await?;
    let after: f64 = t.page.js(&format!("return {CAPTION};"), json!([])).await?;
    assert!(
        (before - after).abs() < 1.0,
        "the caption moved from {before} to {after}"
    );
    if t.engine == Engine::Chromium {
        // The score of the whole page, from its first paint on.
        let script = "let score = 0;
            const add = (list) => list.getEntries().forEach((entry) => (score += entry.hadRecentInput ? 0 : entry.value));
            new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
            await new Promise((done) => setTimeout(done, 500));
            return score;";
        let score: f64 = t.page.js_async(script, json!([])).await?;
        assert!(score <= 0.02, "the layout shifts by {score}");
    }
    Ok(())
}

/// First by the browser alone, in the text; then by the widget, in its list.
async fn a_deep_link_leads_to_the_text_and_then_to_the_widget(t: &mut Test) -> Result {
    let in_sight = |clause: &str| {
        format!(
            "((box) => box.height > 0 && box.top >= -1 && box.top < innerHeight)({clause}.getBoundingClientRect())"
        )
    };
    for page in ["/", "/embed.html"] {
        let site = t.site(built());
        site.hold(Some("/clause-explorer_bg.wasm"));
        t.page.open(&site.url(&format!("{page}#{CLAUSE}"))).await?;
        t.page.wait_until("the text is there", "$('slot')").await?;
        t.page
            .wait_until(
                "the clause of the text is in sight",
                &in_sight(&format!(
                    "document.querySelector('clause-explorer > article #{CLAUSE}')"
                )),
            )
            .await?;
        site.hold(None);
        t.page.open(&site.url(&format!("{page}?#{CLAUSE}"))).await?;
        t.page
            .wait_until(
                "the widget opens it",
                &format!("$('#{CLAUSE}[aria-current]')"),
            )
            .await?;
        t.page
            .wait_until(
                "it is in sight there",
                &in_sight(&format!("$('#{CLAUSE}')")),
            )
            .await?;
    }
    Ok(())
}

/// In an iframe that runs no scripts; the page around it looks on.
async fn without_javascript_the_text_is_whole(t: &mut Test) -> Result {
    let page = "<!DOCTYPE html><html lang='en'><head><title>t</title></head><body>
        <iframe src='embed.html' sandbox='allow-same-origin' width='600' height='400'></iframe></body></html>";
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
            "the iframe is there",
            "document.querySelector('iframe').contentDocument.querySelector('clause-explorer footer')",
        )
        .await?;
    let script = "const page = document.querySelector('iframe').contentDocument;
        const element = page.querySelector('clause-explorer');
        const shown = [...element.querySelectorAll('section > p[id]')].filter((clause) => clause.getClientRects().length);
        return [element.shadowRoot === null, shown.length, element.querySelector('noscript').innerText.trim(), element.querySelector('a').href];";
    let [untouched, clauses, why, source]: [Value; 4] = t.page.js(script, json!([])).await?;
    assert_eq!((untouched, clauses), (json!(true), json!(63)));
    assert_eq!(
        why,
        "Searching and filtering need JavaScript, which is off. Here is the text by itself."
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

async fn a_policy_that_forbids_wasm_is_named(t: &mut Test) -> Result {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    let site = listening(Site::builder().folder(DIST.clone()), TEXT, LISTEN)
        .header("content-security-policy", &policy);
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    fails(t, "This page does not allow WebAssembly.", false).await?;
    if t.engine != Engine::WebKit {
        t.expect_console(&["script-src"]);
    }
    Ok(())
}

async fn a_browser_that_lacks_something_is_told(t: &mut Test) -> Result {
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
        fails(t, "This browser cannot run it.", false).await?;
    }
    Ok(())
}

async fn a_missing_wasm_can_be_tried_again(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let wasm = folder.path().join("clause-explorer_bg.wasm");
    let whole = fs::read(&wasm)?;
    fs::remove_file(&wasm)?;
    open(t, folder.path()).await?;
    fails(t, "Its files could not be loaded.", true).await?;
    fs::write(&wasm, whole)?;
    starts_again(t).await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["clause-explorer_bg.wasm - Failed to load resource"]);
    }
    Ok(())
}

async fn missing_glue_can_be_tried_again(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let glue = folder.path().join("clause-explorer_bg.js");
    let whole = fs::read(&glue)?;
    fs::remove_file(&glue)?;
    open(t, folder.path()).await?;
    fails(t, "Its files could not be loaded.", true).await?;
    fs::write(&glue, whole)?;
    starts_again(t).await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["clause-explorer_bg.js - Failed to load resource"]);
    }
    Ok(())
}

async fn a_truncated_wasm_can_be_tried_again(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let wasm = folder.path().join("clause-explorer_bg.wasm");
    let whole = fs::read(&wasm)?;
    fs::write(&wasm, &whole[..whole.len() / 2])?;
    open(t, folder.path()).await?;
    fails(t, "Its files could not be loaded.", true).await?;
    fs::write(&wasm, whole)?;
    starts_again(t).await
}

async fn a_wrong_type_is_no_obstacle(t: &mut Test) -> Result {
    let site =
        listening(built(), TEXT, LISTEN).content_type("/clause-explorer_bg.wasm", "text/plain");
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    // One warning to whoever runs the server.
    t.expect_console(&["MIME type"]);
    Ok(())
}

/// What the clock of the page makes of half a minute.
const QUICK_CLOCK: &str = "const slowly = setTimeout;
    window.setTimeout = (run, delay, ...more) => slowly(run, delay >= 30000 ? delay / 100 : delay, ...more);";

async fn what_is_late_is_said_and_comes_after_all(t: &mut Test) -> Result {
    // The class waits for a promise of the test before the glue is imported, as for a slow network.
    let late = "const fetchNow = fetch;
        const arrival = new Promise((arrive) => (window.arrive = arrive));
        window.fetch = (...request) => arrival.then(() => fetchNow(...request));";
    let page = page_with(TEXT).replace("<head>", "<head><script src='late.js'></script>");
    let site = built()
        .page("/test.html", page)
        .page("/late.js", format!("{LISTEN}{QUICK_CLOCK}{late}"));
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    fails(t, "Its files have not arrived yet.", true).await?;
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

async fn what_never_comes_can_be_asked_for_anew(t: &mut Test) -> Result {
    let page =
        page_with(&TEXT.repeat(2)).replace("<head>", "<head><script src='clock.js'></script>");
    let site = built()
        .page("/test.html", page)
        .page("/clock.js", format!("{LISTEN}{QUICK_CLOCK}"));
    let site = t.site(site);
    site.hold(Some("/clause-explorer_bg.wasm"));
    t.page.open(&site.url("/test.html")).await?;
    fails(t, "Its files have not arrived yet.", true).await?;
    site.hold(None);
    starts_again(t).await?;
    t.page
        .wait_until(
            "and so does the other element, that waited too",
            "document.querySelectorAll('clause-explorer')[1].shadowRoot.querySelector('article')",
        )
        .await?;
    Ok(())
}

const LISTEN: &str = "window.failures = [];
    addEventListener('ce-error', (event) => failures.push(event.detail));\n";

/// The text stays, the reader is told why, and the host too.
async fn fails(t: &Test, why: &str, can_try_again: bool) -> Result {
    t.page
        .wait_until("the reader is told", "$(':host > p, p')")
        .await?;
    let script = "const note = $('p');
        return [note.firstChild.data + note.childNodes[1].data + note.childNodes[2].data, note.lang,
            note.querySelector('button')?.textContent ?? null, failures.map(({ code }) => code),
            document.querySelector('#text').getClientRects().length];";
    let told: Value = t.page.js(script, json!([])).await?;
    let line = format!("The filter could not start, so here is the text by itself. {why}");
    let button = can_try_again.then_some("Try again");
    let codes = told[3].as_array().cloned().unwrap_or_default();
    assert!(
        !codes.is_empty() && codes.iter().all(|code| code == "start"),
        "{told}"
    );
    assert_eq!(told[0], line);
    assert_eq!(
        (&told[1], &told[2], &told[4]),
        (&json!("en"), &json!(button), &json!(1))
    );
    Ok(())
}

async fn starts_again(t: &Test) -> Result {
    t.page.click("button").await?;
    wait_for_count(t, 63).await
}

async fn open(t: &mut Test, folder: &Path) -> Result<Arc<Site>> {
    let site = Site::builder()
        .folder(folder)
        .header("content-security-policy", POLICY);
    let site = t.site(listening(site, TEXT, LISTEN));
    t.page.open(&site.url("/test.html")).await?;
    Ok(site)
}

/// The built files in a folder where they may be changed.
pub(super) fn copy_of_dist() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for file in fs::read_dir(&*DIST)? {
        let file = file?;
        fs::copy(file.path(), folder.path().join(file.file_name()))?;
    }
    Ok(folder)
}
