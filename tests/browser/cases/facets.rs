//! Facets from rules, the evidence of each tag, and the overview.

use serde_json::json;

use super::{eids, open_page, open_showcase, search, wait_for_count};
use crate::runner::{Result, Test};

cases![
    every_facet_filters,
    a_tag_shows_the_words_that_justify_it,
    a_tag_shows_its_place_or_reason,
    evidence_leads_to_the_filter,
    the_overview_counts_and_filters,
    the_overview_is_a_real_table,
    facets_wait_behind_their_names,
];

async fn every_facet_filters(t: &mut Test) -> Result {
    for (view, expected) in [
        (
            "action=fund",
            &["art_2__sec_2__para_2", "art_2__sec_3__para_4"][..],
        ),
        (
            "action=explore&body=private-sector-forum",
            &["art_3__para_4"],
        ),
        ("party=celac", &["art_3__para_1"]),
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
    assert_eq!(checked, "sector=energy-resources&topic=nuclear");
    Ok(())
}

/// Presses the tag with this label of a clause.
async fn press(t: &Test, eid: &str, label: &str) -> Result {
    let script = "const tags = [...$(`#${arguments[0]}`).querySelectorAll('.tags button')];
        const tag = tags.find((tag) => tag.textContent === arguments[1]);
        tag.click();";
    let () = t.page.js(script, json!([eid, label])).await?;
    Ok(())
}

async fn a_tag_shows_the_words_that_justify_it(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='es'></clause-explorer>").await?;
    press(t, "art_2__sec_7__para_3", "Profundizar").await?;
    t.page
        .wait_until(
            "the evidence is there",
            "$('#art_2__sec_7__para_3 .evidence')",
        )
        .await?;
    let script = "const evidence = $('#art_2__sec_7__para_3 .evidence');
        return [evidence.querySelector('q').textContent, evidence.querySelector('q').lang, [...evidence.querySelectorAll('mark')].map((mark) => mark.textContent).join()];";
    let found: [String; 3] = t.page.js(script, json!([])).await?;
    assert_eq!(
        found,
        [
            "拓展清洁能源资源相关新兴产业合作，支持企业间技术转让，优化矿业投资环境，并尊重和保护自然环境。",
            "zh-Hans",
            "拓展,优化"
        ]
    );
    let marked_in_text: usize = t
        .page
        .js(
            "return root.querySelectorAll('[part~=text] mark').length;",
            json!([]),
        )
        .await?;
    assert_eq!(marked_in_text, 0, "the clause's own text is left alone");
    // Another tag takes its place, and pressing that again closes it.
    press(t, "art_2__sec_7__para_4", "Promover").await?;
    t.page.wait_until("one is open at a time", "root.querySelectorAll('.evidence').length === 1 && $('#art_2__sec_7__para_4 .evidence')").await?;
    press(t, "art_2__sec_7__para_4", "Promover").await?;
    t.page.wait_until("none is open", "!$('.evidence')").await?;
    Ok(())
}

async fn a_tag_shows_its_place_or_reason(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='en'></clause-explorer>").await?;
    for (label, wanted) in [
        (
            "Energy and resources",
            "It stands in: 7. Energy and Resources",
        ),
        (
            "Both sides",
            "An editor’s reason: The clause names no subject",
        ),
    ] {
        press(t, "art_2__sec_7__para_2", label).await?;
        let is_shown = format!("$('.evidence').textContent.includes('{wanted}')");
        t.page
            .wait_until(&format!("{label} says why"), &is_shown)
            .await?;
    }
    // Every tag of some clauses all over the plan has something to show; tests/compile.rs looks at all.
    let script = "const bare = [];
        for (const clause of [...root.querySelectorAll('article')].filter((_, nth) => nth % 9 === 0)) {
            for (const tag of clause.querySelectorAll('.tags button')) {
                tag.click();
                for (let nth = 0; nth < 200 && tag.getAttribute('aria-expanded') !== 'true'; nth += 1) await new Promise((done) => setTimeout(done));
                const evidence = clause.querySelector('.evidence');
                if (!evidence?.querySelector('mark') && !(evidence?.querySelectorAll('p')[1]?.textContent.length > 20)) bare.push(`${clause.id} ${tag.textContent}`);
            }
        }
        return [root.querySelectorAll('.tags button').length, bare];";
    let (tags, bare): (usize, Vec<String>) = t.page.js_async(script, json!([])).await?;
    assert!(tags > 63 * 3, "{tags}");
    assert_eq!(bare, [""; 0]);
    Ok(())
}

async fn evidence_leads_to_the_filter(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer lang='en' view='sector=energy-resources'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 7).await?;
    press(t, "art_2__sec_7__para_2", "Deepen").await?;
    t.page
        .wait_until(
            "the count is told",
            "$('.evidence button').textContent === 'Show only these 6 clauses'",
        )
        .await?;
    t.page.click(".evidence button").await?;
    wait_for_count(t, 6).await?;
    t.page.wait_until("the way back is there", "$('.evidence button').textContent === 'Drop this filter' && root.activeElement === $('.evidence button')").await?;
    t.page.click(".evidence button").await?;
    wait_for_count(t, 7).await?;
    Ok(())
}

