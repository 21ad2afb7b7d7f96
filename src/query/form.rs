//! A folded word or phrase, and its matches in a folded text.

use std::ops::Range;

use plan::characters::is_of_a_word;

use crate::plural::{LONGEST_ENDING, are_forms, common_stem};

/// A folded word or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) text: String,
    /// The byte index of the last word in `text`.
    last: usize,
    /// The number of bytes that the text has in common with all its plurals and singulars; all if the
    /// last word is short or not in Latin script.
    stem: usize,
    /// Whether the last word may have a plural or singular.
    is_word: bool,
    /// Whether only whole words match. A short name would occur inside many words.
    pub(super) is_whole: bool,
}

/// A character of a form's stem, and its byte index there. It is looked for before the whole stem.
pub(super) type Probe = Option<(usize, char)>;

impl Form {
    pub(super) fn new(text: String) -> Self {
        let letters = text.bytes().rev().take_while(u8::is_ascii_lowercase);
        let last = text.len() - letters.count();
        let is_word = text.len() - last >= LONGEST_ENDING && !text[..last].ends_with(is_of_a_word);
        let stem = if is_word {
            last + common_stem(&text[last..])
        } else {
            text.len()
        };
        Self {
            text,
            last,
            stem,
            is_word,
            is_whole: false,
        }
    }

    /// Returns the form with another name in its place.
    pub(super) fn of_name(text: String) -> Self {
        Self {
            is_whole: true,
            ..Self::new(text)
        }
    }

    /// Calls `each` with every match in a folded text, until it returns false: the text itself, and
    /// the text with a whole word in place of its last word, if one is the other's singular or
    /// plural.
    pub(super) fn each_in(
        &self,
        text: &str,
        probe: Probe,
        each: &mut dyn FnMut(Range<usize>) -> bool,
    ) {
        let mut from = 0;
        while let Some(start) = self.find(text, from, probe) {
            // Matches may overlap.
            let next = text[start..].chars().next();
            from = start + next.map_or(1, char::len_utf8);
            let (before, word) = text.split_at(start + self.last);
            let letters = || word.bytes().take_while(u8::is_ascii_lowercase).count();
            let is_form = || {
                let (word, after) = word.split_at(letters());
                !before.ends_with(is_of_a_word)
                    && !after.starts_with(is_of_a_word)
                    && are_forms(&self.text[self.last..], word)
            };
            let end = if text[start + self.stem..].starts_with(&self.text[self.stem..]) {
                start + self.text.len()
            } else if self.is_word && is_form() {
                start + self.last + letters()
            } else {
                continue;
            };
            if self.is_whole && !is_whole_in(text, &(start..end)) {
                continue;
            }
            if !each(start..end) {
                return;
            }
        }
    }

    /// Returns the part that every match contains.
    pub(super) fn stem(&self) -> &str {
        &self.text[..self.stem]
    }

    /// Reports whether a folded text has a match.
    pub(super) fn is_in(&self, text: &str, probe: Probe) -> bool {
        let mut is_found = false;
        self.each_in(text, probe, &mut |_| {
            is_found = true;
            false
        });
        is_found
    }

    /// Returns the index of the first stem in `text` at or behind `from`.
    fn find(&self, text: &str, from: usize, probe: Probe) -> Option<usize> {
        let mut rest = text.get(from..)?;
        let Some((inside, probe)) = probe else {
            return Some(from);
        };
        let stem = self.stem().as_bytes();
        loop {
            let found = text.len() - rest.len() + rest.find(probe)?;
            let start = found.checked_sub(inside).filter(|&start| start >= from);
            if let Some(start) = start.filter(|&start| text.as_bytes()[start..].starts_with(stem)) {
                return Some(start);
            }
            rest = &text[found + probe.len_utf8()..];
        }
    }

    /// Returns the first character as the one that is looked for.
    pub(super) fn first(&self) -> Probe {
        self.stem().char_indices().next()
    }
}

/// Reports whether a range of a folded text neither begins nor ends inside a word.
pub(super) fn is_whole_in(text: &str, range: &Range<usize>) -> bool {
    [range.start, range.end].iter().all(|&at| {
        let (before, after) = text.split_at(at);
        !before.ends_with(is_of_a_word) || !after.starts_with(is_of_a_word)
    })
}
