//! The explorer in one file, the copies that readers save, and printing.

use std::fs;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{DIST, open_page, open_showcase, search, wait_for_count};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::CAPTURE;

cases! {
    everywhere: [
        single_file_works_from_disk,
        showcase_saves_a_copy_with_the_view,
        single_file_saves_a_copy_of_itself,
        print_shows_the_whole_selection,
        paper_has_preamble_and_every_clause,
    ],
    files: [
        single_file_is_little_larger_than_its_parts,
    ],
    anywhere: [
        host_page_links_to_the_copy,
    ],
}

/// Inserts the capture script into the file, and its hash into the file's policy.
fn captured(page: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(CAPTURE));
    page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1)
        .replacen(
            "<meta name=\"viewport\"",
            &format!("<script>{CAPTURE}</script><meta name=\"viewport\""),
            1,
        )
}

/// Opens a page by a `file:` address.
pub(super) async fn open_file(t: &Test, page: &str, fragment: &str) -> Result {
    // One file for all cases of an engine, because one is open at a time.
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("{}-one-file.html", t.engine));
    fs::write(&path, captured(page))?;
    t.page.open("about:blank").await?;
    t.page
        .open(&format!("file://{}{fragment}", path.display()))
        .await?;
    Ok(())
}

async fn requested(t: &Test) -> Result<Vec<String>> {
    let script = "return performance.getEntriesByType('resource').map(({ name }) => name);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn single_file_works_from_disk(t: &mut Test) -> Result {
    let page = fs::read_to_string(DIST.join("clause-explorer.html"))?;
    open_file(t, &page, "").await?;
    super::offline::use_everything(t).await?;
    t.page
        .wait_until(
            "the address has the clause",
            "location.hash === '#art_2__sec_7__para_4'",
        )
        .await?;
    assert_eq!(requested(t).await?, Vec::<String>::new());
    open_file(t, &page, "#sector=energy-resources&compare=zh").await?;
    wait_for_count(t, 7).await?;
    open_file(t, &page, "#art_3__para_1").await?;
    t.page
        .wait_until("the clause is open", "$('#art_3__para_1[aria-current]')")
        .await?;
    Ok(())
}

fn single_file_is_little_larger_than_its_parts() {
    let size = |name: &str| fs::metadata(DIST.join(name)).expect(name).len();
    let parts = [
        "clause-explorer.js",
        "clause-explorer_bg.js",
        "clause-explorer_bg.wasm",
        "clause-explorer_rare.wasm",
        "clause-explorer.en.wasm",
        "clause-explorer.es.wasm",
        "clause-explorer.pt.wasm",
        "plan.en.html",
    ];
    let parts: u64 = parts.into_iter().map(size).sum();
    let whole = size("clause-explorer.html");
    assert!(
        whole * 10 <= parts * 16,
        "{whole} B are more than 1.6 times {parts} B"
    );
}

/// Presses the link in the footer and returns the name and text of the file that the page offers.
/// Nothing is written to the disk.
async fn saved(t: &Test) -> Result<(String, String)> {
    let catch = "window.saved = undefined;
        const { click } = HTMLAnchorElement.prototype;
        URL.createObjectURL = (blob) => { window.blob = blob; return 'blob:none'; };
        HTMLAnchorElement.prototype.click = function () {
            HTMLAnchorElement.prototype.click = click;
            blob.text().then((text) => (window.saved = [this.download, text]));
        };";
    let () = t.page.js(catch, json!([])).await?;
    t.page.click("footer a[download]").await?;
    t.page
        .wait_until("the page offers a copy", "window.saved")
        .await?;
    Ok(t.page.js("return saved;", json!([])).await?)
}

async fn showcase_saves_a_copy_with_the_view(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    search(t, "\"论坛\"").await?;
    wait_for_count(t, 11).await?;
    t.page.click("[value=finance]").await?;
    let (name, copy) = saved(t).await?;
    assert_eq!(name, "china-celac-2022-2024.html");
    // The site has inserted the capture script into this page too.
    let copy = copy.replacen("<script src=\"/console-capture.js\"></script>", "", 1);
    check_copy(t, &copy).await
}

async fn single_file_saves_a_copy_of_itself(t: &mut Test) -> Result {
    let page = fs::read_to_string(DIST.join("clause-explorer.html"))?;
    open_file(t, &page, "").await?;
    wait_for_count(t, 63).await?;
    search(t, "\"论坛\"").await?;
    wait_for_count(t, 11).await?;
    t.page.click("[value=finance]").await?;
    let (_, copy) = saved(t).await?;
    assert_eq!(requested(t).await?, Vec::<String>::new());
    // The copy already contains the capture script.
    let copy = copy.replacen(&format!("<script>{CAPTURE}</script>"), "", 1);
    check_copy(t, &copy).await
}

