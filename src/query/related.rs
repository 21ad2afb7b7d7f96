//! Clauses related to one: those that share what few share.

use super::{Index, View};
use plan::{ClauseId, FacetId, Tag, ValueId};

/// A clause that shares values with another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The clause.
    pub clause: ClauseId,
    /// The values that both carry, the rarest first.
    pub shared: Vec<(FacetId, ValueId)>,
}

/// How many there are at most.
const MOST: usize = 5;

impl Index {
    /// The clauses that share most with a clause, best first.
    ///
    /// A value counts the more, the fewer clauses carry it; one that more than a quarter of them carry does not
    /// count. Nor do the facets of the overview, in which every clause has its place anyway, and the host's statuses.
    #[must_use]
    pub fn related(&self, clause: ClauseId) -> Vec<Related> {
        let plan = self.plan();
        let carried = self.run(&View::default()).counts;
        let is_left_out = |facet: FacetId| {
            let overview = plan.overview;
            overview.is_some_and(|overview| facet == overview.rows || facet == overview.columns)
                || Some(facet) == self.statuses()
        };
        let mut counting: Vec<(FacetId, ValueId)> = values(&plan.clauses[clause].tags)
            .filter(|&(facet, value)| {
                !is_left_out(facet) && carried[facet][value] * 4 <= plan.clauses.len()
            })
            .collect();
        counting.sort_by_key(|&(facet, value)| carried[facet][value]);
        let mut found: Vec<(usize, Related)> = Vec::new();
        let others = plan.clauses.enumerated();
        for (id, other) in others.filter(|(id, _)| *id != clause) {
            let has =
                |shared: &(FacetId, ValueId)| values(&other.tags).any(|carried| carried == *shared);
            let shared: Vec<_> = counting.iter().copied().filter(has).collect();
            let weight = shared
                .iter()
                .map(|&(facet, value)| plan.clauses.len() * 64 / carried[facet][value])
                .sum();
            if !shared.is_empty() {
                found.push((weight, Related { clause: id, shared }));
            }
        }
        // Those of the same weight stay in the document's order.
        found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        found
            .into_iter()
            .take(MOST)
            .map(|(_, related)| related)
            .collect()
    }
}

fn values(tags: &[Tag]) -> impl Iterator<Item = (FacetId, ValueId)> {
    tags.iter().map(|tag| (tag.facet, tag.value))
}
