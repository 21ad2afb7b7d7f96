//! The overview: a table of sectors against kinds of promise.

use serde_json::{Value, json};

use super::steps::{focus, open, press, wait_for_focus};
use super::{ELEMENT, eids, open_page, open_showcase, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        overview_counts_and_filters,
        overview_is_a_table_with_headers_and_names,
        overview_is_saved_as_svg,
        overview_outlines_the_chosen_row_and_column,
        overview_names_the_most_frequent_values_when_closed,
    ],
    everywhere: [
        overview_is_closed_at_first,
        focused_cell_lists_its_clauses,
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
    open_overview(t).await?;
    // Energy and resources, deepen.
    assert_eq!(cell(t, 7, 3).await?, "6");
    t.page
        .click("[part~=matrix] tbody tr:nth-child(8) td:nth-of-type(4) button")
        .await?;
    wait_for_count(t, 6).await?;
    let script = "return [...root.querySelectorAll('input[type=checkbox]:checked')].map((box) => box.value).join();";
    assert_eq!(
        t.page.js::<String>(script, json!([])).await?,
        "energy-resources,deepen"
    );
    open_overview(t).await?;
    assert_eq!(cell(t, 7, 3).await?, "6", "its own facets do not narrow it");
    // A second cell replaces the first; a second press drops both filters.
    t.page
        .click("[part~=matrix] tbody tr:nth-child(12) td:nth-of-type(1) button")
        .await?;
    wait_for_count(t, 1).await?;
    assert_eq!(eids(t).await?, ["art_3__para_3"]);
    open_overview(t).await?;
    t.page
        .click("[part~=matrix] tbody tr:nth-child(12) td:nth-of-type(1) button")
        .await?;
    wait_for_count(t, 63).await?;
    // The overview follows the query.
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    open_overview(t).await?;
    let total: String = t
        .page
        .js(
            "return $('[part~=matrix] tfoot tr').lastElementChild.textContent;",
            json!([]),
        )
        .await?;
    assert_eq!((total.as_str(), cell(t, 7, 3).await?.as_str()), ("11", ""));
    // The header of a column selects its value.
    t.page
        .click("[part~=matrix] thead th:nth-of-type(1) button")
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
    open_overview(t).await?;
    let script = "const table = $('[part~=matrix]');
        const nameless = [...table.querySelectorAll('td button')].filter((cell) => !/\\d+ cláusulas?$/.test(cell.getAttribute('aria-label')));
                const cells = [...table.querySelectorAll('tbody td:not(.total)')];
        const filled = cells.filter((cell) => cell.textContent);
        const isEmpty = (cell) => !cell.firstElementChild && !cell.textContent;
        return [table.querySelectorAll('thead th[scope=col]').length, table.querySelectorAll('tbody th[scope=row]').length, cells.length, nameless.length, cells.every((cell) => isEmpty(cell) || cell.querySelector('button')), filled.length > 30 && filled.length < 100];";
    assert_eq!(
        t.page.js::<Value>(script, json!([])).await?,
        json!([8, 13, 91, 0, true, true])
    );
    let names: [String; 2] = t.page.js("return ['tr:nth-child(3) td:nth-of-type(2)', 'tr:nth-child(3) td:nth-of-type(6)'].map((cell) => $(`tbody ${cell} button`).getAttribute('aria-label'));", json!([])).await?;
    assert_eq!(
        names,
        [
            "Finanças, Criar ou aperfeiçoar: 1 cláusula",
            "Finanças, Apoiar: 3 cláusulas"
        ]
    );
    Ok(())
}

async fn overview_is_closed_at_first(t: &mut Test) -> Result {
    let button = "[aria-controls=ce-overview]";
    t.page.resize(1000, 800).await?;
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let script =
        "return [Boolean($('[part~=matrix]')), $(arguments[0]).getAttribute('aria-expanded')];";
    for is_open in [false, true, false] {
        assert_eq!(
            t.page.js::<Value>(script, json!([button])).await?,
            json!([is_open, is_open.to_string()])
        );
        press(t, button).await?;
        wait_for_focus(t, &format!("{button}[aria-expanded={}]", !is_open)).await?;
    }
    Ok(())
}

