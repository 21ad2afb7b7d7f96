//! Parts of the wasm that are loaded after the first view: the second wasm and further languages.

use serde_json::json;

use super::restart::failing;
use super::steps::press;
use super::{built, page_with, search, wait_for_count, wait_for_ready, wait_for_widget};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Fault;

cases! {
    everywhere: [
        only_shown_languages_are_loaded_before_the_first_view,
        language_that_does_not_load_follows_later,
        panel_that_does_not_load_says_so_and_is_tried_again,
    ],
    anywhere: [
        late_languages_are_searched_and_kept_by_a_restart,
    ],
}

/// The first clause's text starts with this.
fn reads(words: &str) -> String {
    format!("$('#art_1__para_1 [part~=text]')?.textContent.startsWith('{words}')")
}

async fn only_shown_languages_are_loaded_before_the_first_view(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer lang='en' view='compare=es'></clause-explorer>");
    let site = t.site(built().page("/test.html", page));
    let held = ["_rare", ".pt"].map(|part| format!("/clause-explorer{part}.wasm"));
    site.set_faults(held.each_ref().map(|path| (&**path, Fault::Silence)));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until("it is in English", &reads("Intensify"))
        .await?;
    t.page
        .wait_until(
            "and in Spanish",
            "$('#art_1__para_1 [part~=text]:lang(es)')",
        )
        .await?;
    search(t, "energía nuclear").await?;
    t.page
        .wait_until("both languages are searched", "$('[part~=mark]')")
        .await?;
    // A part that never comes holds up the promise for seconds, and not for ever.
    wait_for_ready(t).await
}

async fn language_that_does_not_load_follows_later(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer lang='en'></clause-explorer>");
    let site = t.site(built().page("/test.html", page));
    site.set_faults([("/clause-explorer.en.wasm", Fault::Status(500))]);
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    wait_for_ready(t).await?;
    t.page
        .wait_until("it is in Chinese", &reads("密切"))
        .await?;
    site.set_faults([]);
    press(t, "[aria-controls=ce-export]").await?;
    t.page
        .wait_until("it is in English", &reads("Intensify"))
        .await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').lang = 'pt';",
            json!([]),
        )
        .await?;
    t.page
        .wait_until("it is in Portuguese", &reads("Intensificar"))
        .await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["integrity", "status of 500"]);
    }
    Ok(())
}

async fn late_languages_are_searched_and_kept_by_a_restart(t: &mut Test) -> Result {
    let site = t.site(failing(
        "<clause-explorer lang='zh' view='q=energia nuclear'></clause-explorer>",
    ));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_ready(t).await?;
    let found = "!!$('article:not([hidden]) .elsewhere')";
    t.page
        .wait_until("the hit is in another language", found)
        .await?;
    let fail = "try { fail(); } catch { /* it always throws */ }
        await new Promise((later) => setTimeout(later, 100));";
    let () = t.page.js_async(fail, json!([])).await?;
    wait_for_ready(t).await?;
    t.page
        .wait_until("the next instance finds it too", found)
        .await?;
    let text = "return document.querySelector('clause-explorer').clauses('')[0].text.es;";
    let text: String = t.page.js(text, json!([])).await?;
    assert!(text.len() > 20, "{text}");
    Ok(())
}

/// The contents of panels are in the second wasm, which is loaded after the first view.
async fn panel_that_does_not_load_says_so_and_is_tried_again(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer lang='en' loading='eager'></clause-explorer>");
    let site = t.site(built().page("/test.html", page));
    site.set_faults([("/clause-explorer_rare.wasm", Fault::Status(500))]);
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    wait_for_ready(t).await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let open = "[aria-controls=ce-export]";
    press(t, open).await?;
    let says = "$('#ce-export .note')?.textContent === 'Could not complete: Cite and export. Check your connection and try again.'";
    t.page
        .wait_until("the reader sees the reason", says)
        .await?;
    let cite = "try { document.querySelector('clause-explorer').cite('art_1__para_1', 'text'); } catch ({ message }) { return message; }";
    let message: String = t.page.js(cite, json!([])).await?;
    assert!(message.contains("clause-explorer_rare.wasm"), "{message}");
    site.set_faults([]);
    press(t, open).await?;
    press(t, open).await?;
    t.page
        .wait_until("the panel has its contents", "$('#ce-export textarea')")
        .await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["integrity", "status of 500"]);
    }
    Ok(())
}
