//! The element's lifecycle: moving, removing, several on one page, missing files.

use serde_json::json;

use super::network::fetched_all;
use super::{DIST, POLICY, built, open_page, page_with, search, wait_for_count, wait_for_widget};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        moved_element_keeps_its_view,
        removed_element_can_return,
        view_set_while_removed_applies,
        right_to_left_page_keeps_reading_order,
        elements_share_one_wasm_instance,
        only_the_class_is_fetched_before_load,
        missing_wasm_keeps_the_fallback,
        files_may_be_in_another_folder,
        second_script_warns_once,
    ],
}

/// A temporary folder with the wasm in a subfolder.
struct PathToWasm(tempfile::TempDir);

impl PathToWasm {
    fn under(folder: &str) -> Result<Self> {
        let root = tempfile::tempdir()?;
        std::fs::create_dir_all(root.path().join(folder))?;
        for part in ["_bg", "_rare", ".en", ".es", ".pt"] {
            let name = format!("clause-explorer{part}.wasm");
            std::fs::copy(DIST.join(&name), root.path().join(folder).join(&name))?;
        }
        Ok(Self(root))
    }

    fn folder(&self) -> &std::path::Path {
        self.0.path()
    }
}

async fn moved_element_keeps_its_view(t: &mut Test) -> Result {
    open_page(
        t,
        "<div id='a'><clause-explorer layout=panel></clause-explorer></div><div id='b'></div>",
    )
    .await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let () = t
        .page
        .js(
            "document.querySelector('#b').append(document.querySelector('clause-explorer'));",
            json!([]),
        )
        .await?;
    wait_for_count(t, 2).await?;
    t.page
        .wait_until(
            "the element is in its new parent",
            "document.querySelector('#b clause-explorer')",
        )
        .await?;
    Ok(())
}

async fn removed_element_can_return(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel><p>the text</p></clause-explorer>",
    )
    .await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let () = t
        .page
        .js(
            "window.kept = document.querySelector('clause-explorer'); kept.remove();",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "the widget is unmounted",
            "!kept.shadowRoot.querySelector('section') && kept.shadowRoot.querySelector('slot')",
        )
        .await?;
    let () = t.page.js("document.body.append(kept);", json!([])).await?;
    wait_for_count(t, 2).await?;
    t.page
        .wait_until("the query stays", "$('[part~=search]').value === '核能'")
        .await?;
    Ok(())
}

async fn view_set_while_removed_applies(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel view='q=核能'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 2).await?;
    let () = t
        .page
        .js(
            "window.kept = document.querySelector('clause-explorer'); kept.remove();",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "the widget is unmounted",
            "!kept.shadowRoot.querySelector('section')",
        )
        .await?;
    let () = t
        .page
        .js(
            "kept.setAttribute('view', 'sector=tourism'); document.body.append(kept);",
            json!([]),
        )
        .await?;
    wait_for_count(t, 3).await?;
    // A view opens its clause even if its filters hide that, at the start and later.
    let view = "sector=finance&clause=art_1__para_1";
    let () = t
        .page
        .js("kept.setAttribute('view', arguments[0]);", json!([view]))
        .await?;
    wait_for_count(t, 63).await?;
    open_page(
        t,
        "<clause-explorer layout=panel view='sector=finance&amp;clause=art_1__para_1'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until("the clause is open", "$('#art_1__para_1[aria-current]')")
        .await?;
    Ok(())
}

/// Every piece of text is at the same position as in a page that reads from left to right.
async fn right_to_left_page_keeps_reading_order(t: &mut Test) -> Result {
    let explorer = "<clause-explorer layout=panel lang='en' view='sector=finance&amp;compare=zh'></clause-explorer>";
    let body = format!("<div>{explorer}</div><div dir='rtl'>{explorer}</div>");
    let site = t.site(built().page("/test.html", page_with(&body)));
    t.page.open(&site.url("/test.html")).await?;
    // Until then, some clauses are not laid out.
    let ready = "await Promise.all([...document.querySelectorAll('clause-explorer')].map(({ ready }) => ready));";
    let () = t.page.js_async(ready, json!([])).await?;
    let script = "const pieces = (element) => {
            const widget = element.shadowRoot.querySelector('[part~=root]');
            const { left, top } = widget.getBoundingClientRect();
            const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
            const pieces = [];
            while (walker.nextNode()) {
                const range = new Range();
                range.selectNode(walker.currentNode);
                for (const box of range.getClientRects()) {
                    pieces.push(`${walker.currentNode.data.slice(0, 20)} at ${Math.round(box.left - left)}, ${Math.round(box.top - top)}`);
                }
            }
            return pieces;
        };
        return [...document.querySelectorAll('clause-explorer')].map(pieces);";
    let [usual, reversed]: [Vec<String>; 2] = t.page.js(script, json!([])).await?;
    assert!(usual.len() > 100, "{usual:?}");
    for (usual, reversed) in usual.iter().zip(&reversed) {
        assert_eq!(usual, reversed);
    }
    assert_eq!(usual.len(), reversed.len());
    Ok(())
}

