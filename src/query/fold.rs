//! Folding: characters that a search treats as the same become one character.
//!
//! Folding may change the number of characters: a ligature becomes its letters, invisible characters
//! and accents disappear, and white space and dashes become one space. [`Folder::each`] reports the
//! origin of each folded character, so that a match can be marked in the shown text.

use plan::Folds;
use plan::characters::{is_accent, is_invisible, is_separator, ligature};

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

    pub(super) fn fold(&self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        self.each(text, &mut |_, c| folded.push(c));
        folded
    }

    /// Calls `each` with every folded character and the byte index of its origin in `text`.
    pub(super) fn each(&self, text: &str, each: &mut dyn FnMut(usize, char)) {
        let mut follows_separator = false;
        for (at, c) in text.char_indices().filter(|&(_, c)| !is_ignored(c)) {
            let is_separator = is_separator(c);
            if let Some(letters) = ligature(c) {
                letters.chars().for_each(|letter| each(at, letter));
            } else if !is_separator {
                each(at, self.fold_char(c));
            } else if !follows_separator {
                each(at, ' ');
            }
            follows_separator = is_separator;
        }
    }

    pub(super) fn fold_char(&self, c: char) -> char {
        let found = self.pairs.binary_search_by_key(&c, |&(from, _)| from);
        found.map_or(c, |index| self.pairs[index].1)
    }
}

/// Reports whether a search ignores a character. It ignores accents, so a decomposed `é` matches
/// `é`.
pub(super) fn is_ignored(c: char) -> bool {
    is_invisible(c) || is_accent(c)
}
