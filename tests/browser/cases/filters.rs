//! Filtering by facets, and removing filters.

use serde_json::json;

use super::{eids, open_page, open_showcase, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        sectors_show_their_counts,
        sector_and_query_narrow_each_other,
        values_of_a_facet_are_alternatives,
        every_facet_filters,
    ],
    everywhere: [
        changes_that_leave_the_same_count_are_announced,
        chips_and_clear_buttons_remove_filters,
        later_facets_are_closed_at_first,
    ],
}

/// Returns the counts beside the sectors.
async fn counts(t: &Test) -> Result<Vec<usize>> {
    let script = "return [...root.querySelectorAll('[name=sector] ~ [part~=count]')].map((count) => Number(count.textContent));";
    Ok(t.page.js(script, json!([])).await?)
}

async fn sectors_show_their_counts(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    assert_eq!(counts(t).await?, [9, 6, 3, 8, 5, 4, 6, 7, 3, 3, 3, 5, 1]);
    let script = "return [...root.querySelectorAll('input[type=checkbox][name=sector]')].map((box) => box.value);";
    let values: Vec<String> = t.page.js(script, json!([])).await?;
    let expected = "political-security trade-investment finance agriculture-food science-technology industry-ict \
         aerospace energy-resources tourism customs-taxation quality-infrastructure infrastructure public-health";
    assert_eq!(values.join(" "), expected);
    Ok(())
}

async fn sector_and_query_narrow_each_other(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    assert_eq!(
        counts(t).await?,
        [3, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 3, 0],
        "the counts follow the query"
    );
    t.page.click("[value=agriculture-food]").await?;
    wait_for_count(t, 1).await?;
    assert_eq!(eids(t).await?, ["art_2__sec_3__para_8"]);
    assert_eq!(
        counts(t).await?,
        [3, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 3, 0],
        "a facet does not narrow its own counts"
    );
    Ok(())
}

async fn values_of_a_facet_are_alternatives(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 3).await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 6).await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 3).await?;
    Ok(())
}

async fn chips_and_clear_buttons_remove_filters(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click("[value=finance]").await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 6).await?;
    t.page.click(".chip").await?;
    wait_for_count(t, 3).await?;
    let script =
        "return [...root.querySelectorAll('[name=sector]:checked')].map((box) => box.value);";
    assert_eq!(
        t.page.js::<Vec<String>>(script, json!([])).await?,
        ["tourism"]
    );
    t.page.click("fieldset button").await?;
    wait_for_count(t, 63).await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    t.page.click(".search .clear").await?;
    wait_for_count(t, 63).await?;
    let is_ready = "root.activeElement === $('[part~=search]') && root.activeElement.value === ''";
    t.page
        .wait_until("the field is empty and has the focus", is_ready)
        .await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    t.page.click("[value=energy-resources]").await?;
    wait_for_count(t, 1).await?;
    t.page.click(".clear-all").await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until("the field is empty", "$('[part~=search]').value === ''")
        .await?;
    Ok(())
}

async fn every_facet_filters(t: &mut Test) -> Result {
    for (view, expected) in [
        ("condition=voluntary", &["art_1__para_8"][..]),
        (
            "action=explore&body=private-sector-forum",
            &["art_3__para_4"],
        ),
        ("party=celac", &["art_3__para_1"]),
        ("time=soon&novelty=new", &["art_1__para_9", "art_3__para_3"]),
        // Links to an earlier edition.
        (
            "action=fund&sector=agriculture-food",
            &["art_2__sec_3__para_4"],
        ),
        (
            "topic=nuclear&sector=energy-resources",
            &["art_2__sec_7__para_2"],
        ),
    ] {
        let body = format!(
            "<clause-explorer view='{}'></clause-explorer>",
            view.replace('&', "&amp;")
        );
        open_page(t, &body).await?;
        wait_for_count(t, expected.len()).await?;
        assert_eq!(eids(t).await?, expected, "{view}");
    }
    let checked = "return [...root.querySelectorAll('input[type=checkbox]:checked')].map((box) => `${box.name}=${box.value}`).join('&');";
    let checked: String = t.page.js(checked, json!([])).await?;
    assert_eq!(checked, "sector=energy-resources&topic=civil-nuclear");
    Ok(())
}

async fn later_facets_are_closed_at_first(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    let open =
        "return [...root.querySelectorAll('#ce-facets details')].map((facet) => facet.open);";
    assert_eq!(
        t.page.js::<Vec<bool>>(open, json!([])).await?,
        [
            true, true, false, false, false, false, false, false, false, false
        ]
    );
    t.page
        .click("#ce-facets details:nth-of-type(10) summary")
        .await?;
    let headings = "return [...root.querySelectorAll('#ce-facets details:nth-of-type(10) fieldset p')].map((heading) => heading.textContent);";
    assert_eq!(
        t.page.js::<Vec<String>>(headings, json!([])).await?,
        [
            "Forums and summits",
            "Fairs",
            "UN instruments",
            "Organizations",
            "Programs and initiatives"
        ]
    );
    t.page.click("[name=body][value=bri]").await?;
    wait_for_count(t, 1).await?;
    t.page
        .wait_until(
            "the facet shows the number of selected values",
            "$('#ce-facets details:nth-of-type(10) .chosen').textContent === '1'",
        )
        .await?;
    assert_eq!(
        t.page.js::<Vec<bool>>(open, json!([])).await?,
        [
            true, true, false, false, false, false, false, false, false, true
        ],
        "choosing leaves open what is open"
    );
    Ok(())
}

async fn changes_that_leave_the_same_count_are_announced(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer lang='en' view='sector=finance'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 3).await?;
    let observe = "window.changes = 0;
        new MutationObserver(() => window.changes++).observe($('[part~=status][role=status]'), { subtree: true, childList: true, characterData: true });";
    let () = t.page.js(observe, json!([])).await?;
    let set = "document.querySelector('clause-explorer').view = arguments[0];";
    let mut said = 0;
    for (view, is_announced) in [
        ("sector=tourism", true),
        ("sector=finance", true),
        // The clauses are the same.
        ("sector=finance&compare=zh", false),
    ] {
        let () = t.page.js(set, json!([view])).await?;
        super::steps::wait_for_view(t, view).await?;
        let script = "return [$('[part~=status]').textContent, window.changes];";
        let wait = format!("window.changes > {said}");
        if is_announced {
            t.page.wait_until("the change is announced", &wait).await?;
        }
        let (text, changes): (String, usize) = t.page.js(script, json!([])).await?;
        assert_eq!(text, "3 of 63 clauses");
        assert_eq!(changes > said, is_announced, "{view}");
        said = changes;
    }
    Ok(())
}
