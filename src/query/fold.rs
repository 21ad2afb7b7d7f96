//! Folding: characters that a search treats as the same become one character.
//!
//! Absent on purpose: any folding that changes the number of characters. So the nth character of
//! the folded text is the nth character of the shown text, and a match can be marked there.

use plan::Folds;

/// Replaces characters by a plan's [`Folds`].
#[derive(Clone, Debug)]
pub(super) struct Folder {
    /// A character and its replacement, sorted by the character.
    pairs: Vec<(char, char)>,
}

impl Folder {
    pub(super) fn new(folds: &Folds) -> Self {
        Self {
            pairs: folds.from.chars().zip(folds.to.chars()).collect(),
        }
    }

    /// Folds every character; the number of characters stays the same.
    pub(super) fn fold(&self, text: &str) -> String {
        text.chars().map(|c| self.fold_char(c)).collect()
    }

    pub(super) fn fold_char(&self, c: char) -> char {
        let found = self.pairs.binary_search_by_key(&c, |&(from, _)| from);
        found.map_or(c, |index| self.pairs[index].1)
    }
}
