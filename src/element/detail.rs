//! The details of events, as plain data for the host.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::plan::{Facet, Language, Localized, Plan, Source};
use crate::query::{self, View};
use crate::ui::Shared;

/// `ce-ready`.
#[derive(Serialize)]
pub(super) struct Ready<'a> {
    pub(super) plan: Summary<'a>,
}

/// `ce-change`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Change<'a> {
    view: ViewDetail<'a>,
    view_string: String,
    count: usize,
}

/// `ce-select`.
#[derive(Serialize)]
pub(super) struct Select<'a> {
    pub(super) eid: &'a str,
}

/// `ce-error`.
#[derive(Serialize)]
pub(super) struct Error<'a> {
    pub(super) code: &'a str,
    pub(super) message: String,
}

impl<'a> Change<'a> {
    pub(super) fn new(view: &'a View, count: usize) -> Self {
        let mut filters: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (facet, value) in &view.filters {
            filters.entry(facet).or_default().push(value);
        }
        let detail = ViewDetail { q: &view.query, clause: view.clause.as_deref(), filters };
        Self { view: detail, view_string: query::write(view), count }
    }
}

#[derive(Serialize)]
struct ViewDetail<'a> {
    q: &'a str,
    clause: Option<&'a str>,
    filters: BTreeMap<&'a str, Vec<&'a str>>,
}

/// What a host learns of a plan.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Summary<'a> {
    id: &'a str,
    title: BTreeMap<&'a str, &'a str>,
    languages: &'a [Language],
    facets: Vec<FacetDetail<'a>>,
    clause_count: usize,
    source: &'a Source,
}

#[derive(Serialize)]
struct FacetDetail<'a> {
    id: &'a str,
    label: BTreeMap<&'a str, &'a str>,
    values: Vec<ValueDetail<'a>>,
}

#[derive(Serialize)]
struct ValueDetail<'a> {
    id: &'a str,
    label: BTreeMap<&'a str, &'a str>,
    count: usize,
}

impl<'a> Summary<'a> {
    pub(super) fn new(shared: &'a Shared) -> Self {
        let plan: &Plan = shared.plan();
        let counts = shared.run(&View::default()).counts;
        let facet = |(facet, counts): (&'a Facet, &Vec<usize>)| FacetDetail {
            id: &facet.id,
            label: by_language(&facet.label),
            values: facet
                .values
                .iter()
                .zip(counts)
                .map(|(value, &count)| ValueDetail { id: &value.id, label: by_language(&value.label), count })
                .collect(),
        };
        Self {
            id: &plan.id,
            title: by_language(&plan.title),
            languages: &plan.languages,
            facets: plan.facets.iter().zip(&counts).map(facet).collect(),
            clause_count: plan.clauses.len(),
            source: &plan.source,
        }
    }
}

fn by_language(text: &Localized) -> BTreeMap<&str, &str> {
    text.iter().collect()
}
