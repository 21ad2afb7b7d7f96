//! Sets of clauses.

use plan::{ClauseId, Id};

/// A set of clauses: a bit for each clause of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ClauseSet(Vec<u64>);

/// The number of clauses in a word of a set.
const IN_A_WORD: usize = 64;

/// Returns the number of words for this many clauses.
pub(super) fn words(clauses: usize) -> usize {
    clauses.div_ceil(IN_A_WORD)
}

/// Returns the word of a clause, and its bit there.
pub(super) fn bit(clause: usize) -> (usize, u64) {
    (clause / IN_A_WORD, 1 << (clause % IN_A_WORD))
}

impl ClauseSet {
    /// Returns the empty set.
    pub(super) fn none(clauses: usize) -> Self {
        Self(vec![0; words(clauses)])
    }

    /// Returns the set of all clauses.
    pub(super) fn all(clauses: usize) -> Self {
        let mut all = Self(vec![u64::MAX; words(clauses)]);
        if let Some(last) = all.0.last_mut() {
            *last >>= words(clauses) * IN_A_WORD - clauses;
        }
        all
    }

    /// Returns the empty set of clauses of the same plan.
    pub(super) fn without_any(&self) -> Self {
        Self(vec![0; self.0.len()])
    }

    pub(super) fn insert(&mut self, clause: ClauseId) {
        let (word, bit) = bit(clause.index());
        self.0[word] |= bit;
    }

    pub(super) fn remove_one(&mut self, clause: ClauseId) {
        let (word, bit) = bit(clause.index());
        self.0[word] &= !bit;
    }

    pub(super) fn has(&self, clause: ClauseId) -> bool {
        let (word, bit) = bit(clause.index());
        self.0[word] & bit != 0
    }

    /// Adds the clauses of another set.
    pub(super) fn add(&mut self, other: &Self) {
        self.combine(&other.0, |word, other| word | other);
    }

    /// Keeps only the clauses of another set, given by its words.
    pub(super) fn keep(&mut self, words: &[u64]) {
        self.combine(words, |word, other| word & other);
    }

    /// Removes the clauses of another set.
    pub(super) fn remove(&mut self, other: &Self) {
        self.combine(&other.0, |word, other| word & !other);
    }

    #[inline(never)]
    fn combine(&mut self, words: &[u64], combined: fn(u64, u64) -> u64) {
        for (word, other) in self.0.iter_mut().zip(words) {
            *word = combined(*word, *other);
        }
    }

    pub(super) fn words(&self) -> &[u64] {
        &self.0
    }

    /// Returns the number of clauses.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Calls `each` with the clauses in the document's order.
    pub(super) fn each(&self, each: &mut dyn FnMut(ClauseId)) {
        for (nth, &word) in self.0.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                each(ClauseId::new(
                    nth * IN_A_WORD + rest.trailing_zeros() as usize,
                ));
                rest &= rest - 1;
            }
        }
    }
}

/// The clauses that are in at least one, and in at least two of several sets.
#[derive(Debug)]
pub(super) struct Overlap {
    pub(super) one: ClauseSet,
    pub(super) two: ClauseSet,
}

impl Overlap {
    /// Returns the overlap of sets in a plan of this many clauses.
    pub(super) fn of<'a>(sets: impl Iterator<Item = &'a ClauseSet>, clauses: usize) -> Self {
        let mut one = ClauseSet::none(clauses);
        let mut two = one.clone();
        for set in sets {
            let mut again = set.clone();
            again.keep(one.words());
            two.add(&again);
            one.add(set);
        }
        Self { one, two }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contains_exactly_its_clauses() {
        for clauses in [0, 1, 63, 64, 65, 200] {
            let all = ClauseSet::all(clauses);
            assert_eq!(all.len(), clauses);
            let mut ids: Vec<ClauseId> = Vec::new();
            all.each(&mut |id| ids.push(id));
            assert!(ids.iter().map(|id| id.index()).eq(0..clauses));
            let mut thirds = ClauseSet::none(clauses);
            ids.iter().step_by(3).for_each(|&id| thirds.insert(id));
            assert_eq!(thirds.len(), clauses.div_ceil(3));
            let mut others = all.clone();
            others.remove(&thirds);
            assert!(ids.iter().all(|&id| thirds.has(id) != others.has(id)));
            others.keep(thirds.words());
            assert_eq!(others, all.without_any());
            others.add(&thirds);
            assert_eq!(others, thirds);
        }
    }
}
