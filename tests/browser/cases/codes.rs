//! The embed codes of `snippets.txt`, pasted unchanged into pages.

use std::fs;
use std::sync::Arc;

use serde_json::json;

use super::{DIST, wait_for_count, wait_for_ready};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        pasted_codes_work_with_their_hashes,
        wrong_hash_keeps_the_link,
    ],
}

/// Returns the lines of `snippets.txt` with this beginning.
fn lines(start: &str) -> Result<Vec<String>> {
    let text = fs::read_to_string(DIST.join("snippets.txt"))?;
    let lines = text.lines().filter(|line| line.starts_with(start));
    Ok(lines.map(str::to_owned).collect())
}

/// Opens a page with this head and body, and with the files in the folder that the codes name.
async fn paste(
    t: &mut Test,
    root: &tempfile::TempDir,
    head: &str,
    body: &str,
) -> Result<Arc<Site>> {
    std::os::unix::fs::symlink(&*DIST, root.path().join("clause-explorer"))?;
    let listen = "addEventListener('ce-error', (event) => (window.failed = event.detail.code));
        addEventListener('ce-ready', () => (window.isReady = true));";
    let page = format!(
        "<!DOCTYPE html><html lang='es'><head><meta charset='utf-8'><title>t</title>{head}<script src='/listen.js'></script></head><body>{body}</body></html>"
    );
    let site = Site::builder()
        .folder(root.path())
        .page("/article.html", page)
        .page("/listen.js", listen);
    let site = t.site(site);
    t.page.open(&site.url("/article.html")).await?;
    Ok(site)
}

/// Returns the import map of `snippets.txt`, which holds the hash of the file that no tag names.
fn import_map() -> Result<String> {
    let line = lines("# <script type=\"importmap\">")?.remove(0);
    Ok(line.trim_start_matches("# ").to_owned())
}

async fn pasted_codes_work_with_their_hashes(t: &mut Test) -> Result {
    let element = lines("<link ")?.remove(0);
    assert_eq!(element.matches("integrity=\"sha384-").count(), 2);
    let iframe = lines("<iframe ")?.remove(1);
    assert!(iframe.contains("?lang=zh"), "{iframe}");
    let root = tempfile::tempdir()?;
    let site = paste(t, &root, &import_map()?, &format!("{element}{iframe}")).await?;
    wait_for_count(t, 63).await?;
    let reads: String = t
        .page
        .js("return $('[part~=root]').lang;", json!([]))
        .await?;
    assert_eq!(reads, "es", "a view without a language takes the page's");
    t.page
        .wait_until(
            "the iframe is sized",
            "parseInt(document.querySelector('iframe').style.height) > 1000",
        )
        .await?;
    t.page.enter_frame(0).await?;
    t.page
        .wait_until(
            "the iframe is in Chinese",
            "$('[part~=root]').lang === 'zh'",
        )
        .await?;
    t.page.leave_frame().await?;
    t.page
        .open(&site.url(&lines("/clause-explorer/")?[2]))
        .await?;
    t.page
        .wait_until(
            "the page of the link is in English",
            "$('[part~=root]').lang === 'en'",
        )
        .await?;
    // The folder of the site is removed with the test.
    wait_for_ready(t).await
}

async fn wrong_hash_keeps_the_link(t: &mut Test) -> Result {
    let element = lines("<link ")?.remove(0);
    let map = import_map()?.replace("sha384-", "sha384-AAAA");
    let root = tempfile::tempdir()?;
    paste(t, &root, &map, &element).await?;
    t.page
        .wait_until("the failure has been reported", "window.failed === 'start'")
        .await?;
    t.page
        .wait_until(
            "the link is visible",
            "document.querySelector('clause-explorer > a').getClientRects().length",
        )
        .await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["integrity"]);
    }
    Ok(())
}
