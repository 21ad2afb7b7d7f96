//! Words that an author probably meant by a phrase that is nowhere in the text: whole words that contain it,
//! the same words with other accents or dashes, or words that differ by a slip.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use plan::characters::{is_letter, is_of_a_bounded_word, is_separator};

use super::comparable::Comparable;
use crate::folds::fold;
use crate::structure::document::Document;

/// Words of the text for a message, such as “ports” or “port’s”.
#[derive(Debug, Default)]
pub(super) enum Suggestions {
    /// The phrase is inside these longer words.
    InsideWords(String),
    /// These are near.
    Near(String),
    #[default]
    None,
}

/// How many suggestions a message has.
const MOST: usize = 3;

/// Returns suggestions for a phrase that no clause has.
pub(super) fn of(phrase: &str, document: &Document) -> Suggestions {
    let texts = || document.clauses.iter().map(|clause| &*clause.text);
    let mut inside = Candidates::default();
    for text in texts() {
        inside.add_words_with(phrase, text, Comparable::new);
    }
    if let Some(words) = inside.best() {
        return Suggestions::InsideWords(words);
    }
    let mut near = Candidates::default();
    for text in texts() {
        near.add_words_with(phrase, text, |text| Comparable::folded(text, as_searched));
    }
    if near.by_distance.is_empty() {
        for text in texts() {
            near.add_slips(phrase, text);
        }
    }
    near.best().map_or(Suggestions::None, Suggestions::Near)
}

/// Returns the common form of a character for which a search finds this one.
fn as_searched(c: char) -> char {
    if is_separator(c) { ' ' } else { fold(c) }
}

/// Words of the text, with how far they are from the phrase and how often they occur.
#[derive(Default)]
struct Candidates {
    by_distance: BTreeMap<(usize, String), usize>,
}

impl Candidates {
    fn add(&mut self, distance: usize, words: &str) {
        *self
            .by_distance
            .entry((distance, words.to_owned()))
            .or_default() += 1;
    }

    /// Adds the whole words of a text that contain a phrase in a common form.
    fn add_words_with(&mut self, phrase: &str, text: &str, form: impl Fn(&str) -> Comparable) {
        let (folded, wanted) = (form(text), form(phrase).text);
        for (start, _) in folded.text.match_indices(&wanted) {
            let range = folded.to_whole_words(start..start + wanted.len());
            self.add(0, &text[folded.in_original(&range)]);
        }
    }

    /// Adds words that differ from a phrase by a few letters.
    fn add_slips(&mut self, phrase: &str, text: &str) {
        let (folded, wanted) = (Comparable::new(text), Comparable::new(phrase).text);
        let length = wanted.chars().count();
        // One slip in a short phrase, more in a long one; a Chinese character is a whole syllable.
        let limit = if wanted.contains(is_of_a_bounded_word) {
            (length / 3).clamp(1, 3)
        } else {
            (length / 3).min(2)
        };
        let ends = [wanted.chars().next(), wanted.chars().next_back()];
        for range in windows(&folded.text, &wanted) {
            let found = &folded.text[range.clone()];
            // Cheap tests first: a plan may have very many words.
            let is_like =
                ends.contains(&found.chars().next()) || ends.contains(&found.chars().next_back());
            if limit == 0 || !is_like || found.chars().count().abs_diff(length) > limit {
                continue;
            }
            let distance = strsim::osa_distance(&wanted, found);
            if distance <= limit && distance < length.saturating_sub(1) {
                self.add(distance, &text[folded.in_original(&range)]);
            }
        }
    }

    /// Returns the nearest, and of equally near ones the most frequent, for a message.
    fn best(self) -> Option<String> {
        let mut all: Vec<_> = self.by_distance.into_iter().collect();
        all.sort_by_key(|((distance, _), count)| (*distance, Reverse(*count)));
        let words = all
            .iter()
            .take(MOST)
            .map(|((_, words), _)| format!("“{words}”"));
        let words: Vec<String> = words.collect();
        let (last, others) = words.split_last()?;
        Some(match others {
            [] => last.clone(),
            _ => format!("{} or {last}", others.join(", ")),
        })
    }
}

/// Returns the parts of a text with as many words as a phrase; for a phrase without spaces between its words, with as many
/// letters.
fn windows(text: &str, phrase: &str) -> Vec<Range<usize>> {
    let is_bounded = phrase.contains(is_of_a_bounded_word);
    let pieces = |text: &str| {
        let mut pieces: Vec<Range<usize>> = Vec::new();
        for (at, c) in text.char_indices().filter(|(_, c)| is_letter(*c)) {
            let end = at + c.len_utf8();
            match pieces.last_mut() {
                Some(last) if last.end == at && is_bounded => last.end = end,
                _ => pieces.push(at..end),
            }
        }
        pieces
    };
    let (pieces, length) = (pieces(text), pieces(phrase).len());
    let windows = pieces.windows(length.max(1));
    let whole = windows.filter_map(|window| Some(window.first()?.start..window.last()?.end));
    whole.collect()
}
