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
        an_empty_result_offers_to_list_more_than_the_pins,
        headings_are_repeated_where_pins_leave_the_plans_order,
        only_pins_is_in_the_address_and_the_history,
        search_and_filters_narrow_inside_the_pins,
        view_sets_pins,
    ],
}

/// Two clauses to pin, not in the plan's order. Neither is about tourism.
const PINNED: [&str; 2] = ["art_2__sec_7__para_2", "art_1__para_2"];

/// The button that lists only the pinned clauses.
const ONLY: &str = ".pins [aria-pressed]";

fn pins() -> String {
    PINNED.map(|eid| format!("pin={eid}")).join("&")
}

async fn pins_are_collected_and_listed(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    for eid in PINNED {
        press(t, &format!("#{eid} .pin")).await?;
        wait_for_focus(t, &format!("#{eid} .pin[aria-pressed=true]")).await?;
    }
    wait_for_view(t, &pins()).await?;
    press(t, ONLY).await?;
    wait_for_count(t, 2).await?;
    wait_for_focus(t, ".pins [aria-pressed=true]").await?;
    assert_eq!(eids(t).await?, PINNED);
    let only = format!("{}&only=pins", pins());
    wait_for_view(t, &only).await?;
    let changes = events_of(t, "ce-change").await?;
    let change = changes.last().expect("a change");
    assert_eq!(change["viewString"], only);
    assert_eq!(change["view"]["only"], "pins");
    assert_eq!(change["count"], 2);
    let status = "return $('[part~=status]').textContent;";
    assert_eq!(
        t.page.js::<String>(status, json!([])).await?,
        "2 of 63 clauses"
    );
    press(t, ".pins .clear-all").await?;
    t.page.wait_until("no pin is left", "!$('.pins')").await?;
    wait_for_focus(t, "[part~=list]").await?;
    wait_for_count(t, 63).await?;
    wait_for_view(t, "").await
}

async fn search_and_filters_narrow_inside_the_pins(t: &mut Test) -> Result {
    let view = format!("sector=energy-resources&{}&only=pins", pins());
    open(t, &format!("lang='en' view='{view}'"), "").await?;
    wait_for_count(t, 1).await?;
    assert_eq!(eids(t).await?, PINNED[..1]);
    assert_eq!(
        chips(t).await?,
        ["2 pinned clauses ×", "Energy and resources ×"]
    );
    // The counts agree with the list, and so do the answers to the host.
    let counts: (String, Vec<usize>) = t
        .page
        .js(
            &format!(
                "{ELEMENT} const view = {{ pin: arguments[0], only: 'pins', filters: {{ sector: ['energy-resources'] }} }};
                return [$('[part~=option]:has([value=energy-resources]) [part~=count]').textContent,
                    [element.clauses(view).length, element.counts(view).sector['energy-resources'], element.counts(element.view).sector['political-security']]];"
            ),
            json!([PINNED]),
        )
        .await?;
    assert_eq!(counts, ("1".to_owned(), vec![1, 1, 1]));
    search(t, "旅游").await?;
    t.page
        .wait_until("nothing matches", "$('.empty .lead')")
        .await?;
    // Each criterion can be dropped, the restriction to the pins too.
    search(t, "合作").await?;
    press(t, ".chip").await?;
    wait_for_focus(t, "[part~=list]").await?;
    wait_for_view(t, &format!("sector=energy-resources&q=合作&{}", pins())).await?;
    wait_for_count(t, 7).await?;
    // The pins that the view hides are listed all the same.
    press(t, ONLY).await?;
    wait_for_count(t, 2).await?;
    wait_for_view(t, &format!("{}&only=pins", pins())).await?;
    // A link to any other clause leads there.
    let () = t
        .page
        .js(
            &format!("{ELEMENT} element.goTo('art_3__para_1');"),
            json!([]),
        )
        .await?;
    wait_for_count(t, 63).await?;
    wait_for_view(t, &format!("clause=art_3__para_1&{}", pins())).await
}

async fn an_empty_result_offers_to_list_more_than_the_pins(t: &mut Test) -> Result {
    let view = format!("sector=tourism&{}&only=pins", pins());
    open(t, &format!("lang='en' view='{view}'"), "").await?;
    wait_for_count(t, 0).await?;
    let offers =
        "return [...root.querySelectorAll('.empty button')].map((one) => one.textContent);";
    let offers: Vec<String> = t.page.js(offers, json!([])).await?;
    assert_eq!(
        offers,
        [
            "Without Tourism: 2 clauses",
            "Without 2 pinned clauses: 3 clauses",
            "Show all 63 clauses"
        ]
    );
    press(t, ".empty li:nth-child(2) button").await?;
    wait_for_count(t, 3).await?;
    wait_for_view(t, &format!("sector=tourism&{}", pins())).await
}

