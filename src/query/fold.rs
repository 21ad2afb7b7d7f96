//! Reading characters that count as the same as one character.
//!
//! Absent on purpose: any folding that changes the number of characters. A match in the folded text
//! is thereby a mark in the shown text.

use plan::Folds;

/// Replaces characters by a plan's [`Folds`].
#[derive(Clone, Debug)]
pub(super) struct Folder {
    /// Sorted by the first of each pair.
    pairs: Vec<(char, char)>,
}

impl Folder {
    pub(super) fn new(folds: &Folds) -> Self {
        Self {
            pairs: folds.from.chars().zip(folds.to.chars()).collect(),
        }
    }

    /// `text` with every character folded; as many characters as before.
    pub(super) fn fold(&self, text: &str) -> String {
        text.chars().map(|c| self.fold_char(c)).collect()
    }

    pub(super) fn fold_char(&self, c: char) -> char {
        let found = self.pairs.binary_search_by_key(&c, |&(from, _)| from);
        found.map_or(c, |place| self.pairs[place].1)
    }
}
