//! Opening a clause, and stepping to others.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::steps::{events_of, focus, open, press, wait_for_focus, wait_for_view};
use super::{ELEMENT, eids, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        clause_opens_without_scrolling,
        steps_go_through_the_matches,
        related_clause_opens,
    ],
    anywhere: [
        opening_a_hidden_clause_drops_the_filters,
    ],
}

async fn clause_opens_without_scrolling(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let eid = "art_2__sec_4__para_5";
    let button = format!("#{eid} .open");
    let place = format!(
        "return [$('[part~=list]').scrollTop, $('{button}').getBoundingClientRect().top, document.documentElement.scrollHeight].map(Math.round);"
    );
    // A place in the middle of the list, before anything is opened; and the height of the page, which stays too.
    focus(t, &button).await?;
    t.page
        .wait_until(
            "the clause is not at the top",
            "$('[part~=list]').scrollTop > 0",
        )
        .await?;
    let before: [i64; 3] = t.page.js(&place, json!([])).await?;
    let state = format!(
        "const button = $('{button}'); return [button.getAttribute('aria-expanded'), button.textContent, Boolean($('#{eid} .steps')), Boolean($('#{eid} .cite'))];"
    );
    assert_eq!(
        t.page.js::<Value>(&state, json!([])).await?,
        json!(["false", "Open", false, false])
    );
    press(t, &button).await?;
    wait_for_view(t, &format!("clause={eid}")).await?;
    wait_for_focus(t, &button).await?;
    assert_eq!(
        t.page.js::<Value>(&state, json!([])).await?,
        json!(["true", "Close", true, true])
    );
    assert_eq!(t.page.js::<[i64; 3]>(&place, json!([])).await?, before);
    assert_eq!(events_of(t, "ce-select").await?, [json!({ "eid": eid })]);
    t.page.keys(Key::Enter + "").await?;
    wait_for_view(t, "").await?;
    wait_for_focus(t, &button).await?;
    assert_eq!(
        t.page.js::<Value>(&state, json!([])).await?,
        json!(["false", "Open", false, false])
    );
    assert_eq!(t.page.js::<[i64; 3]>(&place, json!([])).await?, before);
    assert_eq!(
        events_of(t, "ce-select").await?.len(),
        1,
        "closing selects nothing"
    );
    let views = events_of(t, "ce-change").await?.into_iter();
    let views: Vec<Value> = views.map(|change| change["viewString"].clone()).collect();
    assert_eq!(views, [json!(format!("clause={eid}")), json!("")]);
    Ok(())
}

async fn steps_go_through_the_matches(t: &mut Test) -> Result {
    open(t, "lang='en' view='sector=tourism'", "").await?;
    wait_for_count(t, 3).await?;
    let eids = eids(t).await?;
    press(t, &format!("#{} .open", eids[0])).await?;
    let steps =
        "return [...root.querySelectorAll('.steps button')].map((button) => button.disabled);";
    let at = async |t: &Test, nth: usize| -> Result<[bool; 2]> {
        let eid = &eids[nth];
        wait_for_view(t, &format!("sector=tourism&clause={eid}")).await?;
        let shown = format!(
            "root.querySelectorAll('.steps').length === 1 && $('#{eid} .steps span:only-of-type, #{eid} .steps button + span').textContent === '{} of 3'",
            nth + 1
        );
        t.page
            .wait_until("the position in the result is shown", &shown)
            .await?;
        Ok(t.page.js(steps, json!([])).await?)
    };
    assert_eq!(at(t, 0).await?, [true, false]);
    let next = ".steps button:last-of-type";
    let previous = ".steps button:first-of-type";
    for nth in [1, 2] {
        press(t, next).await?;
        wait_for_focus(t, &format!("#{}", eids[nth])).await?;
        assert_eq!(at(t, nth).await?, [false, nth == 2]);
    }
    press(t, previous).await?;
    wait_for_focus(t, &format!("#{}", eids[1])).await?;
    assert_eq!(at(t, 1).await?, [false, false]);
    let selected: Vec<Value> = [0, 1, 2, 1].map(|nth| json!({ "eid": eids[nth] })).into();
    assert_eq!(events_of(t, "ce-select").await?, selected);
    wait_for_count(t, 3).await
}

async fn related_clause_opens(t: &mut Test) -> Result {
    open(
        t,
        "lang='en' view='sector=energy-resources&clause=art_2__sec_7__para_2'",
        "",
    )
    .await?;
    wait_for_count(t, 7).await?;
    let script =
        "return [...root.querySelectorAll('.more li button')].map((button) => button.textContent);";
    let related: Vec<String> = t.page.js(script, json!([])).await?;
    assert!(!related.is_empty());
    press(t, ".more li button").await?;
    t.page
        .wait_until(
            "the related clause is open and has the focus",
            "root.activeElement.matches('article[aria-current=location]:not(#art_2__sec_7__para_2)')",
        )
        .await?;
    let [eid, number, text]: [String; 3] = t
        .page
        .js(
            "const clause = $('[aria-current=location]'); return [clause.id, clause.querySelector('.number').textContent, clause.querySelector('[part~=text]').textContent];",
            json!([]),
        )
        .await?;
    let beginning = related[0].trim_end_matches('…');
    assert!(
        format!("{number} {text}").starts_with(beginning),
        "{beginning} leads to {number} {text}"
    );
    let view: String = t
        .page
        .js(&format!("{ELEMENT} return element.view;"), json!([]))
        .await?;
    assert!(view.ends_with(&format!("clause={eid}")), "{view}");
    Ok(())
}

async fn opening_a_hidden_clause_drops_the_filters(t: &mut Test) -> Result {
    let eid = "art_1__para_1";
    let told_so = json!([format!("clause={eid}"), 63]);
    let summary = |change: &Value| json!([change["viewString"], change["count"]]);
    open(
        t,
        &format!("lang='en' view='sector=tourism&clause={eid}'"),
        "",
    )
    .await?;
    wait_for_count(t, 63).await?;
    wait_for_view(t, &format!("clause={eid}")).await?;
    let changes = events_of(t, "ce-change").await?;
    assert_eq!(
        changes.iter().map(summary).collect::<Vec<_>>(),
        std::slice::from_ref(&told_so)
    );

    open(t, "lang='en' view='sector=tourism'", "").await?;
    wait_for_count(t, 3).await?;
    assert_eq!(events_of(t, "ce-change").await?, [] as [Value; 0]);
    let go = format!("{ELEMENT} return element.goTo(arguments[0]);");
    assert!(t.page.js_async::<bool>(&go, json!([eid])).await?);
    wait_for_count(t, 63).await?;
    wait_for_view(t, &format!("clause={eid}")).await?;
    let changes = events_of(t, "ce-change").await?;
    assert_eq!(changes.iter().map(summary).collect::<Vec<_>>(), [told_so]);
    Ok(())
}
