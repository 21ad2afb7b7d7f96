//! The static text: without scripts, and when the widget takes its place.

use std::fs;
use std::sync::Arc;

use serde_json::{Value, json};

use super::{DIST, built, open_without_scripts, page_with};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        reader_of_the_static_text_stays_at_the_clause,
        reader_above_the_static_text_stays_there,
        links_to_the_texts_are_shown_without_javascript,
    ],
    chromium: [
        text_fragment_into_the_static_text_stays_in_the_window,
    ],
}

/// Makes the wasm wait until `go` is called.
const HOLD: &str = "const held = new Promise((go) => (window.go = go));
    for (const name of ['compileStreaming', 'compile', 'instantiateStreaming', 'instantiate']) {
        const original = WebAssembly[name];
        if (original) WebAssembly[name] = async (...all) => (await held, original.apply(WebAssembly, all));
    }";

/// Opens a page with the English text in an element in the middle of other text.
async fn open_text(t: &mut Test, layout: &str, fragment: &str) -> Result<Arc<Site>> {
    let text = fs::read_to_string(DIST.join("plan.en.html"))?;
    let filler = "<p>before</p>".repeat(60);
    let body =
        format!("{filler}<clause-explorer layout='{layout}'>{text}</clause-explorer>{filler}");
    let page = page_with(&body).replace("<head>", "<head><script src='hold.js'></script>");
    let site = t.site(built().page("/test.html", page).page("/hold.js", HOLD));
    t.page.open("about:blank").await?;
    t.page
        .open(&site.url(&format!("/test.html{fragment}")))
        .await?;
    t.page
        .wait_until("the static text is shown", "$('slot') && window.go")
        .await?;
    Ok(site)
}

async fn start(t: &Test) -> Result {
    let script = "const ready = new Promise((ready) => addEventListener('ce-ready', ready));
        window.go();
        await ready;
        await new Promise((later) => setTimeout(later, 500));";
    Ok(t.page.js_async(script, json!([])).await?)
}

fn in_the_window(eid: &str) -> String {
    format!(
        "((box) => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)($('article#{eid}').getBoundingClientRect())"
    )
}

async fn reader_of_the_static_text_stays_at_the_clause(t: &mut Test) -> Result {
    for layout in ["article", "panel"] {
        for eid in ["art_1__para_8", "art_2__sec_7__para_2", "art_3__para_3"] {
            open_text(t, layout, "").await?;
            let scroll = "document.querySelector(`clause-explorer #${arguments[0]}`).scrollIntoView({ block: 'center' });";
            let () = t.page.js(scroll, json!([eid])).await?;
            start(t).await?;
            t.page
                .wait_until(&format!("{eid} is in the window"), &in_the_window(eid))
                .await?;
            let view: String = t
                .page
                .js(
                    "return document.querySelector('clause-explorer').view;",
                    json!([]),
                )
                .await?;
            assert_eq!(view, "", "the reader has chosen nothing");
        }
    }
    Ok(())
}

async fn reader_above_the_static_text_stays_there(t: &mut Test) -> Result {
    open_text(t, "article", "").await?;
    let scroll = "document.querySelector('clause-explorer').scrollIntoView();
        scrollBy(0, -50);
        return scrollY;";
    let before: f64 = t.page.js(scroll, json!([])).await?;
    start(t).await?;
    let after: f64 = t.page.js("return scrollY;", json!([])).await?;
    assert!((before - after).abs() < 2.0, "{before} {after}");
    Ok(())
}

async fn text_fragment_into_the_static_text_stays_in_the_window(t: &mut Test) -> Result {
    for (words, eid) in [
        (
            "civil%20nuclear%20energy%2C%20energy%20technologies",
            "art_2__sec_7__para_2",
        ),
        ("combat%20terrorism", "art_1__para_3"),
    ] {
        open_text(t, "article", &format!("#:~:text={words}")).await?;
        let is_found = format!(
            "((box) => box.top > 0 && box.bottom < innerHeight)(document.querySelector('clause-explorer #{eid}').getBoundingClientRect())"
        );
        t.page
            .wait_until("the browser has scrolled to the words", &is_found)
            .await?;
        start(t).await?;
        t.page
            .wait_until(&format!("{eid} is in the window"), &in_the_window(eid))
            .await?;
    }
    Ok(())
}

async fn links_to_the_texts_are_shown_without_javascript(t: &mut Test) -> Result {
    open_without_scripts(t, "embed.html?lang=es").await?;
    let script = "const page = document.querySelector('iframe').contentDocument;
        const links = [...page.querySelectorAll('noscript a')].filter((link) => link.getClientRects().length);
        const found = await Promise.all(links.map(async (link) => [link.textContent, link.lang, (await (await fetch(link.href)).text()).includes(`<article lang=\"${link.lang}\"`)]));
        const edges = [links[0], page.querySelector('clause-explorer p')].map((one) => one.getBoundingClientRect().left);
        return [found, edges.every((left) => left >= 8)];";
    assert_eq!(
        t.page.js_async::<Value>(script, json!([])).await?,
        json!([
            [
                ["中文", "zh-Hans", true],
                ["English", "en", true],
                ["Español", "es", true],
                ["Português", "pt-BR", true]
            ],
            true
        ])
    );
    if t.engine == crate::engines::Engine::Chromium {
        t.expect_console(&["Blocked script execution"]);
    }
    Ok(())
}
