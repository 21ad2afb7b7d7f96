//! The studio: a document becomes an explorer in the browser.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use publish::archive::{Packing, pack};
use serde_json::json;
use thirtyfour::Key;

use super::one_file::open_file;
use super::{DIST, built, search, wait_for_count};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        studio_makes_a_file_of_a_docx,
        studio_follows_edits_and_problems,
        studio_opens_a_folder_that_was_taken_home,
        studio_keeps_a_draft_only_if_asked,
        studio_refuses_unfit_files_with_a_reason,
    ],
    anywhere: [
        studio_asks_before_changes_are_lost,
    ],
}

/// A document as Word writes it, with its headings in styles.
const BODY: &str = r#"<w:p><w:pPr><w:pStyle w:val="t"/></w:pPr><w:r><w:t>Harbour Plan</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>Article 1. Ferries</w:t></w:r></w:p>
<w:p><w:r><w:t>(1) The city buys two ferries.</w:t></w:r></w:p>
<w:p><w:r><w:t>(2) A lighthouse is repaired.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>Article 2. Quays</w:t></w:r></w:p>
<w:p><w:r><w:t>(1) Each quay gets a lamp.</w:t></w:r></w:p>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>"#;

/// Returns a docx with this body.
pub(super) fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    let parts = [
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
    ];
    pack(parts, Packing::Deflated).expect("the parts have names of their own")
}

/// Opens the studio, and waits until it shows the example.
pub(super) async fn open_studio(t: &mut Test) -> Result<Arc<Site>> {
    let site = t.site(built());
    t.page.open(&site.url("/studio.html?")).await?;
    wait_for_example(t).await?;
    Ok(site)
}

pub(super) async fn wait_for_example(t: &Test) -> Result {
    wait_for_count(t, 63).await?;
    wait_for_editor(t, "拉共体").await
}

/// Waits until the editor shows a text.
pub(super) async fn wait_for_editor(t: &Test, text: &str) -> Result {
    let shown = format!("{CONTENT}.textContent.includes({})", json!(text));
    Ok(t.page
        .wait_until("the editor shows the text", &shown)
        .await?)
}

/// The text of the editor.
const CONTENT: &str = "document.querySelector('#editor').shadowRoot.querySelector('.cm-content')";

/// Gives a file to a file input, as the author's choice in the browser's dialog would.
pub(super) async fn choose(t: &Test, input: &str, name: &str, bytes: &[u8]) -> Result {
    let script = "const [id, name, base64] = arguments;
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], name));
        const input = document.getElementById(id);
        input.files = transfer.files;
        input.dispatchEvent(new Event('change'));";
    let bytes = BASE64_STANDARD.encode(bytes);
    let () = t.page.js(script, json!([input, name, bytes])).await?;
    Ok(())
}

/// Presses a control of the page around the explorer.
pub(super) async fn press(t: &Test, css: &str) -> Result {
    let script = "const element = document.querySelector(arguments[0]);
        if (!element.checkVisibility() || element.disabled) throw new Error(`${arguments[0]} cannot be pressed`);
        element.click();";
    let () = t.page.js(script, json!([css])).await?;
    Ok(())
}

/// Waits until the page tells its author something.
pub(super) async fn wait_for_notice(t: &Test, words: &str) -> Result {
    let shown = format!(
        "document.querySelector('#notice').textContent.includes({})",
        json!(words)
    );
    Ok(t.page
        .wait_until(&format!("the notice says “{words}”"), &shown)
        .await?)
}

/// Presses a button of “Take home”, and returns the name and the bytes of the file. Nothing is written to the disk.
pub(super) async fn take_home(t: &Test, result: &str) -> Result<(String, Vec<u8>)> {
    let catch = "window.taken = undefined;
        const { click } = HTMLAnchorElement.prototype;
        URL.createObjectURL = (blob) => { window.blob = blob; return 'blob:none'; };
        HTMLAnchorElement.prototype.click = function () {
            HTMLAnchorElement.prototype.click = click;
            blob.arrayBuffer().then((buffer) => {
                let text = '';
                for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
                window.taken = [this.download, btoa(text)];
            });
        };";
    let () = t.page.js(catch, json!([])).await?;
    press(t, "#tab-home").await?;
    press(t, &format!("[data-result={result}]")).await?;
    t.page
        .wait_until("the page offers a file", "window.taken")
        .await?;
    let (name, base64): (String, String) = t.page.js("return taken;", json!([])).await?;
    Ok((name, BASE64_STANDARD.decode(base64)?))
}

