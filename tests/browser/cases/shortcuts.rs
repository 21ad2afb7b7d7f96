//! Keys that the widget and the host's page could both act on.

use serde_json::json;
use thirtyfour::Key;

use super::steps::{focus, press, wait_for_focus};
use super::{DIST, SEARCH, listening, wait_for_widget};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        typing_in_our_fields_triggers_no_shortcut_of_the_page,
        escape_closes_a_panel_before_the_dialog_of_the_page,
    ],
}

/// Records the keys that a page's own shortcuts would see.
const KEYS: &str = "window.keys = [];
    for (const type of ['keydown', 'keypress', 'keyup']) {
        document.addEventListener(type, ({ key }) => keys.push(`${type} ${key}`));
    }
    addEventListener('DOMContentLoaded', () => document.querySelector('dialog')?.showModal());";

async fn open(t: &mut Test, body: &str) -> Result {
    let site = Site::builder().folder(DIST.clone());
    let site = t.site(listening(site, body, KEYS));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await
}

const NONE: [&str; 0] = [];

async fn keys(t: &Test) -> Result<Vec<String>> {
    Ok(t.page.js("return keys.splice(0);", json!([])).await?)
}

async fn typing_in_our_fields_triggers_no_shortcut_of_the_page(t: &mut Test) -> Result {
    let element = "<clause-explorer lang='en' loading='eager'></clause-explorer>";
    open(t, &format!("<input id='site-search'>{element}")).await?;
    focus(t, SEARCH).await?;
    t.page.keys("a/b j").await?;
    t.page.keys(Key::Backspace + "").await?;
    t.page
        .wait_until("all is typed", &format!("$('{SEARCH}').value === 'a/b '"))
        .await?;
    assert_eq!(keys(t).await?, NONE);
    press(t, "[aria-controls=ce-quote]").await?;
    wait_for_focus(t, "#ce-quote h3").await?;
    keys(t).await?;
    for field in ["#ce-quoted", ".compare select"] {
        focus(t, field).await?;
        t.page.keys("j").await?;
        assert_eq!(keys(t).await?, NONE, "{field}");
    }
    // The keys of a closed panel are ours too; those of no use to us are the page's.
    focus(t, "#ce-quoted").await?;
    t.page.keys(Key::Escape + "").await?;
    wait_for_focus(t, "[aria-controls=ce-quote]").await?;
    assert_eq!(keys(t).await?, NONE, "the page saw the Escape");
    focus(t, SEARCH).await?;
    t.page.keys(Key::Escape + "").await?;
    // WebKit adds a keypress.
    let mut seen = keys(t).await?;
    seen.retain(|key| !key.starts_with("keypress"));
    assert_eq!(seen, ["keydown Escape", "keyup Escape"]);
    t.page.keys(Key::Control + "k").await?;
    assert!(
        keys(t).await?.contains(&"keydown k".to_owned()),
        "the page did not see Ctrl and K"
    );
    t.page.click(".open-facets").await?;
    focus(t, "[name=sector]").await?;
    t.page.keys("j").await?;
    assert!(
        keys(t).await?.contains(&"keydown j".to_owned()),
        "the page did not see a key outside of our fields"
    );
    Ok(())
}

async fn escape_closes_a_panel_before_the_dialog_of_the_page(t: &mut Test) -> Result {
    let element = "<clause-explorer lang='en' loading='eager'></clause-explorer>";
    open(t, &format!("<dialog>{element}</dialog>")).await?;
    press(t, ".open-menu").await?;
    for inside in [
        "#ce-export h3",
        "#ce-export select",
        "#ce-export button",
        "[aria-controls=ce-export]",
    ] {
        press(t, "[aria-controls=ce-export]").await?;
        wait_for_focus(t, "#ce-export h3").await?;
        focus(t, inside).await?;
        t.page.keys(Key::Escape + "").await?;
        t.page
            .wait_until("the panel is closed", "!$('#ce-export h3')")
            .await?;
        wait_for_focus(t, "[aria-controls=ce-export]").await?;
        let is_open: bool = t
            .page
            .js("return document.querySelector('dialog').open;", json!([]))
            .await?;
        assert!(is_open, "{inside}");
    }
    t.page.keys(Key::Escape + "").await?;
    t.page
        .wait_until(
            "the dialog is closed",
            "!document.querySelector('dialog').open",
        )
        .await?;
    Ok(())
}
