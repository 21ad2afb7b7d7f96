//! The words and phrases of a query, and where they stand in a text.

use std::ops::Range;

use super::fold::Folder;

/// The words and phrases of a query, folded. All must occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needles(Vec<String>);

impl Needles {
    pub(super) fn new(query: &str, folder: &Folder) -> Self {
        let folded = words(query).into_iter().map(|word| folder.fold(&word));
        Self(folded.collect())
    }

    /// Whether each needle stands in at least one of the texts, all folded alike.
    pub(super) fn all_in(&self, texts: &[String]) -> bool {
        self.0.iter().all(|needle| texts.iter().any(|text| text.contains(needle)))
    }

    /// Where needles stand in `text`, whose folded form is `folded`: byte ranges of `text`, sorted;
    /// overlapping ones are joined.
    pub(super) fn hits(&self, text: &str, folded: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for needle in &self.0 {
            found.extend(folded.match_indices(needle).map(|(at, hit)| at..at + hit.len()));
        }
        found.sort_by_key(|range| (range.start, range.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for range in found {
            match joined.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => joined.push(range),
            }
        }
        joined.iter().map(|range| place_in(text, folded, range.start)..place_in(text, folded, range.end)).collect()
    }
}

/// The words and phrases as the reader typed them, without quotes and what cannot be seen.
///
/// Words are separated by white space. A phrase stands between quotation marks: straight, full
/// width or curly, since an input method may write any of them. An unclosed one runs to the end, so
/// that nothing jumps while it is being typed.
pub(super) fn words(query: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (nth, piece) in query.split(is_quotation_mark).enumerate() {
        let is_phrase = nth % 2 == 1;
        let visible: String = piece.chars().filter(|&c| !is_invisible(c)).collect();
        if is_phrase {
            words.push(visible.trim().to_owned());
        } else {
            words.extend(visible.split_whitespace().map(str::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A query that has just these words and phrases.
pub(super) fn join(words: &[String]) -> String {
    let quote = |word: &String| {
        if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.clone() }
    };
    words.iter().map(quote).collect::<Vec<_>>().join(" ")
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '＂' | '“' | '”')
}

/// Combining accents (a decomposed `é` must find `é`), soft hyphens, and the zero-width characters
/// that come along when text is pasted.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The byte of `text` that corresponds to the byte `at` of its folded form, which has as many
/// characters.
fn place_in(text: &str, folded: &str, at: usize) -> usize {
    let characters = folded[..at].chars().count();
    text.char_indices().nth(characters).map_or(text.len(), |(place, _)| place)
}