async fn focused_cell_lists_its_clauses(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    open_overview(t).await?;
    let held = "return $('.held').textContent;";
    let hint: String = t.page.js(held, json!([])).await?;
    // Energy and resources, deepen.
    let cell = "tbody tr:nth-child(8) td:nth-of-type(4) button";
    focus(t, cell).await?;
    let ask = format!(
        "{ELEMENT} return element.clauses('sector=energy-resources&action=deepen').map(({{ eid }}) => $(`#${{eid}} .number`).textContent);"
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
    focus(t, "[aria-controls=ce-overview]").await?;
    let is_hint = format!("$('.held').textContent === {}", json!(hint));
    t.page
        .wait_until("the hint is shown again", &is_hint)
        .await?;
    Ok(())
}

/// Opens the overview, if it is not open yet.
pub(super) async fn open_overview(t: &Test) -> Result {
    let () = t
        .page
        .js(
            "if (!$('[part~=matrix]')) $('[aria-controls=ce-overview]').click();",
            json!([]),
        )
        .await?;
    Ok(t.page
        .wait_until("the overview is shown", "$('[part~=matrix]')")
        .await?)
}

async fn overview_outlines_the_chosen_row_and_column(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    open(t, "lang='en' view='sector=finance&action=support'", "").await?;
    wait_for_count(t, 3).await?;
    open_overview(t).await?;
    let script = "const rows = [...$('[part~=matrix]').rows];
        const clear = 'rgba(0, 0, 0, 0)';
        const outlined = (side, cell) => getComputedStyle(cell)[`border${side}Color`] !== clear;
        const body = rows.slice(1, 14);
        return [
            body.flatMap((row, at) => ([...row.cells].every((cell) => outlined('Top', cell) && outlined('Bottom', cell)) ? [at] : [])),
            [...rows[0].cells].flatMap((head, at) => (body.every((row) => outlined('Left', row.cells[at]) && outlined('Right', row.cells[at])) ? [head.textContent] : [])),
        ];";
    assert_eq!(
        t.page.js::<Value>(script, json!([])).await?,
        json!([[2], ["Support"]])
    );
    Ok(())
}

async fn overview_names_the_most_frequent_values_when_closed(t: &mut Test) -> Result {
    t.page.resize(600, 800).await?;
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let set = format!("{ELEMENT} element.view = arguments[0];");
    for (view, line) in [
        ("", "most clauses: Deepen 40, Promote 27"),
        ("sector=energy-resources", "mostly Deepen"),
        ("sector=tourism", "most"),
        ("q=论坛", "most"),
        // They all have the chosen value.
        ("action=support", ""),
        ("q=absent", ""),
    ] {
        let () = t.page.js(&set, json!([view])).await?;
        let is_named = if line.is_empty() {
            "!$('.figures > span').textContent".to_owned()
        } else {
            format!(
                "$('.figures > span').textContent.startsWith({})",
                json!(line)
            )
        };
        // The counts of the line are those of the clauses found.
        let is_counted = format!(
            "(() => {{
                const element = document.querySelector('clause-explorer');
                const labels = Object.fromEntries(element.plan.facets.find(({{ id }}) => id === 'action').values.map(({{ id, label }}) => [label.en, id]));
                const clauses = element.clauses({});
                const [, ...named] = $('.figures > span').textContent.split(/most clauses: |, (?=[A-Z])/);
                return named.every((one) => {{
                    const [, name, count] = /^(.*) (\\d+)$/.exec(one);
                    return clauses.filter((clause) => clause.facets.action?.includes(labels[name])).length === Number(count);
                }});
            }})()",
            json!(view)
        );
        t.page
            .wait_until(
                &format!("“{view}” is summed up as “{line}”"),
                &format!("{is_named} && {is_counted}"),
            )
            .await?;
    }
    Ok(())
}

async fn overview_is_saved_as_svg(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    // A query may contain markup and characters that XML forbids.
    for (view, narrowed) in [
        ("", vec![]),
        ("topic=civil-nuclear", vec!["Civil nuclear energy"]),
        (
            "topic=civil-nuclear&q=<b>%26\"%01",
            vec!["Civil nuclear energy", "<b>&\"\u{fffd}"],
        ),
    ] {
        open(t, "lang='en'", "").await?;
        let set = format!("{ELEMENT} element.view = arguments[0];");
        let () = t.page.js(&set, json!([view])).await?;
        if !view.is_empty() {
            t.page.wait_until("the view is shown", "$('.chip')").await?;
        }
        open_overview(t).await?;
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
        assert_eq!(
            t.page.js::<Value>(&script, json!([labels])).await?,
            json!(["data:image/svg+xml;charset=utf-8", true, 0, "svg", [], true]),
            "{view}"
        );
    }
    Ok(())
}
