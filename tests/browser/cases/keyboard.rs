//! A reader's whole path through the widget, by the keyboard alone.

use serde_json::json;
use thirtyfour::Key;

use super::steps::{open, wait_for_focus, wait_for_view};
use super::{wait_for_count, with_clipboard};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        keyboard_reaches_filters_clauses_citations_pins_and_codes,
    ],
}

/// Presses Tab, or Shift and Tab, until the focus is on a match of the selector. The focus must not
/// leave the widget.
async fn walk_to(t: &Test, css: &str, backward: bool) -> Result {
    /// More than the number of tab stops while the overview is closed.
    const STEPS: usize = 150;
    let script = "return [root?.activeElement?.matches(arguments[0]) ?? null, root?.activeElement?.outerHTML.slice(0, 80)];";
    for _ in 0..STEPS {
        if backward {
            t.page.keys(Key::Shift + Key::Tab).await?;
        } else {
            t.page.keys(Key::Tab + "").await?;
        }
        let (is_there, at): (Option<bool>, Option<String>) =
            t.page.js(script, json!([css])).await?;
        match is_there {
            Some(true) => return Ok(()),
            Some(false) => {}
            None => panic!("the focus left the widget on its way to `{css}`: {at:?}"),
        }
    }
    panic!("no way to `{css}` in {STEPS} steps");
}

async fn keyboard_reaches_filters_clauses_citations_pins_and_codes(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    with_clipboard(
        t,
        "{ writeText: async (text) => { window.copied = text; } }",
    )
    .await?;
    wait_for_count(t, 63).await?;

    let sector = "[name=sector][value=energy-resources]";
    walk_to(t, sector, false).await?;
    t.page.keys(" ").await?;
    wait_for_count(t, 7).await?;
    wait_for_focus(t, sector).await?;
    wait_for_view(t, "sector=energy-resources").await?;

    // The overview has many tab stops; this button skips them.
    walk_to(t, ".to-clauses", false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until("the overview is closed", "!$('[part~=matrix]')")
        .await?;
    wait_for_focus(t, "[part~=list]").await?;

    let eid = "art_2__sec_7__para_2";
    let button = format!("#{eid} .open");
    walk_to(t, &button, false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until(
            "the clause is open",
            &format!("$('#{eid}[aria-current=location] .steps')"),
        )
        .await?;
    wait_for_focus(t, &button).await?;
    let view = format!("sector=energy-resources&clause={eid}");
    wait_for_view(t, &view).await?;

    walk_to(t, ".compare select", true).await?;
    t.page.keys(Key::Down + "").await?;
    t.page
        .wait_until(
            "both languages are shown",
            &format!("root.querySelectorAll('#{eid} [part~=text]').length === 2 && $('#{eid} [part~=text]:lang(en)') && $('#{eid} [part~=text]:lang(zh)')"),
        )
        .await?;
    wait_for_focus(t, ".compare select").await?;
    let view = format!("sector=energy-resources&compare=zh&clause={eid}");
    wait_for_view(t, &view).await?;

    walk_to(t, "#ce-citation + button", false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until(
            "the citation is copied",
            "$('.cite [role=status]').textContent === 'Copied: Citation' && copied === $('#ce-citation').value && copied.includes('art_2__sec_7__para_2')",
        )
        .await?;
    wait_for_focus(t, "#ce-citation + button").await?;
    wait_for_view(t, &view).await?;

    let pin = format!("#{eid} .pin");
    walk_to(t, &pin, true).await?;
    t.page.keys(" ").await?;
    t.page
        .wait_until(
            "the clause is pinned",
            &format!("$('#{eid} .pin[aria-pressed=true]') && $('.pins').textContent.startsWith('1 pinned clause')"),
        )
        .await?;
    wait_for_focus(t, &pin).await?;
    let view = format!("{view}&pin={eid}");
    wait_for_view(t, &view).await?;

    walk_to(t, "[part~=share]", true).await?;
    t.page.keys(Key::Enter + "").await?;
    wait_for_focus(t, "#ce-share h3").await?;
    walk_to(t, "#ce-code-0 + button", false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until(
            "the link is copied",
            "$('#ce-share [role=status]').textContent.startsWith('Copied: ') && copied === $('#ce-code-0').value",
        )
        .await?;
    wait_for_focus(t, "#ce-code-0 + button").await?;
    t.page.keys(Key::Escape + "").await?;
    wait_for_focus(t, "[part~=share]").await?;
    wait_for_view(t, &view).await?;

    // The shared link shows the same view.
    let link: String = t.page.js("return copied;", json!([])).await?;
    t.page.open(&link).await?;
    t.page
        .wait_until(
            "the link shows it",
            &format!("$('#{eid}[aria-current=location] .pin[aria-pressed=true]') && root.querySelectorAll('#{eid} [part~=text]').length === 2"),
        )
        .await?;
    wait_for_count(t, 7).await
}