async fn only_pins_is_in_the_address_and_the_history(t: &mut Test) -> Result {
    let site = open(t, "lang='en' sync='query'", &format!("?{}&x=1", pins())).await?;
    press(t, ONLY).await?;
    wait_for_count(t, 2).await?;
    let is_written = format!("location.search === '?x=1&{}&only=pins'", pins());
    t.page.wait_until("the address has it", &is_written).await?;
    let () = t.page.js("history.back();", json!([])).await?;
    wait_for_count(t, 63).await?;
    wait_for_view(t, &pins()).await?;
    let shared = format!("/test.html?only=pins&{}", pins());
    t.page.open(&site.url(&shared)).await?;
    super::wait_for_widget(t).await?;
    wait_for_count(t, 2).await?;
    assert_eq!(eids(t).await?, PINNED);
    Ok(())
}

async fn headings_are_repeated_where_pins_leave_the_plans_order(t: &mut Test) -> Result {
    let pins = [
        "art_2__sec_7__para_2",
        "art_1__para_2",
        "art_2__sec_7__para_3",
        "art_2__sec_6__para_1",
    ];
    let view = pins.map(|eid| format!("pin={eid}")).join("&");
    open(t, &format!("lang='en' view='{view}&amp;only=pins'"), "").await?;
    wait_for_count(t, 4).await?;
    let rows = "return [...root.querySelectorAll('[part~=division],article')].map((row) => row.id || `(${row.textContent})`);";
    let rows: Vec<String> = t.page.js(rows, json!([])).await?;
    let [energy, politics, energy_again, industry] = pins;
    let repeated = |row: &String| row.starts_with('(');
    assert_eq!(
        rows.iter().filter(|row| repeated(row)).count(),
        2,
        "{rows:?}"
    );
    let rows: Vec<&str> = rows
        .iter()
        .filter(|row| !repeated(row))
        .map(|row| &**row)
        .collect();
    assert_eq!(
        rows,
        [
            "art_2",
            "art_2__sec_7",
            energy,
            "art_1",
            politics,
            energy_again,
            "art_2__sec_6",
            industry
        ]
    );
    Ok(())
}

async fn chips(t: &Test) -> Result<Vec<String>> {
    let chips = "return [...root.querySelectorAll('.chip')].map((chip) => chip.textContent);";
    Ok(t.page.js(chips, json!([])).await?)
}

async fn unpinning_a_listed_pin_moves_the_focus_to_its_neighbour(t: &mut Test) -> Result {
    let three = ["art_1__para_2", "art_3__para_1", "art_2__sec_7__para_2"];
    let pins = three.map(|eid| format!("pin={eid}")).join("&amp;");
    open(t, &format!("lang='en' view='{pins}'"), "").await?;
    press(t, ONLY).await?;
    wait_for_count(t, 3).await?;
    assert_eq!(eids(t).await?, three);
    for (unpinned, focused) in [(1, 2), (2, 0)] {
        press(t, &format!("#{} .pin", three[unpinned])).await?;
        wait_for_focus(t, &format!("#{}", three[focused])).await?;
    }
    wait_for_count(t, 1).await?;
    // The last one ends the restriction: the clause stays where it is in the plan, and so does the focus.
    press(t, &format!("#{} .pin", three[0])).await?;
    wait_for_count(t, 63).await?;
    wait_for_focus(t, &format!("#{} .pin[aria-pressed=false]", three[0])).await?;
    wait_for_view(t, "").await
}

async fn view_sets_pins(t: &mut Test) -> Result {
    let attribute = format!("lang='en' view='{}'", pins());
    open(t, &attribute, "").await?;
    let pressed = |eids: &[&str]| {
        format!(
            "String([...root.querySelectorAll('article:has(.pin[aria-pressed=true])')].map((clause) => clause.id).sort()) === String({}.sort())",
            json!(eids)
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
            json!([{ "pin": ["art_3__para_1", PINNED[0], PINNED[1]] }]),
        )
        .await?;
    let three = ["art_3__para_1", PINNED[0], PINNED[1]];
    t.page
        .wait_until("all three are pinned", &pressed(&three))
        .await?;
    let in_order = three.map(|eid| format!("pin={eid}")).join("&");
    wait_for_view(t, &in_order).await?;
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
