//! Tests of the whole library with the project's own plan.

mod annotations;
mod counts;
mod former_links;
mod golden;
mod names;
mod notes;
mod properties;
mod search;
mod sorting;
mod views;

use crate::{Index, View, parse};

pub(super) fn index() -> Index {
    Index::new(fixture::plan())
}

pub(super) fn view(text: &str, index: &Index) -> View {
    let (view, problems) = parse(text, index.plan());
    assert_eq!(problems, []);
    view
}

pub(super) fn eids(text: &str, index: &Index) -> Vec<String> {
    let results = index.run(&view(text, index));
    results
        .clauses
        .iter()
        .map(|&id| index.plan().clauses[id].eid.to_string())
        .collect()
}
