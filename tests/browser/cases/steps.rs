//! Steps that several modules share: keys and presses of a reader, attributes and events of a host.

use std::sync::Arc;

use serde_json::{Value, json};
use thirtyfour::Key;

use super::{ELEMENT, built, listening, wait_for_ready, wait_for_widget};
use crate::runner::{Result, Test};
use crate::site::Site;

/// Opens a page with one element at an address that ends in `rest`, and records the events.
pub(super) async fn open(t: &mut Test, attributes: &str, rest: &str) -> Result<Arc<Site>> {
    let body = format!("<clause-explorer layout=panel {attributes}></clause-explorer>");
    let site = t.site(listening(built(), &body, LISTEN));
    t.page.open(&site.url(&format!("/test.html{rest}"))).await?;
    wait_for_widget(t).await?;
    wait_for_ready(t).await?;
    Ok(site)
}

/// Returns the details of all events of a type so far.
pub(super) async fn events_of(t: &Test, event: &str) -> Result<Vec<Value>> {
    let script =
        "return events.filter(([type]) => type === arguments[0]).map(([, detail]) => detail);";
    Ok(t.page.js(script, json!([event])).await?)
}

pub(super) async fn wait_for_view(t: &Test, view: &str) -> Result {
    let is_shown = format!(
        "document.querySelector('clause-explorer').view === {}",
        json!(view)
    );
    Ok(t.page
        .wait_until(&format!("the view is “{view}”"), &is_shown)
        .await?)
}

pub(super) async fn wait_for_focus(t: &Test, css: &str) -> Result {
    let is_there = format!("root.activeElement.matches({})", json!(css));
    Ok(t.page
        .wait_until(&format!("`{css}` has the focus"), &is_there)
        .await?)
}

pub(super) async fn focus(t: &Test, css: &str) -> Result {
    let () = t.page.js("$(arguments[0]).focus();", json!([css])).await?;
    Ok(())
}

/// Focuses a button and presses it by key, so that the driver does not scroll.
pub(super) async fn press(t: &Test, css: &str) -> Result {
    focus(t, css).await?;
    wait_for_focus(t, css).await?;
    Ok(t.page.keys(Key::Enter + "").await?)
}

/// Selects the nth form in a panel or an open clause.
pub(super) async fn select(t: &Test, css: &str, nth: usize) -> Result {
    let script = "const select = $(arguments[0]);
        select.selectedIndex = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    let () = t.page.js(script, json!([css, nth])).await?;
    Ok(())
}

/// Records all events from the first moment.
pub(super) const LISTEN: &str = "window.events = [];
    for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
        addEventListener(type, (event) => events.push([type, event.detail]));
    }";

/// Opens a page with these elements and files, and records all events.
pub(super) async fn open_listening(t: &mut Test, body: &str, files: &[(&str, &str)]) -> Result {
    let mut site = listening(built(), body, LISTEN);
    for (path, text) in files {
        site = site.page(path, *text);
    }
    let site = t.site(site);
    Ok(t.page.open(&site.url("/test.html")).await?)
}

pub(super) async fn set(t: &Test, name: &str, value: &str) -> Result {
    let script = format!("{ELEMENT} element.setAttribute(...arguments);");
    let () = t.page.js(&script, json!([name, value])).await?;
    Ok(())
}

pub(super) async fn errors(t: &Test) -> Result<Vec<[String; 2]>> {
    let script = "return events.filter(([type]) => type === 'ce-error').map(([, { code, message }]) => [code, message]);";
    Ok(t.page.js(script, json!([])).await?)
}
