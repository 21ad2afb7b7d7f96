//! Plans without a part that most plans have, and with very long or very few texts.

use std::sync::Arc;

use compile::Source;
use serde_json::{Value, json};

use super::documents::{nothing_overflows, start};
use super::{ELEMENT, wait_for_count, wait_for_ready};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    anywhere: [
        plans_without_facets_have_no_filters,
        plans_of_one_clause_are_shown,
        plans_with_columns_and_long_titles_fit,
        clauses_may_be_nothing_but_a_table,
    ],
}

const MANIFEST: &str = r#"
[[language]]
tag = "en"
html = "en"
name = "English"
status = "authoritative"
text = "plan.en.md"
numbering = ["", "", ""]

[source]
publisher = "Town"
"#;

/// Returns a plan in one language, without numbers, date and address. `head` is the beginning of `plan.toml`.
fn plan(head: &str, text: &str) -> Source {
    let mut source = Source::default();
    source.add("plan.toml", format!("id = \"edge\"\n{head}{MANIFEST}"));
    source.add("plan.en.md", text);
    source
}

/// Opens a plan, and waits until all its clauses are shown.
async fn open(t: &mut Test, source: &Source, clauses: usize, rest: &str) -> Result<Arc<Site>> {
    let site = start(t, "edge", source)?;
    t.page.resize(1000, 700).await?;
    t.page
        .open(&site.url(&format!("/embed.html{rest}")))
        .await?;
    wait_for_count(t, clauses).await?;
    wait_for_ready(t).await?;
    Ok(site)
}

async fn cited(t: &Test, eid: &str, style: &str) -> Result<String> {
    let script = format!("{ELEMENT} return element.cite(...arguments);");
    Ok(t.page.js(&script, json!([eid, style])).await?)
}

async fn plans_without_facets_have_no_filters(t: &mut Test) -> Result {
    let text = "# Rules\n\n## Bridges\n\nKeep to the right.\n\nKeep moving.\n";
    open(t, &plan("facets = []\n", text), 2, "").await?;
    let look = "const list = $('[part~=list]').getBoundingClientRect(), frame = $('.root').getBoundingClientRect();
        return [!!$('.open-facets'), !!$('[part~=facets]'), !!$('.open-overview'), list.left - frame.left < 40];";
    let look: Value = t.page.js(look, json!([])).await?;
    assert_eq!(look, json!([false, false, false, true]));
    nothing_overflows(t).await?;
    // A host's statuses are something to filter by.
    let script =
        format!("{ELEMENT} element.annotations = [{{ clause: 'art_1__para_1', status: 'Kept' }}];");
    let () = t.page.js(&script, json!([])).await?;
    t.page
        .wait_until(
            "the statuses are filters",
            "$('.open-facets').getClientRects().length && $('[name=status][value]')",
        )
        .await?;
    let () = t
        .page
        .js(&format!("{ELEMENT} element.annotations = [];"), json!([]))
        .await?;
    Ok(t.page
        .wait_until(
            "the filters are gone",
            "!$('.open-facets') && !$('[part~=facets]')",
        )
        .await?)
}

async fn plans_of_one_clause_are_shown(t: &mut Test) -> Result {
    let text = "# Rule\n\nKeep to the right.\n";
    let eid = "para_1";
    open(t, &plan("facets = []\n", text), 1, &format!("#{eid}")).await?;
    let status = "$('[part~=status]').textContent === '1 of 1 clause'";
    t.page
        .wait_until("the number agrees with its noun", status)
        .await?;
    t.page
        .wait_until("the clause is opened", "$('#para_1[aria-current] .cite')")
        .await?;
    let texts = "return [$('footer').innerText, $('.steps').innerText].map((text) => text.replace(/\\s+/g, ' ').trim());";
    let [foot, steps]: [String; 2] = t.page.js(texts, json!([])).await?;
    assert!(
        foot.starts_with("Source: Town") && !foot.contains(','),
        "{foot}"
    );
    assert!(steps.contains("1 of 1"), "{steps}");
    let link = "const source = $('footer a[rel]'); return [source.href, getComputedStyle(source).textDecorationLine];";
    let link: [String; 2] = t.page.js(link, json!([])).await?;
    assert_eq!(
        link,
        ["", "none"],
        "a source without an address looks like text"
    );
    let cited = cited(t, eid, "text").await?;
    assert!(cited.starts_with("“Keep to the right.” Rule"), "{cited}");
    assert!(cited.contains(" (Town). http"), "{cited}");
    nothing_overflows(t).await
}

async fn plans_with_columns_and_long_titles_fit(t: &mut Test) -> Result {
    let title = "Resolution on the sustainable intergovernmental reorganisation of ".repeat(8);
    let text = format!(
        "# {title}Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft\n\n## {title}\n\nKeep to the right.\n\nKeep moving.\n"
    );
    let mut source = plan("facets = []\n", &text);
    for (name, value) in [
        ("deadline", "2027-06-30"),
        ("cost", "1250000.5"),
        ("office", "Office for Everything, including ferries"),
        (
            "page",
            "https://example.org/a-very-long-address/that-has-no-place-to-break/and-goes-on/and-on?with=a&query",
        ),
    ] {
        let cells = format!("eid,value\nart_1__para_1,\"{value}\"\n");
        source.add(&format!("columns/{name}.csv"), cells);
    }
    open(t, &source, 2, "#art_1__para_1").await?;
    t.page
        .wait_until("the data are shown", "$('dl').children.length === 4")
        .await?;
    nothing_overflows(t).await
}

async fn clauses_may_be_nothing_but_a_table(t: &mut Test) -> Result {
    let table = "| Traveller | Toll | When | Where | By whom |\n| --- | --- | --- | --- | --- |\n| Walkers | nothing | always | everywhere | nobody |\n| Carts | one crown | on market days | at the northern gate | the gatekeeper |\n";
    let text = format!("# Tolls\n\n## Annex {{#annex}}\n\n{table}");
    open(t, &plan("facets = []\n", &text), 1, "#annex__para_1").await?;
    let cells = "$('table').rows.length === 3 && $('table').rows[2].cells[4].textContent.trim() === 'the gatekeeper'";
    t.page.wait_until("the table is shown", cells).await?;
    let indent = "const range = document.createRange(); range.selectNodeContents($('h3'));
        const words = [...range.getClientRects()].filter(({ width }) => width > 0);
        return words[0].left - $('h3').getBoundingClientRect().left;";
    let indent: f64 = t.page.js(indent, json!([])).await?;
    assert!(
        indent < 1.0,
        "a heading without a number begins {indent} px too far right"
    );
    let cited = cited(t, "annex__para_1", "text").await?;
    assert!(cited.starts_with("“Traveller\tToll"), "{cited}");
    nothing_overflows(t).await?;
    // Nothing of it is a blank: each number and text has some words.
    let blank = "return [...root.querySelectorAll('[part~=number], [part~=text], h2, h3, button, a')]
        .filter((one) => one.checkVisibility?.() !== false && !(one.textContent.trim() || one.ariaLabel))
        .map((one) => one.outerHTML);";
    let blank: Vec<String> = t.page.js(blank, json!([])).await?;
    assert_eq!(blank, Vec::<String>::new());
    Ok(())
}
