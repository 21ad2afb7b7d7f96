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
    /// Whether a character may be in `pairs`, by its code point modulo [`FILTER`]. Most are not.
    filter: Vec<bool>,
}

/// A power of two, many times as large as the number of pairs.
const FILTER: usize = 0x2000;

impl Folder {
    pub(super) fn new(folds: &Folds) -> Self {
        let mut filter = vec![false; FILTER];
        for c in folds.from.chars() {
            filter[c as usize % FILTER] = true;
        }
        Self {
            pairs: folds.from.chars().zip(folds.to.chars()).collect(),
            filter,
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
        for (at, c) in text.char_indices() {
            if is_plain(c) {
                follows_separator = false;
                each(at, self.fold_char(c));
                continue;
            }
            if is_ignored(c) {
                continue;
            }
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
        if !self.filter[c as usize % FILTER] {
            return c;
        }
        let found = self.pairs.binary_search_by_key(&c, |&(from, _)| from);
        found.map_or(c, |index| self.pairs[index].1)
    }
}

/// Reports whether a search ignores a character. It ignores accents, so a decomposed `é` matches
/// `é`.
pub(super) fn is_ignored(c: char) -> bool {
    is_invisible(c) || is_accent(c)
}

/// Reports whether a character is one of the many that are neither ignored, nor separators or ligatures.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{3001}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_characters_have_no_rule_of_their_own() {
        for c in ('\0'..=char::MAX).filter(|&c| is_plain(c)) {
            assert!(
                !is_ignored(c) && !is_separator(c) && ligature(c).is_none(),
                "{c:?}"
            );
        }
    }
}
