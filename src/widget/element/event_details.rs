//! The details of events, and the answers to a host's questions about a plan, as plain data.

use serde::{Serialize, Serializer};

use crate::shared_plan::SharedPlan;
use plan::{ById, Facet, FacetValue, Language, Localized, Plan, Source, ValueId};
use query::View;

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

/// The summary of a plan: the property `plan` of the element.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Summary<'a> {
    id: &'a str,
    title: &'a Localized,
    languages: &'a [Language],
    facets: Vec<FacetDetail<'a>>,
    clause_count: usize,
    source: &'a Source,
}

/// The number of clauses for each value of each facet.
pub(super) struct Counts<'a> {
    plan: &'a Plan,
    counts: &'a query::Counts,
}

impl<'a> Counts<'a> {
    pub(super) fn new(plan: &'a Plan, counts: &'a query::Counts) -> Self {
        Self { plan, counts }
    }
}

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let facets = self.plan.facets.iter().zip(self.counts);
        serializer
            .collect_map(facets.map(|(facet, counts)| (&facet.id, FacetCounts(facet, counts))))
    }
}

struct FacetCounts<'a>(&'a Facet, &'a ById<ValueId, usize>);

impl Serialize for FacetCounts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(facet, counts) = self;
        let ids = facet.values.iter().map(|value| &value.id);
        serializer.collect_map(ids.zip(*counts))
    }
}

impl<'a> Change<'a> {
    pub(super) fn new(view: &'a View, count: usize) -> Self {
        let detail = ViewDetail {
            q: &view.query,
            lang: view.lang.as_deref(),
            compare: view.compare.as_deref(),
            clause: view.clause.as_deref(),
            pin: &view.pins,
            only: view.only_pins.then_some("pins"),
            sort: view.sort.as_deref(),
            filters: Filters(&view.filters),
        };
        Self {
            view: detail,
            view_string: query::write(view),
            count,
        }
    }
}

impl<'a> Summary<'a> {
    pub(super) fn new(shared: &'a SharedPlan) -> Self {
        let plan = shared.plan();
        let counts = shared.run(&View::default()).counts;
        let value = |(value, &count): (&'a FacetValue, &usize)| ValueDetail {
            id: &value.id,
            label: &value.label,
            count,
        };
        let facet = |(facet, counts): (&'a Facet, &ById<ValueId, usize>)| FacetDetail {
            id: &facet.id,
            label: &facet.label,
            values: facet.values.iter().zip(counts).map(value).collect(),
        };
        Self {
            id: &plan.id,
            title: &plan.title,
            languages: &plan.languages,
            facets: plan.facets.iter().zip(&counts).map(facet).collect(),
            clause_count: plan.clauses.len(),
            source: &plan.source,
        }
    }
}

#[derive(Serialize)]
struct ViewDetail<'a> {
    q: &'a str,
    lang: Option<&'a str>,
    compare: Option<&'a str>,
    clause: Option<&'a str>,
    /// The key is absent if no clause is pinned.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pin: &'a [String],
    /// The key is absent if not only the pinned clauses match.
    #[serde(skip_serializing_if = "Option::is_none")]
    only: Option<&'a str>,
    /// The key is absent if the clauses are in the order of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<&'a str>,
    filters: Filters<'a>,
}

/// The chosen values, serialized as a map from each facet to a list of values.
struct Filters<'a>(&'a [(String, String)]);

impl Serialize for Filters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The filters are in the plan's order, so that those of one facet follow each other.
        let facets = self.0.chunk_by(|(facet, _), (next, _)| facet == next);
        let values = |filters: &[(String, String)]| {
            filters
                .iter()
                .map(|(_, value)| value.clone())
                .collect::<Vec<_>>()
        };
        serializer.collect_map(facets.map(|filters| (filters[0].0.as_str(), values(filters))))
    }
}

#[derive(Serialize)]
struct FacetDetail<'a> {
    id: &'a str,
    label: &'a Localized,
    values: Vec<ValueDetail<'a>>,
}

#[derive(Serialize)]
struct ValueDetail<'a> {
    id: &'a str,
    label: &'a Localized,
    count: usize,
}
