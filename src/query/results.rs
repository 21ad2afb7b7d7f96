//! The clauses that match a view, and the counts beside every choice.

use plan::{ById, Clause, ClauseId, FacetId, Names, Overview, Tag, ValueId};

use crate::index::Index;
use crate::view::View;

/// The clauses that match a view, and the counts beside every choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// The matching clauses, in the document's order, or in the order of the pins if only they match.
    pub clauses: Vec<ClauseId>,
    /// For each value of each facet: how many clauses would match if only this value of the facet
    /// were chosen, given the query and the choices in the other facets.
    pub counts: Counts,
}

/// A number of clauses for each value of each facet.
pub type Counts = ById<FacetId, ById<ValueId, usize>>;

/// Two facets crossed: how many clauses have which pair of values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crossed {
    /// The count of each row and column.
    pub cells: ById<ValueId, ById<ValueId, usize>>,
    /// The count of each row. Not the sum of its cells: a clause may have several values.
    pub rows: ById<ValueId, usize>,
    /// The count of each column.
    pub columns: ById<ValueId, usize>,
    /// The count of all clauses.
    pub total: usize,
}

impl Index {
    /// Returns the clauses that match `view`, and the counts beside every choice.
    #[must_use]
    pub fn run(&self, view: &View) -> Results {
        let needles = self.needles(&view.query);
        let chosen = view.chosen(&self.plan);
        let mut clauses = Vec::new();
        let facets = self.plan.facets.iter();
        let mut counts: Counts = facets.map(|facet| zeros(facet.values.len())).collect();
        for id in self.searched(view) {
            let clause = &self.plan.clauses[id];
            if !needles.all_in(&self.folded[id]) {
                continue;
            }
            let is_refused_by = |facet: FacetId| is_refused(clause, facet, &chosen[facet]);
            // A clause that only one facet excludes still counts for the values of that facet: they
            // are alternatives, so choosing one of them would include the clause.
            let mut refusing = chosen.ids().filter(|&facet| is_refused_by(facet));
            let counted = match (refusing.next(), refusing.next()) {
                (None, _) => {
                    clauses.push(id);
                    None
                }
                (Some(facet), None) => Some(facet),
                (Some(_), Some(_)) => continue,
            };
            for tag in clause
                .tags
                .iter()
                .filter(|tag| counted.is_none_or(|facet| facet == tag.facet))
            {
                counts[tag.facet][tag.value] += 1;
            }
        }
        Results { clauses, counts }
    }

    /// Counts the clauses for each pair of values of two facets, given the query and the choices in
    /// the other facets.
    #[must_use]
    pub fn cross(&self, view: &View, overview: Overview) -> Crossed {
        let Overview { rows, columns } = overview;
        let values = |facet: FacetId| self.plan.facets[facet].values.len();
        let mut crossed = Crossed {
            cells: vec![zeros(values(columns)); values(rows)].into(),
            rows: zeros(values(rows)),
            columns: zeros(values(columns)),
            total: 0,
        };
        for id in self.crossing(view, overview) {
            let clause = &self.plan.clauses[id];
            let carried = |facet: FacetId| {
                let tags = clause.tags.iter().filter(move |tag| tag.facet == facet);
                tags.map(|tag| tag.value)
            };
            crossed.total += 1;
            for row in carried(rows) {
                crossed.rows[row] += 1;
                for column in carried(columns) {
                    crossed.cells[row][column] += 1;
                }
            }
            for column in carried(columns) {
                crossed.columns[column] += 1;
            }
        }
        crossed
    }

    /// Returns the clauses that [`Index::cross`] counts.
    #[must_use]
    pub fn crossing(&self, view: &View, overview: Overview) -> Vec<ClauseId> {
        let needles = self.needles(&view.query);
        let chosen = view.chosen(&self.plan);
        let is_crossed = |facet: &FacetId| *facet == overview.rows || *facet == overview.columns;
        let others = || chosen.ids().filter(|facet| !is_crossed(facet));
        let is_counted = |&id: &ClauseId| {
            let clause = &self.plan.clauses[id];
            needles.all_in(&self.folded[id])
                && !others().any(|facet| is_refused(clause, facet, &chosen[facet]))
        };
        self.searched(view).into_iter().filter(is_counted).collect()
    }

    /// Returns the clauses among which `view` searches: all, or only the pinned ones, in the order of the pins.
    fn searched(&self, view: &View) -> Vec<ClauseId> {
        let clauses = &self.plan.clauses;
        if !view.only_pins {
            return clauses.ids().collect();
        }
        let pins = names_of_pins(view);
        let mut pinned = vec![None; pins.slots()];
        for (id, clause) in clauses.enumerated() {
            if let Some(slot) = pins.find(clause.eid.as_str()) {
                pinned[slot] = Some(id);
            }
        }
        let found = view.pins.iter().filter_map(|pin| pinned[pins.find(pin)?]);
        found.collect()
    }
}

/// Returns the set of the pinned eIds.
pub(super) fn names_of_pins(view: &View) -> Names<'_> {
    let pins: Vec<&str> = view.pins.iter().map(String::as_str).collect();
    Names::new(&pins)
}

fn zeros(length: usize) -> ById<ValueId, usize> {
    vec![0; length].into()
}

/// Reports whether the choices in a facet exclude a clause.
pub(super) fn is_refused(clause: &Clause, facet: FacetId, chosen: &ById<ValueId, bool>) -> bool {
    let is_chosen = |tag: &Tag| tag.facet == facet && chosen[tag.value];
    !chosen.is_empty() && !clause.tags.iter().any(is_chosen)
}
