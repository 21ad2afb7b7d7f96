//! A view: all choices of a reader.

use plan::{ById, Column, Facet, FacetId, Names, Plan, ValueId};

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
    /// The eIds of the pinned clauses, each once, in the reader's order. Alone, they do not filter.
    pub pins: Vec<String>,
    /// Whether only the pinned clauses match, in the order of the pins. It is false without pins, because then it
    /// would leave nothing.
    pub only_pins: bool,
    /// The column that orders the clauses, after `-` if its latest or largest value comes first; without one, they are in
    /// the document's order. See [`sorting_column`].
    pub sort: Option<String>,
}

/// One criterion of a view, which can be dropped alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// One word or phrase of the query, by its index among them.
    Word(usize),
    /// All chosen values of a facet, by the facet's key.
    Facet(String),
    /// The restriction to the pinned clauses.
    Pins,
}

impl View {
    /// Reports whether every clause matches, because the view has neither query nor filters,
    /// nor is it restricted to the pins.
    #[must_use]
    pub fn shows_all(&self) -> bool {
        self.filters.is_empty() && !self.only_pins && needle::words(&self.query).is_empty()
    }

    /// Reports whether the view lists the clauses of another one, in its order.
    #[must_use]
    pub fn lists_as(&self, other: &Self) -> bool {
        self.query == other.query
            && self.filters == other.filters
            && self.sort == other.sort
            && self.only_pins == other.only_pins
            && (!self.only_pins || self.pins == other.pins)
    }

    /// Reports whether a value of a facet is chosen.
    #[must_use]
    pub fn has(&self, facet: &str, value: &str) -> bool {
        self.filters.iter().any(|(f, v)| f == facet && v == value)
    }

    /// Returns the view with one value added to the filters, or removed from them.
    #[must_use]
    pub fn toggled(&self, plan: &Plan, facet: &str, value: &str) -> Self {
        let mut view = self.clone();
        if self.has(facet, value) {
            view.filters.retain(|(f, v)| f != facet || v != value);
        } else {
            view.filters.push((facet.to_owned(), value.to_owned()));
        }
        view.known_to(plan)
    }

    /// Returns the view with a clause pinned after the others, or no longer pinned; the same view for an unknown
    /// eId.
    #[must_use]
    pub fn pinned(&self, plan: &Plan, eid: &str) -> Self {
        let mut view = self.clone();
        view.pins.retain(|pin| pin != eid);
        if view.pins.len() == self.pins.len() && plan.clause_by_eid(eid).is_some() {
            view.pins.push(eid.to_owned());
        }
        view.only_pins &= !view.pins.is_empty();
        view
    }

    /// Returns the view without pins.
    #[must_use]
    pub fn without_pins(&self) -> Self {
        Self {
            pins: Vec::new(),
            only_pins: false,
            ..self.clone()
        }
    }

    /// Returns the view with only those filters that a plan has, in the plan's order, each once. A
    /// facet whose values are still loading keeps all of its filters as they are.
    #[must_use]
    pub fn known_to(&self, plan: &Plan) -> Self {
        let mut filters = Vec::new();
        for facet in &plan.facets {
            if facet.values.is_empty() {
                for filter in self.filters.iter().filter(|(key, _)| *key == facet.id) {
                    if !filters.contains(filter) {
                        filters.push(filter.clone());
                    }
                }
            }
            let chosen = self.chosen_in(facet);
            for value in facet.values.iter().filter(|v| chosen.contains(&v.id)) {
                filters.push((facet.id.to_string(), value.id.to_string()));
            }
        }
        Self {
            filters,
            ..self.clone()
        }
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
            Criterion::Pins => view.only_pins = false,
        }
        view
    }

    /// Returns the view without any criterion; languages, opened clause, pins and order stay.
    #[must_use]
    pub fn without_any(&self) -> Self {
        Self {
            query: String::new(),
            filters: Vec::new(),
            only_pins: false,
            ..self.clone()
        }
    }

    /// Returns the order of the clauses as it is written, unless it is that of the document or of the pins.
    #[must_use]
    pub fn order(&self) -> Option<&str> {
        self.sort.as_deref().filter(|_| !self.only_pins)
    }

    /// Returns whether each value of each facet is chosen. The list of a facet without any chosen
    /// value is empty.
    pub(super) fn chosen(&self, plan: &Plan) -> ById<FacetId, ById<ValueId, bool>> {
        let of_facet = |facet: &Facet| {
            let chosen = self.chosen_in(facet);
            let values = facet.values.iter();
            let is_chosen: Vec<bool> = values.map(|v| chosen.contains(&v.id)).collect();
            let is_any = is_chosen.contains(&true);
            Some(is_chosen)
                .filter(|_| is_any)
                .unwrap_or_default()
                .into()
        };
        plan.facets.iter().map(of_facet).collect()
    }

    /// Returns the chosen values of a facet.
    fn chosen_in(&self, facet: &Facet) -> Names<'_> {
        let of_facet = self.filters.iter().filter(|(key, _)| *key == facet.id);
        let values: Vec<&str> = of_facet.map(|(_, value)| value.as_str()).collect();
        Names::new(&values)
    }
}

/// Returns the column that an order names, as a view writes it, and whether its latest or largest value comes first.
#[must_use]
pub fn sorting_column<'a>(sort: &str, plan: &'a Plan) -> Option<(&'a Column, bool)> {
    let (sign, key) = sign_and_key(sort);
    let column = plan.sorting_columns().find(|column| column.id == key)?;
    Some((column, !sign.is_empty()))
}

/// Splits an order into its sign, which may be empty, and the key of its column.
pub(super) fn sign_and_key(sort: &str) -> (&'static str, &str) {
    sort.strip_prefix('-').map_or(("", sort), |key| ("-", key))
}