/// Puts the cursor to the end of the first line with these words.
pub(super) async fn put_cursor_after(t: &Test, words: &str) -> Result {
    let script = "const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
        const line = [...content.querySelectorAll('.cm-line')].find((line) => line.textContent.includes(arguments[0]));
        content.focus();
        getSelection().selectAllChildren(line);
        getSelection().collapseToEnd();";
    let () = t.page.js(script, json!([words])).await?;
    Ok(())
}

pub(super) async fn wait_for_problems(t: &Test, count: usize) -> Result {
    let shown = format!("document.querySelectorAll('#problem-list > li').length === {count}");
    Ok(t.page
        .wait_until(&format!("{count} problems are listed"), &shown)
        .await?)
}

async fn studio_makes_a_file_of_a_docx(t: &mut Test) -> Result {
    let site = open_studio(t).await?;
    choose(t, "file-input", "Harbour.docx", &docx(BODY)).await?;
    wait_for_notice(t, "Harbour.docx").await?;
    wait_for_count(t, 3).await?;
    wait_for_editor(t, "two ferries").await?;
    let (name, page) = take_home(t, "one-file").await?;
    let requests = site.requests();
    // The page's policy refuses all other sites.
    let is_own = |path: &String| {
        let path = path.split('?').next().unwrap_or_default();
        path == "/" || DIST.join(&path[1..]).is_file()
    };
    let foreign: Vec<&String> = requests.iter().filter(|path| !is_own(path)).collect();
    assert_eq!(foreign, Vec::<&String>::new());
    assert!(
        Path::new(&name)
            .extension()
            .is_some_and(|end| end == "html"),
        "{name}"
    );
    open_file(t, &String::from_utf8(page)?, "").await?;
    wait_for_count(t, 3).await?;
    search(t, "lighthouse").await?;
    wait_for_count(t, 1).await
}

async fn studio_follows_edits_and_problems(t: &mut Test) -> Result {
    open_studio(t).await?;
    choose(t, "file-input", "Harbour.docx", &docx(BODY)).await?;
    wait_for_count(t, 3).await?;
    wait_for_editor(t, "two ferries").await?;
    put_cursor_after(t, "two ferries").await?;
    t.page.keys(" It paints them.").await?;
    let shown = "$('#art_1__para_1').textContent.includes('It paints them.')";
    t.page
        .wait_until("the explorer follows the edit", shown)
        .await?;
    wait_for_problems(t, 0).await?;
    put_cursor_after(t, "Each quay").await?;
    t.page.keys(Key::Enter + Key::Enter).await?;
    t.page.keys("(7) A wrong number.").await?;
    wait_for_problems(t, 1).await?;
    wait_for_count(t, 3).await?;
    let marked =
        "document.querySelector('#editor').shadowRoot.querySelector('.cm-lint-marker-error')";
    t.page.wait_until("the line is marked", marked).await?;
    press(t, "#problem-list button").await?;
    let line = "document.querySelector('#editor').shadowRoot.querySelector('.cm-activeLine').textContent.includes('wrong number')";
    t.page
        .wait_until("the cursor is at the problem", line)
        .await?;
    t.page.keys(Key::Control + "z").await?;
    wait_for_problems(t, 0).await
}

async fn studio_opens_a_folder_that_was_taken_home(t: &mut Test) -> Result {
    open_studio(t).await?;
    choose(t, "file-input", "Harbour.docx", &docx(BODY)).await?;
    wait_for_count(t, 3).await?;
    let (_, folder) = take_home(t, "folder").await?;
    let (name, site) = take_home(t, "site").await?;
    assert!(name.ends_with("-site.zip"), "{name}");
    let site = publish::archive::unpack(&site, 64 << 20).expect("a zip archive");
    for file in [
        "clause-explorer.js",
        "embed.html",
        "index.html",
        "plan.json",
    ] {
        assert!(site.contains_key(file), "the site lacks {file}");
    }
    let (_, plan) = take_home(t, "plan").await?;
    assert_eq!(site["plan.json"], plan);
    press(t, "#example").await?;
    wait_for_count(t, 63).await?;
    choose(t, "file-input", "harbour-content.zip", &folder).await?;
    wait_for_count(t, 3).await?;
    press(t, "#tab-text").await?;
    wait_for_editor(t, "two ferries").await
}