async fn check_copy(t: &Test, copy: &str) -> Result {
    open_file(t, copy, "").await?;
    t.page
        .wait_until(
            "the search field has the query",
            "$('[part~=search]').value === '\"论坛\"'",
        )
        .await?;
    t.page
        .wait_until("the sector is selected", "$('[value=finance]').checked")
        .await?;
    t.page
        .wait_until("nothing else is selected", "!$('[value=tourism]').checked")
        .await?;
    Ok(())
}

async fn host_page_links_to_the_copy(t: &mut Test) -> Result {
    let site = open_page(t, "<clause-explorer></clause-explorer>").await?;
    let link: [String; 2] = t
        .page
        .js(
            "const link = $('footer a[download]'); return [link.href, link.textContent];",
            json!([]),
        )
        .await?;
    assert_eq!(
        link,
        [
            site.url("/clause-explorer.html"),
            "Save an offline copy".into()
        ]
    );
    Ok(())
}

/// Applies the rules for print to the screen, where every engine can measure them.
async fn print_shows_the_whole_selection(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='en' view='sector=energy-resources&amp;compare=zh&amp;clause=art_2__sec_7__para_4' theme='dark'></clause-explorer>").await?;
    wait_for_count(t, 7).await?;
    t.page.click("[aria-current] .tags button").await?;
    for width in [360, 700, 1200] {
        t.page.resize(width, 900).await?;
        let script = "for (const rule of root.adoptedStyleSheets[0].cssRules) {
                if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
            }
            window.print = () => dispatchEvent(new Event('beforeprint'));
            [...root.querySelectorAll('.panels button')].find((button) => button.textContent === 'Print').click();
            const shown = (css) => [...root.querySelectorAll(css)].filter((element) => element.checkVisibility()).length;
            const list = $('[part~=list]');
            const { color, backgroundColor } = getComputedStyle($('.root'));
            const clipped = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility()
                && element.scrollHeight > element.clientHeight + 2 && getComputedStyle(element).overflowY !== 'visible'
                && !element.matches('.unseen')).map((element) => element.outerHTML.slice(0, 80));
            return {
                clauses: shown('article'), numbers: shown('[part~=number]'), texts: shown('[part~=text]'),
                controls: shown('[part~=facets], [part~=language], [part~=actions], .evidence, .tools button, footer > a, .search'),
                status: $('.language-status').innerText.includes('authoritative'),
                chips: $('.chips').innerText.includes('Energy'), address: $('.page-address').innerText === location.href,
                source: shown('footer p a'), color, backgroundColor, clipped,
            };";
        let paper: Value = t.page.js(script, json!([])).await?;
        assert_eq!(
            paper,
            json!({
                "clauses": 7, "numbers": 7, "texts": 14, "controls": 0, "status": true, "chips": true, "address": true,
                "source": 1, "color": "rgb(0, 0, 0)", "backgroundColor": "rgb(255, 255, 255)", "clipped": [],
            }),
            "{width} pixels wide"
        );
    }
    Ok(())
}

/// Chromium prints to a PDF; elsewhere, only the events of printing can be sent.
async fn paper_has_preamble_and_every_clause(t: &mut Test) -> Result {
    let element = "<clause-explorer lang='en' view='compare=zh'></clause-explorer>";
    open_page(t, element).await?;
    wait_for_count(t, 63).await?;
    let listen = "addEventListener('beforeprint', () => (window.preamble = $('.preamble p').checkVisibility()));";
    let () = t.page.js(listen, json!([])).await?;
    if t.engine == Engine::Chromium {
        let printed = t.page.cdp("Page.printToPDF", json!({})).await?;
        let pdf = BASE64_STANDARD.decode(printed["data"].as_str().unwrap_or_default())?;
        let pdf = String::from_utf8_lossy(&pdf);
        let pages = pdf.matches("/Type /Page").count() - pdf.matches("/Type /Pages").count();
        assert!(
            pages >= 7,
            "{pages} pages are too few for 63 clauses in two languages"
        );
    } else {
        let events =
            "for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type));";
        let () = t.page.js(events, json!([])).await?;
    }
    t.page
        .wait_until("the preamble is open for printing", "preamble")
        .await?;
    let closed = "!$('.preamble').open";
    t.page
        .wait_until("the preamble is closed again", closed)
        .await?;
    Ok(())
}
