//! Pinned clauses.

use serde_json::{Value, json};

use super::steps::{events_of, open, press, wait_for_focus, wait_for_view};
use super::{ELEMENT, eids, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        pins_are_collected_and_listed,
        unpinning_a_listed_pin_moves_the_focus_to_its_neighbour,
    ],
    anywhere: [
        view_sets_pins,
    ],
}

/// Two clauses to pin, in the plan's order. Neither is about tourism.
const PINNED: [&str; 2] = ["art_1__para_2", "art_2__sec_7__para_2"];

fn pins() -> String {
    PINNED.map(|eid| format!("pin={eid}")).join("&")
}

async fn pins_are_collected_and_listed(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    for eid in [PINNED[1], PINNED[0]] {
        press(t, &format!("#{eid} .pin")).await?;
        wait_for_focus(t, &format!("#{eid} .pin[aria-pressed=true]")).await?;
    }
    wait_for_view(t, &pins()).await?;
    t.page.click("[name=sector][value=tourism]").await?;
    wait_for_count(t, 3).await?;
    let view = format!("sector=tourism&{}", pins());
    wait_for_view(t, &view).await?;
    let only = ".pins [aria-pressed]";
    press(t, only).await?;
    wait_for_count(t, 2).await?;
    assert_eq!(eids(t).await?, PINNED);
    wait_for_focus(t, ".pins [aria-pressed=true]").await?;
    let status = "return $('[part~=status]').textContent;";
    assert_eq!(
        t.page.js::<String>(status, json!([])).await?,
        "2 of 63 clauses"
    );
    wait_for_view(t, &view).await?;
    search(t, "旅游").await?;
    t.page
        .wait_until(
            "the search shows all its matches",
            "$('.pins [aria-pressed=false]') && $('mark') && root.querySelectorAll('article').length === 3",
        )
        .await?;
    press(t, only).await?;
    wait_for_count(t, 2).await?;
    press(t, ".pins .clear-all").await?;
    t.page.wait_until("no pin is left", "!$('.pins')").await?;
    wait_for_focus(t, "[part~=list]").await?;
    wait_for_count(t, 3).await?;
    wait_for_view(t, "sector=tourism&q=旅游").await
}

async fn unpinning_a_listed_pin_moves_the_focus_to_its_neighbour(t: &mut Test) -> Result {
    let three = ["art_1__para_2", "art_2__sec_7__para_2", "art_3__para_1"];
    let pins = three.map(|eid| format!("pin={eid}")).join("&");
    let attributes = format!("lang='en' view='sector=tourism&amp;{pins}'");
    open(t, &attributes.replace("&pin", "&amp;pin"), "").await?;
    press(t, ".pins [aria-pressed]").await?;
    wait_for_count(t, 3).await?;
    assert_eq!(eids(t).await?, three);
    for (unpinned, focused) in [(1, 2), (2, 0)] {
        press(t, &format!("#{} .pin", three[unpinned])).await?;
        wait_for_focus(t, &format!("#{}", three[focused])).await?;
    }
    wait_for_count(t, 1).await?;
    // The last one ends the list of the pins.
    press(t, &format!("#{} .pin", three[0])).await?;
    wait_for_focus(t, "[part~=list]").await?;
    wait_for_view(t, "sector=tourism").await
}

async fn view_sets_pins(t: &mut Test) -> Result {
    let attribute = format!("lang='en' view='pin={}&pin={}'", PINNED[1], PINNED[0]);
    open(t, &attribute, "").await?;
    let pressed = |eids: &[&str]| {
        format!(
            "[...root.querySelectorAll('article:has(.pin[aria-pressed=true])')].map((clause) => clause.id).join() === '{}'",
            eids.join(",")
        )
    };
    t.page
        .wait_until("both are pinned", &pressed(&PINNED))
        .await?;
    wait_for_view(t, &pins()).await?;
    wait_for_count(t, 63).await?;
    let set = format!("{ELEMENT} element.view = arguments[0];");
    let () = t
        .page
        .js(
            &set,
            json!([{ "pin": ["art_3__para_1", PINNED[1], PINNED[0]] }]),
        )
        .await?;
    let three = [PINNED[0], PINNED[1], "art_3__para_1"];
    t.page
        .wait_until("all three are pinned", &pressed(&three))
        .await?;
    assert_eq!(events_of(t, "ce-error").await?, [] as [Value; 0]);
    let () = t
        .page
        .js(&set, json!([{ "pin": ["art_9__para_9", PINNED[0]] }]))
        .await?;
    t.page
        .wait_until("the known clause is pinned", &pressed(&PINNED[..1]))
        .await?;
    wait_for_view(t, &format!("pin={}", PINNED[0])).await?;
    let errors = events_of(t, "ce-error").await?;
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0]["code"], "view");
    let message = errors[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains("art_9__para_9"), "{message}");
    t.page
        .wait_until(
            "the reader sees the reason",
            "$('.note').textContent.includes('art_9__para_9')",
        )
        .await
        .map_err(Into::into)
}
