//! Related clauses: those that share rare facet values.

use plan::{ClauseId, FacetId, Tag, ValueId};

use crate::index::Index;

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
        let carried = &self.whole;
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
        counting = sorted(counting, |&(facet, value)| carried[facet][value]);
        let mut weights = vec![0; self.tags.len()];
        for &(facet, value) in &counting {
            let weight = plan.clauses.len() * 64 / carried[facet][value];
            weights[self.tags.number(facet, value)] = weight;
        }
        let mut heaviest: Vec<(usize, ClauseId)> = Vec::new();
        for other in plan.clauses.ids().filter(|id| *id != clause) {
            let weight = self
                .tags
                .of(other)
                .iter()
                .map(|&nth| weights[nth as usize])
                .sum();
            // Clauses of the same weight stay in the document's order.
            let later = heaviest.iter().position(|(lighter, _)| *lighter < weight);
            if weight > 0 && (later.is_some() || heaviest.len() < MOST) {
                heaviest.insert(later.unwrap_or(heaviest.len()), (weight, other));
                heaviest.truncate(MOST);
            }
        }
        let related = |(_, other)| {
            let has = |&(facet, value): &(FacetId, ValueId)| {
                let number = self.tags.number(facet, value);
                self.tags
                    .of(other)
                    .iter()
                    .any(|&nth| nth as usize == number)
            };
            Related {
                clause: other,
                shared: counting.iter().copied().filter(has).collect(),
            }
        };
        heaviest.into_iter().map(related).collect()
    }
}

/// Returns the items sorted by their keys; items with the same key keep their order. It is fast as long as the list is
/// short. The standard library's stable sort is 3 KB of wasm (brotli).
fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> usize) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in items {
        let later = sorted.iter().position(|other| key(other) > key(&item));
        sorted.insert(later.unwrap_or(sorted.len()), item);
    }
    sorted
}

fn values(tags: &[Tag]) -> impl Iterator<Item = (FacetId, ValueId)> {
    tags.iter().map(|tag| (tag.facet, tag.value))
}
