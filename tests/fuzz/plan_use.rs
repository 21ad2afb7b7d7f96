//! Everything that a page does with a plan from elsewhere, as far as it needs no browser.

use plan::{ClauseId, Node, Plan};
use publish::cite::{Reading, Style, cite_all};
use publish::record::ClauseRecord;
use publish::table::Table;
use publish::{chart, csv, embed};
use query::{Index, View};

/// Uses a plan that passes its validation.
///
/// # Panics
/// If a count differs from the number of clauses that its choice leaves, or any use panics.
pub(crate) fn use_if_valid(plan: Plan) {
    if plan.validate().is_err() {
        return;
    }
    let index = Index::new(plan);
    let plan = index.plan();
    let all: Vec<ClauseId> = plan.clauses.ids().collect();
    let results = index.run(&View::default());
    assert_eq!(results.clauses, all);
    for (facet, of) in plan.facets.enumerated() {
        for (value, choice) in of.values.enumerated().take(3) {
            let ticked = View::default().toggled(plan, &of.id, &choice.id);
            let count = index.run(&ticked).clauses.len();
            assert_eq!(
                results.counts[facet][value], count,
                "{}={}",
                of.id, choice.id
            );
            let (read, problems) = query::parse(&query::write(&ticked), plan);
            assert_eq!((read, problems), (ticked, vec![]));
        }
    }
    publish(&index, &all);
    for markup in plan.markup.iter().flatten() {
        let text = plan.clauses[markup.clause].text.nearest(&markup.language);
        assert_eq!(
            length(&plan::nodes(text.text, &markup.parts)),
            text.text.len()
        );
    }
    let first = plan
        .clauses
        .first()
        .map(|clause| clause.text.original().text);
    let _ = query::quote::check(&index, first.unwrap_or_default());
    for &id in all.iter().take(3) {
        let _ = index.related(id);
    }
}

/// Returns the length of the words in pieces of a text.
fn length(nodes: &[Node<'_>]) -> usize {
    let of = |node: &Node<'_>| match node {
        Node::Words(range) => range.len(),
        Node::Part(_, inside) => length(inside),
    };
    nodes.iter().map(of).sum()
}

/// Writes the plan in every form.
fn publish(index: &Index, all: &[ClauseId]) {
    let plan = index.plan();
    let tag = plan.languages.first().map_or("", |language| &language.tag);
    let table = Table {
        plan,
        tag,
        interface: &fixture::content().interfaces[0],
        page: "https://example.org/",
    };
    let table = csv::csv(&table.rows(all), ';');
    assert!(table.ends_with("\r\n"));
    let reading = Reading {
        tag,
        page: "https://example.org/",
        note: "",
        breaks_off: "",
        accessed: "2026-11-25",
        accessed_note: "",
    };
    for (_, style) in Style::ALL {
        let _ = cite_all(plan, all, style, reading);
    }
    for &id in all {
        let record = ClauseRecord::new(index, id);
        assert!(serde_json::to_string(&record).is_ok());
    }
    let view = View::default();
    let _ = embed::Embed::new(plan, &view).element();
    if let Some(overview) = plan.overview {
        let interface = &fixture::content().interfaces[0];
        let _ = chart::overview(plan, &index.cross(&view, overview), interface, "");
    }
}
