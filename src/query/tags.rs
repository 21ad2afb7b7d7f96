//! The facet values of all clauses, as numbers in one list.

use std::ops::Range;

use plan::{ById, Clause, ClauseId, Facet, FacetId, Id, ValueId};

/// A number of clauses for each value of each facet.
pub type Counts = ById<FacetId, ById<ValueId, usize>>;

/// The facet values of all clauses. All values of a plan are numbered, facet after facet.
#[derive(Debug)]
pub(super) struct Tags {
    /// The numbers of each clause's values, each once, clause after clause.
    numbers: Vec<u32>,
    /// The index in `numbers` at which each clause begins, and the end of the last one.
    starts: Vec<u32>,
    /// The numbers of each facet's values.
    facets: ById<FacetId, Range<usize>>,
}

impl Tags {
    pub(super) fn new(clauses: &ById<ClauseId, Clause>, facets: &ById<FacetId, Facet>) -> Self {
        let mut end = 0;
        let range = |facet: &Facet| {
            let start = end;
            end += facet.values.len();
            start..end
        };
        let facets: ById<FacetId, _> = facets.iter().map(range).collect();
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut numbers = Vec::with_capacity(clauses.iter().map(|one| one.tags.len()).sum());
        let mut starts = vec![0];
        for clause in clauses {
            let start = numbers.len();
            for tag in &clause.tags {
                let number = short(facets[tag.facet].start + tag.value.index());
                if !numbers[start..].contains(&number) {
                    numbers.push(number);
                }
            }
            starts.push(short(numbers.len()));
        }
        Self {
            numbers,
            starts,
            facets,
        }
    }

    /// Returns the numbers of a clause's values.
    pub(super) fn of(&self, clause: ClauseId) -> &[u32] {
        let [start, end] = [0, 1].map(|next| self.starts[clause.index() + next] as usize);
        &self.numbers[start..end]
    }

    /// Calls `each` with the values of one facet that a clause has.
    pub(super) fn each_in(&self, clause: ClauseId, facet: FacetId, each: &mut dyn FnMut(ValueId)) {
        let range = self.range(facet);
        for &nth in self.of(clause) {
            if range.contains(&(nth as usize)) {
                each(ValueId::new(nth as usize - range.start));
            }
        }
    }

    /// Returns the numbers of a facet's values.
    pub(super) fn range(&self, facet: FacetId) -> Range<usize> {
        self.facets[facet].clone()
    }

    /// Returns the number of a value.
    pub(super) fn number(&self, facet: FacetId, value: ValueId) -> usize {
        self.facets[facet].start + value.index()
    }

    /// Returns the number of all values.
    pub(super) fn len(&self) -> usize {
        self.facets.last().map_or(0, |range| range.end)
    }

    /// Returns how many clauses of a plan have each value.
    pub(super) fn whole(&self) -> Counts {
        let mut counts = vec![0; self.len()];
        for nth in &self.numbers {
            counts[*nth as usize] += 1;
        }
        self.by_facet(&counts)
    }

    /// Returns the counts of numbered values by facet and value.
    pub(super) fn by_facet(&self, counts: &[usize]) -> Counts {
        let ranges = self.facets.iter();
        let counts = ranges.map(|range| counts[range.clone()].to_vec().into());
        counts.collect()
    }
}
