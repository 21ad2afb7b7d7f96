//! A view: all choices of a reader.

use plan::{ById, Facet, FacetId, Plan, ValueId};

use crate::needle;

/// All choices of a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The text of the search field, as typed.
    pub query: String,
    /// The chosen facet values, by the keys of facet and value, in the plan's order.
    pub filters: Vec<(String, String)>,
    /// The tag of the language to read in; without one, the host's language.
    pub lang: Option<String>,
    /// The tag of the language to compare with.
    pub compare: Option<String>,
    /// The eId of the opened clause.
    pub clause: Option<String>,
    /// The eIds of the pinned clauses, in the plan's order. They do not filter.
    pub pins: Vec<String>,
}

/// One criterion of a view, which can be dropped alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// One word or phrase of the query, by its index among them.
    Word(usize),
    /// All chosen values of a facet, by the facet's key.
    Facet(String),
}

impl View {
    /// Reports whether every clause matches, because the view has neither query nor filters.
    #[must_use]
    pub fn shows_all(&self) -> bool {
        self.filters.is_empty() && needle::words(&self.query).is_empty()
    }

    /// Reports whether a value of a facet is chosen.
    #[must_use]
    pub fn has(&self, facet: &str, value: &str) -> bool {
        self.filters.iter().any(|(f, v)| f == facet && v == value)
    }

    /// Returns the view with one value added to the filters, or removed from them.
    #[must_use]
    pub fn toggled(&self, plan: &Plan, facet: &str, value: &str) -> Self {
        let mut filters = Vec::new();
        for f in &plan.facets {
            for v in &f.values {
                let is_toggled = f.id == facet && v.id == value;
                if self.has(&f.id, &v.id) != is_toggled {
                    filters.push((f.id.to_string(), v.id.to_string()));
                }
            }
            // A facet whose values are still loading keeps all chosen values.
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

    /// Returns the view with a clause pinned, or no longer pinned; the same view for an unknown
    /// eId.
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

    /// Returns the view with only those filters that a plan has, in the plan's order.
    #[must_use]
    pub fn known_to(&self, plan: &Plan) -> Self {
        let mut without = self.clone();
        let filters = std::mem::take(&mut without.filters);
        filters.iter().fold(without, |view, (facet, value)| {
            view.toggled(plan, facet, value)
        })
    }

    /// Returns the view with exactly these values in their facets; if the view already has exactly
    /// these, returns it without them.
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

    /// Returns the view without one criterion.
    #[must_use]
    pub fn without(&self, criterion: &Criterion) -> Self {
        let mut view = self.clone();
        match criterion {
            Criterion::Word(nth) => {
                let mut words = needle::words(&view.query);
                if *nth < words.len() {
                    words.remove(*nth);
                }
                view.query = needle::join(&words);
            }
            Criterion::Facet(facet) => view.filters.retain(|(f, _)| f != facet),
        }
        view
    }

    /// Returns the view without any criterion; languages, opened clause and pins stay.
    #[must_use]
    pub fn without_any(&self) -> Self {
        Self {
            query: String::new(),
            filters: Vec::new(),
            ..self.clone()
        }
    }

    /// Returns the chosen values of each facet of the plan.
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
