//! The details of events, and the answers to a host's questions, as plain data.

use serde::{Serialize, Serializer};

use crate::plan::{self, EId, Facet, FacetValue, Language, Localized, Plan, Source};
use crate::query::{self, Annotation, View};
use crate::ui::Shared;

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

/// What a host learns of a plan.
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

/// A clause.
#[derive(Serialize)]
pub(super) struct Clause<'a> {
    eid: &'a EId,
    /// As the original prints it.
    number: &'a str,
    /// The eId of its article.
    article: &'a EId,
    /// The eId of its section, where the article has any.
    section: Option<&'a EId>,
    text: &'a Localized,
    facets: Chosen<'a>,
    /// Those of the host; where it has none, nothing is said of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    annotations: Vec<AnnotationDetail<'a>>,
}

/// An annotation, as it was given.
#[derive(Serialize)]
struct AnnotationDetail<'a> {
    clause: &'a EId,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: &'a Option<String>,
}

/// For each facet and value, a number of clauses.
pub(super) struct Counts<'a> {
    plan: &'a Plan,
    counts: &'a [Vec<usize>],
}

impl<'a> Clause<'a> {
    /// The clause at this place in the plan.
    pub(super) fn new(place: usize, shared: &'a Shared) -> Self {
        let plan = shared.plan();
        let clause = &plan.clauses[place];
        let division = &plan.divisions[clause.division];
        let article = division.parent.map(|parent| &plan.divisions[parent]);
        let annotation = |given: &'a Annotation| AnnotationDetail {
            clause: &clause.eid,
            status: &given.status,
            note: &given.note,
            href: &given.href,
            date: &given.date,
        };
        Self {
            eid: &clause.eid,
            number: clause.number.nearest("").1,
            article: &article.unwrap_or(division).eid,
            section: article.map(|_| &division.eid),
            text: &clause.text,
            facets: Chosen { clause, plan },
            annotations: shared.annotations(place).map(annotation).collect(),
        }
    }
}

impl<'a> Counts<'a> {
    pub(super) fn new(plan: &'a Plan, counts: &'a [Vec<usize>]) -> Self {
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

struct FacetCounts<'a>(&'a Facet, &'a [usize]);

impl Serialize for FacetCounts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(facet, counts) = self;
        let ids = facet.values.iter().map(|value| &value.id);
        serializer.collect_map(ids.zip(*counts))
    }
}

/// The values that a clause carries, as a map from every facet to a list of ids.
struct Chosen<'a> {
    clause: &'a plan::Clause,
    plan: &'a Plan,
}

impl Serialize for Chosen<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ids = |(place, facet): (usize, &'_ Facet)| -> Vec<String> {
            let tags = self.clause.tags.iter().filter(|tag| tag.facet == place);
            tags.map(|tag| facet.values[tag.value].id.to_string())
                .collect()
        };
        let facets = self.plan.facets.iter().enumerate();
        serializer.collect_map(facets.map(|(place, facet)| (&facet.id, ids((place, facet)))))
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
    pub(super) fn new(shared: &'a Shared) -> Self {
        let plan = shared.plan();
        let counts = shared.run(&View::default()).counts;
        let value = |(value, count): (&'a FacetValue, usize)| ValueDetail {
            id: &value.id,
            label: &value.label,
            count,
        };
        let facet = |(facet, counts): (&'a Facet, Vec<usize>)| FacetDetail {
            id: &facet.id,
            label: &facet.label,
            values: facet.values.iter().zip(counts).map(value).collect(),
        };
        Self {
            id: &plan.id,
            title: &plan.title,
            languages: &plan.languages,
            facets: plan.facets.iter().zip(counts).map(facet).collect(),
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
    /// Where nothing is collected, nothing is said of it.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pin: &'a [String],
    filters: Filters<'a>,
}

/// The chosen values, serialized as a map from facets to lists of values.
struct Filters<'a>(&'a [(String, String)]);

impl Serialize for Filters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The filters are in the plan's order, so that those of one facet stand together.
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
