//! Events.

use serde_json::{Value, json};

use super::steps::set;
use super::{built, listening, open_page, search, wait_for_count, wait_for_widget};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        events_report_changes,
        events_bubble_with_plain_details,
    ],
    anywhere: [
        unknown_parts_of_a_view_are_reported,
        ignored_parts_of_a_view_are_shown_to_the_reader,
    ],
}

async fn events_report_changes(t: &mut Test) -> Result {
    let listen = "for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
        addEventListener(type, (event) => (window.events ??= []).push([type, event.detail]));
    }";
    let site = t.site(listening(
        built(),
        "<clause-explorer layout=panel></clause-explorer>",
        listen,
    ));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    t.page.click("[value=agriculture-food]").await?;
    wait_for_count(t, 8).await?;
    search(t, "论坛").await?;
    wait_for_count(t, 1).await?;
    t.page.click("#art_2__sec_3__para_8 a").await?;
    t.page
        .wait_until(
            "`ce-select` has fired",
            "events.some(([type]) => type === 'ce-select')",
        )
        .await?;
    let events: Vec<(String, Value)> = t.page.js("return events;", json!([])).await?;
    let names: Vec<&str> = events.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..2], ["ce-ready", "ce-change"]);
    let plan = &events[0].1["plan"];
    assert_eq!(
        (&plan["id"], &plan["clauseCount"]),
        (&json!("china-celac-2022-2024"), &json!(63))
    );
    assert_eq!(plan["facets"][0]["values"][7]["count"], 7);
    assert_eq!(
        plan["languages"][0],
        json!({ "tag": "zh", "html": "zh-Hans", "name": "中文", "status": "authoritative" })
    );
    assert_eq!(
        events[1].1,
        json!({ "view": { "q": "", "lang": null, "compare": null, "clause": null, "filters": { "sector": ["agriculture-food"] } }, "viewString": "sector=agriculture-food", "count": 8 })
    );
    let last_change = events
        .iter()
        .rfind(|(name, _)| name == "ce-change")
        .map(|(_, detail)| detail["viewString"].clone());
    assert_eq!(
        last_change,
        Some(json!(
            "sector=agriculture-food&q=论坛&clause=art_2__sec_3__para_8"
        ))
    );
    let selected = events
        .iter()
        .find(|(name, _)| name == "ce-select")
        .map(|(_, detail)| detail.clone());
    assert_eq!(selected, Some(json!({ "eid": "art_2__sec_3__para_8" })));
    // Nothing changes, so no event fires.
    let () = t.page.js("document.querySelector('clause-explorer').setAttribute('view', events.findLast(([type]) => type === 'ce-change')[1].viewString);", json!([])).await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').lang = 'zh';",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "the labels are Chinese",
            "$('legend').textContent === '领域'",
        )
        .await?;
    let changes = |events: &[(String, Value)]| {
        events
            .iter()
            .filter(|(name, _)| name == "ce-change")
            .count()
    };
    let events_now: Vec<(String, Value)> = t.page.js("return events;", json!([])).await?;
    assert_eq!(changes(&events_now), changes(&events));
    let ready: String = t.page.js_async("const element = document.querySelector('clause-explorer'); return (await element.ready).plan.id;", json!([])).await?;
    assert_eq!(ready, "china-celac-2022-2024");
    Ok(())
}

async fn unknown_parts_of_a_view_are_reported(t: &mut Test) -> Result {
    let listen =
        "addEventListener('ce-error', (event) => (window.errors ??= []).push(event.detail));";
    let site = t.site(listening(built(), "<clause-explorer layout=panel view='sektor=x&amp;sector=y&amp;clause=z&amp;q=&lt;b&gt;'></clause-explorer>", listen));
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until(
            "three errors have been reported",
            "window.errors?.length === 3",
        )
        .await?;
    let errors: Vec<Value> = t.page.js("return errors;", json!([])).await?;
    assert_eq!(errors[0]["code"], "view");
    assert_eq!(
        errors[0]["message"],
        "expected a facet of this plan (sector, action, topic, party, means, stance, time, condition, novelty, body) or one of q, lang, compare, clause, pin, only; found “sektor”"
    );
    assert_eq!(
        errors[1]["message"],
        "expected a value of the facet “sector”, found “y”"
    );
    t.page
        .wait_until(
            "the known part of the view is applied, as text",
            "$('.empty').textContent.includes('“<b>”') && !$('b')",
        )
        .await?;
    Ok(())
}

async fn events_bubble_with_plain_details(t: &mut Test) -> Result {
    let listen = "window.seen = {};
        for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
            addEventListener(type, (event) => (seen[type] = [event.target.localName, event.bubbles, event.composed, JSON.stringify(structuredClone(event.detail)) === JSON.stringify(event.detail)]));
        }";
    // The element is inside a shadow tree, which only composed events leave.
    let body = "<div><template shadowrootmode='open'><clause-explorer layout=panel view='clause=art_1__para_1&amp;x=y'></clause-explorer></template></div>";
    let site = t.site(listening(built(), body, listen));
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until(
            "three events have fired",
            "seen['ce-ready'] && seen['ce-error'] && seen['ce-select']",
        )
        .await?;
    let () = t.page.js("document.querySelector('div').shadowRoot.querySelector('clause-explorer').view = 'q=a';", json!([])).await?;
    t.page
        .wait_until("all events have fired", "seen['ce-change']")
        .await?;
    let seen: Value = t.page.js("return Object.values(seen);", json!([])).await?;
    assert_eq!(seen, json!(vec![json!(["div", true, true, true]); 4]));
    Ok(())
}

async fn ignored_parts_of_a_view_are_shown_to_the_reader(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel view='sektor=x&amp;sector=y&amp;clause=z'></clause-explorer>",
    )
    .await?;
    t.page
        .wait_until(
            "the note lists the ignored parts",
            "$('.note')?.textContent === 'Ignored (not in this plan): sector=y, z'",
        )
        .await?;
    set(t, "view", "q=核能").await?;
    wait_for_count(t, 2).await?;
    t.page
        .wait_until("the note has disappeared", "!$('.note')")
        .await?;
    Ok(())
}
