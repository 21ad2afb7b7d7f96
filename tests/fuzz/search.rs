//! The search: matches, marks and counts.

use plan::{InLanguage, Localized, Plan};
use query::{Index, View};

use crate::with_own_index;
use crate::words::check_ranges;

/// Searches the project's own plan for the first line, and a plan whose only clause is the rest for
/// the same words.
///
/// # Panics
/// If marks are not words of the shown text, a matching clause has no mark, a count differs from
/// the number of clauses that its choice leaves, or an offer to drop a word counts other clauses
/// than the search without it.
pub fn search(bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let (query, text) = input.split_once('\n').unwrap_or((&input, ""));
    let view = View {
        query: query.to_owned(),
        ..View::default()
    };
    with_own_index(|index| {
        check_matches(index, &view);
        check_a_count(index, &view, bytes.len());
        check_matches(&Index::new(with_text(index.plan(), text)), &view);
    });
}

/// Returns the plan with this text as its only clause.
fn with_text(plan: &Plan, text: &str) -> Plan {
    let mut clause = plan.clauses.first().expect("a clause").clone();
    clause.text = Localized(vec![InLanguage {
        tag: "zh".into(),
        text: text.to_owned().into(),
    }]);
    Plan {
        clauses: vec![clause].into(),
        ..plan.clone()
    }
}

fn check_matches(index: &Index, view: &View) {
    let needles = index.needles(&view.query);
    let results = index.run(view);
    for &id in &results.clauses {
        let mut marks = 0;
        for InLanguage { tag, text } in index.plan().clauses[id].text.iter() {
            let hits = index.hits(id, tag, &needles);
            check_ranges(&hits, text);
            marks += hits.len();
        }
        assert_eq!(marks == 0, view.shows_all(), "marks for {:?}", view.query);
        for elsewhere in index.elsewhere(id, &[], &needles) {
            check_ranges(&elsewhere.hits, &elsewhere.excerpt);
        }
    }
    if results.clauses.is_empty() && !index.plan().clauses.is_empty() {
        for offer in index.emptiness(view).offers {
            let without = index.run(&view.without(&offer.criterion));
            assert_eq!(offer.count, without.clauses.len(), "{offer:?}");
        }
    }
}

/// Checks the count beside one choice.
fn check_a_count(index: &Index, view: &View, nth: usize) {
    let plan = index.plan();
    let counts = index.run(view).counts;
    let choices = plan.facets.enumerated().flat_map(|(facet, of)| {
        let values = of.values.enumerated();
        values.map(move |(value, _)| (facet, value))
    });
    let choices: Vec<_> = choices.collect();
    let (facet, value) = choices[nth % choices.len()];
    let ticked = view.toggled(
        plan,
        &plan.facets[facet].id,
        &plan.facets[facet].values[value].id,
    );
    assert_eq!(counts[facet][value], index.run(&ticked).clauses.len());
}
