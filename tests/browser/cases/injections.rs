//! Markup and scripts in everything that the widget takes from others stay text.
//!
//! The payloads, the places and the checks are in `injections.js`, which tries them in the page. A third
//! of the payloads is tried each day, all of them with `BROWSER_TESTS=all`.

use serde_json::{Value, json};

use super::{DIST, listening, wait_for_all_files, wait_for_widget};
use crate::runner::{Result, Test};
use crate::selection::{today, wants_everything};
use crate::site::Site;

cases! {
    chromium: [
        nothing_from_others_becomes_markup,
    ],
}

async fn nothing_from_others_becomes_markup(t: &mut Test) -> Result {
    // Without a policy, which would keep a payload from running.
    let site = Site::builder().folder(DIST.clone());
    let body = "<clause-explorer lang='en' loading='eager'></clause-explorer>";
    let site = t.site(listening(site, body, include_str!("../injections.js")));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    wait_for_all_files(t).await?;
    let payloads: u64 = t.page.js("return payloads;", json!([])).await?;
    let mut count = 0;
    for nth in (0..payloads).filter(|nth| is_due(*nth)) {
        let script = "const plan = (window.plan ??= await (await fetch('plan.json')).json());
            return await tryPayload(arguments[0], plan);";
        let (tries, faults): (u32, Vec<String>) = t.page.js_async(script, json!([nth])).await?;
        assert!(faults.is_empty(), "payload {nth}: {faults:#?}");
        count += tries;
    }
    println!("injections: {count} tries");
    assert!(count > 300, "{count} tries");
    // Addresses that lead nowhere.
    t.expect_console(&["Failed to load", "Fetch API cannot load"]);
    let planted: Value = t.page.js("return plantFaults();", json!([])).await?;
    assert_eq!(
        planted,
        json!(["<img>", "onload=\"\"", "a link to javascript:0"])
    );
    Ok(())
}

/// Reports whether a payload is tried today.
fn is_due(nth: u64) -> bool {
    wants_everything() || (nth + today()).is_multiple_of(3)
}