async fn elements_share_one_wasm_instance(t: &mut Test) -> Result {
    let site = open_page(t, "<clause-explorer layout=panel view='q=核能'></clause-explorer><clause-explorer layout=panel view='sector=tourism'></clause-explorer>").await?;
    let counts = "[...document.querySelectorAll('clause-explorer')].map((element) => element.shadowRoot.querySelectorAll('article').length).join() === '2,3'";
    t.page.wait_until("each has its own view", counts).await?;
    let wasm = site
        .requests()
        .iter()
        .filter(|path| path.ends_with("_bg.wasm"))
        .count();
    assert_eq!(wasm, 1);
    Ok(())
}

async fn only_the_class_is_fetched_before_load(t: &mut Test) -> Result {
    let note = "addEventListener('load', () => {
        window.before = performance.getEntriesByType('resource').map((entry) => entry.name.split('/').at(-1));
    });";
    let page = page_with("<clause-explorer layout=panel></clause-explorer>")
        .replace("<head>", "<head><script src='note.js'></script>");
    let site = t.site(built().page("/test.html", page).page("/note.js", note));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    let mut before: Vec<String> = t.page.js("return before;", json!([])).await?;
    before.retain(|name| name.starts_with("clause-explorer"));
    assert_eq!(before, ["clause-explorer.js"]);
    fetched_all(&site).await?;
    let site_requests = site.requests();
    // Modules are checked before they are imported. Most servers let browsers keep them in between.
    assert_eq!(
        site_requests[3..],
        [
            "/clause-explorer_bg.js",
            "/clause-explorer_bg.wasm",
            "/clause-explorer_bg.js",
            "/clause-explorer.en.wasm",
            "/clause-explorer_rare.wasm",
            "/clause-explorer.es.wasm",
            "/clause-explorer.pt.wasm",
            "/clause-explorer_more.js",
            "/clause-explorer_more.js"
        ]
    );
    Ok(())
}

async fn missing_wasm_keeps_the_fallback(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer layout=panel><p>the text itself</p></clause-explorer>")
        .replace("<head>", "<head><script src='listen.js'></script>");
    let listen = "addEventListener('ce-error', (event) => (window.failed = event.detail));";
    let site = Site::builder()
        .page("/test.html", page)
        .page("/listen.js", listen)
        .page(
            "/clause-explorer.js",
            std::fs::read_to_string(DIST.join("clause-explorer.js"))?,
        )
        .page(
            "/clause-explorer_bg.js",
            std::fs::read_to_string(DIST.join("clause-explorer_bg.js"))?,
        )
        .header("content-security-policy", POLICY);
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until("the failure has been reported", "window.failed")
        .await?;
    let code: String = t.page.js("return failed.code;", json!([])).await?;
    assert_eq!(code, "start");
    t.page
        .wait_until(
            "the reader sees the reason",
            "$('p').textContent.startsWith('The explorer could not start')",
        )
        .await?;
    t.page
        .wait_until(
            "the fallback text is visible",
            "document.querySelector('clause-explorer p').getClientRects().length",
        )
        .await?;
    let rejection = "return document.querySelector('clause-explorer').ready.then(() => 'mounted', (error) => error.message);";
    let rejection: String = t.page.js_async(rejection, json!([])).await?;
    assert!(
        rejection.starts_with("expected clause-explorer_bg.js and clause-explorer_bg.wasm"),
        "{rejection}"
    );
    if t.engine == Engine::Chromium {
        t.expect_console(&[
            "clause-explorer_bg.wasm - Failed to load resource",
            "clause-explorer.en.wasm - Failed to load resource",
            "integrity",
        ]);
    }
    Ok(())
}

async fn files_may_be_in_another_folder(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer layout=panel></clause-explorer>")
        .replace(
            "src=\"clause-explorer.js\"",
            "src=\"/files/v1/clause-explorer.js\"",
        )
        .replace("<head>", "<head><base href='/somewhere/else/'>");
    let mut site = Site::builder().page("/articles/test.html", page);
    for name in [
        "clause-explorer.js",
        "clause-explorer_bg.js",
        "clause-explorer_more.js",
    ] {
        site = site.page(
            &format!("/files/v1/{name}"),
            std::fs::read_to_string(DIST.join(name))?,
        );
    }
    let wasm = PathToWasm::under("files/v1")?;
    let site = t.site(site.folder(wasm.folder()));
    t.page.open(&site.url("/articles/test.html")).await?;
    wait_for_count(t, 63).await?;
    let href: String = t
        .page
        .js("return $('#art_3__para_3 a').href;", json!([]))
        .await?;
    assert_eq!(
        href,
        site.url("/articles/test.html#art_3__para_3"),
        "a <base> does not lead links astray"
    );
    Ok(())
}

async fn second_script_warns_once(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer layout=panel></clause-explorer>").replace(
        "</head>",
        "<script type='module' src='clause-explorer.js?2'></script></head>",
    );
    let site = t.site(built().page("/test.html", page));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    let warnings: usize = t
        .page
        .js(
            "return __console.filter((line) => line.startsWith('console.warn')).length;",
            json!([]),
        )
        .await?;
    assert_eq!(warnings, 1);
    t.expect_console(&["console.warn: expected one script that defines <clause-explorer>, found another: version 0.1.0+"]);
    Ok(())
}
