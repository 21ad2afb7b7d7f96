//! The clauses that match a view, and the counts beside every choice.

use plan::{ById, ClauseId, FacetId, Id, Names, Overview, ValueId};

use crate::clause_set::{ClauseSet, Overlap};
use crate::index::Index;
use crate::tags::Counts;
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
        let matching = self.matching(&self.needles(&view.query));
        let refusals = self.refusals(view, &|_| true);
        let refused = refusals.iter().map(|(_, refused)| refused);
        let refused = Overlap::of(refused, self.plan.clauses.len());
        let mut clauses = Vec::new();
        let mut counts = vec![0; self.tags.len()];
        self.each_searched(view, &matching, &mut |id| {
            if !refused.one.has(id) {
                clauses.push(id);
                for &nth in self.tags.of(id) {
                    counts[nth as usize] += 1;
                }
            } else if !refused.two.has(id) {
                // A clause that only one facet excludes still counts for the values of that facet:
                // they are alternatives, so choosing one of them would include the clause.
                for (facet, _) in refusals.iter().filter(|(_, refused)| refused.has(id)) {
                    let start = self.tags.range(*facet).start;
                    self.tags
                        .each_in(id, *facet, &mut |value| counts[start + value.index()] += 1);
                }
            }
        });
        let counts = self.tags.by_facet(&counts);
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
            crossed.total += 1;
            self.tags.each_in(id, rows, &mut |row| {
                crossed.rows[row] += 1;
                self.tags
                    .each_in(id, columns, &mut |column| crossed.cells[row][column] += 1);
            });
            self.tags
                .each_in(id, columns, &mut |column| crossed.columns[column] += 1);
        }
        crossed
    }

    /// Returns the clauses that [`Index::cross`] counts.
    #[must_use]
    pub fn crossing(&self, view: &View, overview: Overview) -> Vec<ClauseId> {
        let matching = self.matching(&self.needles(&view.query));
        let mut counted = (*matching).clone();
        let is_other = |facet| facet != overview.rows && facet != overview.columns;
        for (_, refused) in self.refusals(view, &is_other) {
            counted.remove(&refused);
        }
        let mut clauses = Vec::new();
        self.each_searched(view, &counted, &mut |id| clauses.push(id));
        clauses
    }

    /// Returns the facets with a choice among `facets`, each with the clauses that its choice excludes.
    pub(super) fn refusals(
        &self,
        view: &View,
        facets: &dyn Fn(FacetId) -> bool,
    ) -> Vec<(FacetId, ClauseSet)> {
        let clauses = &self.plan.clauses;
        let chosen = view.chosen(&self.plan);
        let is_any = |facet: &FacetId| !chosen[*facet].is_empty() && facets(*facet);
        let refusal = |facet: FacetId| {
            let mut refused = ClauseSet::all(clauses.len());
            for id in clauses.ids() {
                self.tags.each_in(id, facet, &mut |value| {
                    if chosen[facet][value] {
                        refused.remove_one(id);
                    }
                });
            }
            (facet, refused)
        };
        chosen.ids().filter(is_any).map(refusal).collect()
    }

    /// Calls `each` with the clauses of a set among which `view` searches: all, or only the pinned ones, in the order
    /// of the pins.
    fn each_searched(&self, view: &View, set: &ClauseSet, each: &mut dyn FnMut(ClauseId)) {
        if !view.only_pins {
            return set.each(each);
        }
        let pins = names_of_pins(view);
        let mut pinned = vec![None; pins.slots()];
        for (id, clause) in self.plan.clauses.enumerated() {
            if let Some(slot) = pins.find(clause.eid.as_str()) {
                pinned[slot] = Some(id);
            }
        }
        let found = view.pins.iter().filter_map(|pin| pinned[pins.find(pin)?]);
        found.filter(|&id| set.has(id)).for_each(each);
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
