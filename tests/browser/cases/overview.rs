//! The overview: a table of sectors against kinds of promise.

use serde_json::{Value, json};

use super::steps::{focus, open, press, wait_for_focus, wait_for_view};
use super::{ELEMENT, eids, open_page, open_showcase, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        overview_counts_and_filters,
        overview_is_a_table_with_headers_and_names,
        overview_is_saved_as_svg,
    ],
    everywhere: [
        overview_is_closed_in_narrow_elements,
        focused_cell_lists_its_clauses,
        reading_closes_the_overview,
    ],
}

/// Returns the text of a cell, by the indices of row and column.
async fn cell(t: &Test, row: usize, column: usize) -> Result<String> {
    let script =
        "return $('[part~=matrix] tbody').rows[arguments[0]].cells[arguments[1] + 1].textContent;";
    Ok(t.page.js(script, json!([row, column])).await?)
}

async fn overview_counts_and_filters(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page
        .wait_until("the overview is shown", "$('[part~=matrix]')")
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
    // A second cell replaces the first; a second press drops both filters.
    t.page
        .click("[part~=matrix] tbody tr:nth-child(12) td:nth-of-type(2) button")
        .await?;
    wait_for_count(t, 1).await?;
    assert_eq!(eids(t).await?, ["art_3__para_3"]);
    t.page
        .click("[part~=matrix] tbody tr:nth-child(12) td:nth-of-type(2) button")
        .await?;
    wait_for_count(t, 63).await?;
    // The overview follows the query.
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
    // The header of a column selects its value.
    t.page
        .click("[part~=matrix] thead th:nth-of-type(2) button")
        .await?;
    t.page
        .wait_until(
            "the value of the column is selected",
            "$('input[name=action][value=hold]').checked",
        )
        .await?;
    Ok(())
}

async fn overview_is_a_table_with_headers_and_names(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='pt'></clause-explorer>").await?;
    t.page
        .wait_until("the overview is shown", "$('[part~=matrix]')")
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

async fn overview_is_closed_in_narrow_elements(t: &mut Test) -> Result {
    let button = "[aria-controls=ce-overview]";
    for (width, is_open) in [(1000, true), (640, false)] {
        t.page.resize(width, 800).await?;
        open(t, "lang='en'", "").await?;
        wait_for_count(t, 63).await?;
        let script =
            "return [Boolean($('[part~=matrix]')), $(arguments[0]).getAttribute('aria-expanded')];";
        let state = |is_open: bool| json!([is_open, is_open.to_string()]);
        assert_eq!(
            t.page.js::<Value>(script, json!([button])).await?,
            state(is_open)
        );
        press(t, button).await?;
        wait_for_focus(t, &format!("{button}[aria-expanded={}]", !is_open)).await?;
        assert_eq!(
            t.page.js::<Value>(script, json!([button])).await?,
            state(!is_open)
        );
    }
    Ok(())
}

async fn focused_cell_lists_its_clauses(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let held = "return $('.held').textContent;";
    let hint: String = t.page.js(held, json!([])).await?;
    // Energy and resources, deepen.
    let cell = "tbody tr:nth-child(8) td:nth-of-type(5) button";
    focus(t, cell).await?;
    let ask = format!(
        "{ELEMENT} return element.clauses('sector=energy-resources&action=deepen').map(({{ eid }}) => $(`#${{eid}} .numbers p`).textContent);"
    );
    let numbers: Vec<String> = t.page.js(&ask, json!([])).await?;
    assert_eq!(numbers.len(), 6);
    let named = format!(
        "$('.held').textContent === $({}).getAttribute('aria-label') + ' ' + {}",
        json!(cell),
        json!(numbers.join(" · "))
    );
    t.page
        .wait_until("the clauses of the cell are listed", &named)
        .await?;
    focus(t, ".overview [aria-controls]").await?;
    let is_hint = format!("$('.held').textContent === {}", json!(hint));
    t.page
        .wait_until("the hint is shown again", &is_hint)
        .await?;
    Ok(())
}

async fn overview_is_saved_as_svg(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    // A query may contain markup and characters that XML forbids.
    for (view, narrowed) in [
        ("", vec![]),
        ("topic=nuclear", vec!["Nuclear"]),
        (
            "topic=nuclear&q=<b>%26\"%01",
            vec!["Nuclear", "<b>&\"\u{fffd}"],
        ),
    ] {
        open(t, "lang='en'", "").await?;
        let set = format!("{ELEMENT} element.view = arguments[0];");
        let () = t.page.js(&set, json!([view])).await?;
        let script = format!(
            "{ELEMENT}
            const link = $('.overview a');
            const [kind, file] = link.getAttribute('href').split(/,(.*)/s);
            // The page's policy requires Trusted Types for parsing.
            const policy = window.trustedTypes?.createPolicy('test', {{ createHTML: (text) => text }});
            const text = decodeURIComponent(file);
            const picture = new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'image/svg+xml');
            const words = [...picture.querySelectorAll('text')].map((text) => text.textContent).join(' ');
            return [
                kind, link.download === `${{element.plan.id}}.svg`, picture.querySelectorAll('parsererror').length, picture.documentElement.localName,
                [$('[part~=title]').textContent, $('footer a').textContent, ...arguments[0]].filter((words_) => !words.replaceAll(/\\s+/g, ' ').includes(words_)),
                picture.querySelector('title').textContent === $('[part~=title]').textContent,
            ];"
        );
        let labels: Vec<Value> = narrowed.iter().map(|label| json!(label)).collect();
        if !view.is_empty() {
            t.page.wait_until("the view is shown", "$('.chip')").await?;
        }
        assert_eq!(
            t.page.js::<Value>(&script, json!([labels])).await?,
            json!(["data:image/svg+xml;charset=utf-8", true, 0, "svg", [], true]),
            "{view}"
        );
    }
    Ok(())
}

async fn reading_closes_the_overview(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    press(t, "tbody tr:nth-child(8) td:nth-of-type(5) button").await?;
    wait_for_count(t, 6).await?;
    let label = "return $('.to-clauses').textContent;";
    assert_eq!(
        t.page.js::<String>(label, json!([])).await?,
        "Read 6 clauses"
    );
    press(t, ".to-clauses").await?;
    wait_for_focus(t, "[part~=list]").await?;
    t.page
        .wait_until(
            "the overview is closed and the clauses are at the top",
            "!$('[part~=matrix]') && !$('.to-clauses') && ((list, first) => first.top >= list.top && first.bottom <= list.bottom)($('[part~=list]').getBoundingClientRect(), $('article [part~=text]').getBoundingClientRect())",
        )
        .await?;
    wait_for_view(t, "sector=energy-resources&action=deepen").await
}
