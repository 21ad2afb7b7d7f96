//! What a reader can choose.

use super::needle;
use plan::{ById, Facet, FacetId, Plan, ValueId};

/// Everything a reader has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// What stands in the search field, as typed.
    pub query: String,
    /// The chosen facet values, by the ids of facet and value, in the plan's order.
    pub filters: Vec<(String, String)>,
    /// The language to read in, by its tag; without one, the host's.
    pub lang: Option<String>,
    /// The language to read beside it, by its tag.
    pub compare: Option<String>,
    /// The eId of the opened clause.
    pub clause: Option<String>,
    /// The eIds of the clauses that the reader collects, in the plan's order. They narrow nothing.
    pub pins: Vec<String>,
}

/// One thing that narrows a view and can be dropped by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// One word or phrase of the query, by its place among them.
    Word(usize),
    /// All chosen values of a facet, by the facet's id.
    Facet(String),
}

impl View {
    /// Whether nothing narrows the plan.
    #[must_use]
    pub fn shows_all(&self) -> bool {
        self.filters.is_empty() && needle::words(&self.query).is_empty()
    }

    /// Whether a value of a facet is chosen.
    #[must_use]
    pub fn has(&self, facet: &str, value: &str) -> bool {
        self.filters.iter().any(|(f, v)| f == facet && v == value)
    }

    /// The view with one value chosen, or no longer chosen.
    #[must_use]
    pub fn toggled(&self, plan: &Plan, facet: &str, value: &str) -> Self {
        let mut filters = Vec::new();
        for f in &plan.facets {
            for v in &f.values {
                let is_the_one = f.id == facet && v.id == value;
                if self.has(&f.id, &v.id) != is_the_one {
                    filters.push((f.id.to_string(), v.id.to_string()));
                }
            }
            // A facet whose values are not known yet has those that are chosen.
            if f.values.is_empty() {
                let chosen = self.filters.iter().filter(|(chosen, _)| *chosen == f.id);
                filters.extend(chosen.filter(|(_, v)| f.id != facet || v != value).cloned());
                if f.id == facet && !self.has(facet, value) {
                    filters.push((facet.to_owned(), value.to_owned()));
                }
            }
        }
        Self {
            filters,
            ..self.clone()
        }
    }

    /// The view with a clause collected, or no longer collected; the same if there is none of this eId.
    #[must_use]
    pub fn pinned(&self, plan: &Plan, eid: &str) -> Self {
        let is_pinned = |pin: &str| self.pins.iter().any(|pinned| pinned == pin);
        let eids = plan.clauses.iter().map(|clause| clause.eid.as_str());
        let pins = eids.filter(|&pin| is_pinned(pin) != (pin == eid));
        Self {
            pins: pins.map(str::to_owned).collect(),
            ..self.clone()
        }
    }

    /// The view with no other filters than those that a plan knows, in its order.
    #[must_use]
    pub fn known_to(&self, plan: &Plan) -> Self {
        let mut without = self.clone();
        let filters = std::mem::take(&mut without.filters);
        filters.iter().fold(without, |view, (facet, value)| {
            view.toggled(plan, facet, value)
        })
    }

    /// The view with just these values in their facets; without them if that is what it has already.
    #[must_use]
    pub fn crossed(&self, plan: &Plan, values: [(&str, &str); 2]) -> Self {
        let facets = values.map(|(facet, _)| facet);
        let mut without = self.clone();
        without
            .filters
            .retain(|(facet, _)| !facets.contains(&facet.as_str()));
        let with = values.iter().fold(without.clone(), |view, (facet, value)| {
            view.toggled(plan, facet, value)
        });
        if with == *self { without } else { with }
    }

    /// The view without one of the things that narrow it.
    #[must_use]
    pub fn without(&self, criterion: &Criterion) -> Self {
        let mut view = self.clone();
        match criterion {
            Criterion::Word(place) => {
                let mut words = needle::words(&view.query);
                if *place < words.len() {
                    words.remove(*place);
                }
                view.query = needle::join(&words);
            }
            Criterion::Facet(facet) => view.filters.retain(|(f, _)| f != facet),
        }
        view
    }

    /// The view with nothing that narrows the plan; languages, an opened clause and pins stay.
    #[must_use]
    pub fn without_any(&self) -> Self {
        Self {
            query: String::new(),
            filters: Vec::new(),
            ..self.clone()
        }
    }

    /// The chosen values of each facet of the plan.
    pub(super) fn chosen(&self, plan: &Plan) -> ById<FacetId, Vec<ValueId>> {
        let of_facet = |facet: &Facet| {
            let values = facet.values.enumerated();
            values
                .filter(|(_, value)| self.has(&facet.id, &value.id))
                .map(|(id, _)| id)
                .collect()
        };
        plan.facets.iter().map(of_facet).collect()
    }
}