async fn studio_keeps_a_draft_only_if_asked(t: &mut Test) -> Result {
    let site = open_studio(t).await?;
    let stored = "return (await indexedDB.databases?.() ?? []).length;";
    let count: usize = t.page.js_async(stored, json!([])).await?;
    assert_eq!(count, 0, "something was stored unasked");
    press(t, "#keep").await?;
    choose(t, "file-input", "Harbour.docx", &docx(BODY)).await?;
    wait_for_count(t, 3).await?;
    put_cursor_after(t, "two ferries").await?;
    t.page.keys(" Kept words.").await?;
    let kept = "document.querySelector('#draft-state').textContent.includes('kept')";
    t.page.wait_until("the draft is kept", kept).await?;
    // An ended page: nothing is asked, and nothing more is written.
    t.page.open("about:blank").await?;
    t.page.open(&site.url("/studio.html")).await?;
    wait_for_count(t, 3).await?;
    wait_for_editor(t, "Kept words.").await?;
    press(t, "#keep").await?;
    wait_for_notice(t, "removed").await?;
    t.page.open("about:blank").await?;
    t.page.open(&site.url("/studio.html")).await?;
    wait_for_example(t).await
}

async fn studio_refuses_unfit_files_with_a_reason(t: &mut Test) -> Result {
    open_studio(t).await?;
    let bomb = fs::read(bomb())?;
    for (name, bytes, reason) in [
        ("broken.docx", &b"PK\x03\x04broken"[..], "expected"),
        ("plan.pdf", b"%PDF-1.7", "PDF"),
        ("empty.txt", b"", "empty"),
        ("bomb.zip", &bomb, "MB when unpacked"),
        ("other.zip", &docx(BODY), "plan.toml"),
    ] {
        choose(t, "file-input", name, bytes).await?;
        wait_for_notice(t, reason).await?;
        wait_for_count(t, 63).await?;
    }
    let large = "const file = new File(['x'], 'large.docx');
        Object.defineProperty(file, 'size', { value: 200_000_000 });
        const input = document.getElementById('file-input');
        Object.defineProperty(input, 'files', { value: [file], configurable: true });
        input.dispatchEvent(new Event('change'));";
    let () = t.page.js(large, json!([])).await?;
    wait_for_notice(t, "found 200 MB").await?;
    wait_for_example(t).await
}

/// Returns the path of an archive whose content is far larger than itself.
fn bomb() -> std::path::PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bomb.zip");
    if !path.is_file() {
        let zeros = vec![b' '; 65 << 20];
        let packed = pack([("plan.toml", &*zeros)], Packing::Deflated);
        fs::write(&path, packed.expect("one path")).expect("a file can be written");
    }
    path
}

async fn studio_asks_before_changes_are_lost(t: &mut Test) -> Result {
    open_studio(t).await?;
    put_cursor_after(t, "中国").await?;
    t.page.keys("x").await?;
    t.page
        .wait_until(
            "the page would ask",
            "!dispatchEvent(new Event('beforeunload', { cancelable: true }))",
        )
        .await?;
    choose(t, "file-input", "Harbour.docx", &docx(BODY)).await?;
    t.page
        .wait_until("the page asks", "document.querySelector('#replace').open")
        .await?;
    press(t, "#replace [value=no]").await?;
    wait_for_count(t, 63).await?;
    choose(t, "file-input", "Harbour.docx", &docx(BODY)).await?;
    t.page
        .wait_until(
            "the page asks again",
            "document.querySelector('#replace').open",
        )
        .await?;
    press(t, "#replace [value=yes]").await?;
    wait_for_count(t, 3).await?;
    // Without changes, nothing is asked, also by the browser at the end of this case.
    let taken = take_home(t, "folder").await?;
    assert!(!taken.1.is_empty());
    Ok(())
}
