//! Related clauses: those that share rare facet values.

use plan::{ClauseId, FacetId, Tag, ValueId};

use crate::index::Index;
use crate::view::View;

/// A clause that shares facet values with another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The clause.
    pub clause: ClauseId,
    /// The shared values, the rarest first.
    pub shared: Vec<(FacetId, ValueId)>,
}

/// The largest number of related clauses.
const MOST: usize = 5;

impl Index {
    /// Returns the clauses that share most facet values with a clause, best first.
    ///
    /// Rare values count more; values of more than a quarter of the clauses do not count. The
    /// facets of the overview do not count, because every clause has a value in them, and the
    /// host's statuses do not count.
    #[must_use]
    pub fn related(&self, clause: ClauseId) -> Vec<Related> {
        let plan = self.plan();
        let carried = self.run(&View::default()).counts;
        let is_ignored = |facet: FacetId| {
            let overview = plan.overview;
            overview.is_some_and(|overview| facet == overview.rows || facet == overview.columns)
                || Some(facet) == self.statuses()
        };
        let mut counting: Vec<(FacetId, ValueId)> = values(&plan.clauses[clause].tags)
            .filter(|&(facet, value)| {
                !is_ignored(facet) && carried[facet][value] * 4 <= plan.clauses.len()
            })
            .collect();
        counting = smallest(counting, usize::MAX, |&(facet, value)| {
            carried[facet][value]
        });
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
        // Clauses of the same weight stay in the document's order.
        let heaviest = smallest(found, MOST, |(weight, _)| usize::MAX - weight);
        heaviest.into_iter().map(|(_, related)| related).collect()
    }
}

/// Returns the `most` items with the smallest keys, sorted; items with the same key keep their order. It is fast as
/// long as `most` or the list is short. The standard library's stable sort is 3 KB of wasm (brotli).
fn smallest<T>(items: Vec<T>, most: usize, key: impl Fn(&T) -> usize) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in items {
        let later = sorted.iter().position(|other| key(other) > key(&item));
        sorted.insert(later.unwrap_or(sorted.len()), item);
        sorted.truncate(most);
    }
    sorted
}

fn values(tags: &[Tag]) -> impl Iterator<Item = (FacetId, ValueId)> {
    tags.iter().map(|tag| (tag.facet, tag.value))
}