/// The cell of a row and a column by their places, as it is shown.
async fn cell(t: &Test, row: usize, column: usize) -> Result<String> {
    let script =
        "return $('[part~=matrix] tbody').rows[arguments[0]].cells[arguments[1] + 1].textContent;";
    Ok(t.page.js(script, json!([row, column])).await?)
}

async fn the_overview_counts_and_filters(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page
        .wait_until("the table is there", "$('[part~=matrix]')")
        .await?;
    // Energy and resources, deepen.
    assert_eq!(cell(t, 7, 4).await?, "6");
    t.page
        .click("[part~=matrix] tbody tr:nth-child(8) td:nth-of-type(5) button")
        .await?;
    wait_for_count(t, 6).await?;
    let script = "return [...root.querySelectorAll('input[type=checkbox]:checked')].map((box) => box.value).join();";
    assert_eq!(
        t.page.js::<String>(script, json!([])).await?,
        "energy-resources,deepen"
    );
    assert_eq!(cell(t, 7, 4).await?, "6", "its own facets do not narrow it");
    // Another cell takes its place; pressing that again drops both.
    t.page
        .click("[part~=matrix] tbody tr:nth-child(12) td:nth-of-type(2) button")
        .await?;
    wait_for_count(t, 1).await?;
    assert_eq!(eids(t).await?, ["art_3__para_3"]);
    t.page
        .click("[part~=matrix] tbody tr:nth-child(12) td:nth-of-type(2) button")
        .await?;
    wait_for_count(t, 63).await?;
    // It follows the query.
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    let total: String = t
        .page
        .js(
            "return $('[part~=matrix] tfoot tr').lastElementChild.textContent;",
            json!([]),
        )
        .await?;
    assert_eq!((total.as_str(), cell(t, 7, 4).await?.as_str()), ("11", "0"));
    // The name of a column chooses its value.
    t.page
        .click("[part~=matrix] thead th:nth-of-type(2) button")
        .await?;
    t.page
        .wait_until(
            "holding is chosen",
            "$('input[name=action][value=hold]').checked",
        )
        .await?;
    Ok(())
}

async fn the_overview_is_a_real_table(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='pt'></clause-explorer>").await?;
    t.page
        .wait_until("the table is there", "$('[part~=matrix]')")
        .await?;
    let script = "const table = $('[part~=matrix]');
        const nameless = [...table.querySelectorAll('td button')].filter((cell) => !/\\d+ cláusulas?$/.test(cell.getAttribute('aria-label')));
        return [table.querySelectorAll('thead th[scope=col]').length, table.querySelectorAll('tbody th[scope=row]').length, table.querySelectorAll('td button').length, nameless.length];";
    assert_eq!(
        t.page.js::<[usize; 4]>(script, json!([])).await?,
        [12, 13, 143, 0]
    );
    let names: [String; 2] = t.page.js("return ['tr:nth-child(3) td:nth-of-type(1)', 'tr:nth-child(3) td:nth-of-type(8)'].map((cell) => $(`tbody ${cell} button`).getAttribute('aria-label'));", json!([])).await?;
    assert_eq!(
        names,
        [
            "Finanças, Financiamento: 1 cláusula",
            "Finanças, Apoiar: 3 cláusulas"
        ]
    );
    Ok(())
}

async fn facets_wait_behind_their_names(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    let open =
        "return [...root.querySelectorAll('#ce-facets details')].map((facet) => facet.open);";
    assert_eq!(
        t.page.js::<Vec<bool>>(open, json!([])).await?,
        [true, true, false, false, false]
    );
    t.page
        .click("#ce-facets details:nth-of-type(5) summary")
        .await?;
    t.page.click("[name=topic][value=nuclear]").await?;
    wait_for_count(t, 3).await?;
    t.page
        .wait_until(
            "the name tells how many are chosen",
            "$('#ce-facets details:nth-of-type(5) .chosen').textContent === '1'",
        )
        .await?;
    assert_eq!(
        t.page.js::<Vec<bool>>(open, json!([])).await?,
        [true, true, false, false, true],
        "choosing leaves open what is open"
    );
    Ok(())
}
