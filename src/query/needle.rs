//! The words and phrases of a query, and their matches in a text.

use std::ops::Range;

use plan::{Names, characters};

use crate::fold::Folder;

/// The number of characters that are searched of a query, with each of its words once. It bounds the
/// time for a whole text that was pasted, or for a hostile link; a sentence is far shorter.
pub const LONGEST_QUERY: usize = 500;

/// Reports whether a query is longer than what is searched of it.
#[must_use]
pub fn is_too_long(query: &str) -> bool {
    searched(query).1
}

/// The folded words and phrases of a query. A clause must contain all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needles(Vec<String>);

impl Needles {
    pub(super) fn new(query: &str, folder: &Folder) -> Self {
        Self(words(query).iter().map(|word| folder.fold(word)).collect())
    }

    /// Reports whether each needle occurs in at least one of the folded texts.
    pub(super) fn all_in(&self, texts: &[String]) -> bool {
        self.0
            .iter()
            .all(|needle| texts.iter().any(|text| text.contains(needle)))
    }

    /// Returns the needles that occur in none of the folded texts.
    pub(super) fn missing_in(&self, texts: &[&String]) -> Self {
        let is_missing = |needle: &&String| !texts.iter().any(|text| text.contains(*needle));
        Self(self.0.iter().filter(is_missing).cloned().collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the matches in `text`, whose folded form is `folded`, as sorted byte ranges of
    /// `text`. Matches that touch or overlap become one range.
    pub(super) fn hits(&self, text: &str, folded: &str) -> Vec<Range<usize>> {
        let mut is_hit = vec![false; folded.len()];
        for needle in &self.0 {
            for (at, hit) in folded.match_indices(needle) {
                is_hit[at..at + hit.len()].fill(true);
            }
        }
        // Both forms have the same number of characters, but not always of bytes.
        let characters = text.char_indices().zip(folded.char_indices());
        let mut hits: Vec<Range<usize>> = Vec::new();
        for ((start, c), _) in characters.filter(|(_, (at, _))| is_hit[*at]) {
            let end = start + c.len_utf8();
            match hits.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => hits.push(start..end),
            }
        }
        hits
    }
}

/// Returns the words and phrases as the reader typed them, each once, without quotation marks and
/// invisible characters. Those behind [`LONGEST_QUERY`] are left out.
///
/// White space separates words. Quotation marks enclose a phrase: straight, full-width, curly or
/// Chinese ones, since an input method may write any of them. An unclosed phrase extends to the
/// end, so that the results do not jump while it is typed.
pub(super) fn words(query: &str) -> Vec<String> {
    searched(query).0
}

/// Returns the words and phrases that are searched, and whether others are left out.
fn searched(query: &str) -> (Vec<String>, bool) {
    let mut all = Vec::new();
    for (nth, piece) in query.split(is_phrase_mark).enumerate() {
        let is_phrase = nth % 2 == 1;
        let visible: String = piece.chars().filter(|&c| !is_ignored(c)).collect();
        if is_phrase {
            all.push(visible.trim().to_owned());
        } else {
            all.extend(visible.split_whitespace().map(str::to_owned));
        }
    }
    let mut seen = Names::with_capacity(all.len());
    let mut words = Vec::new();
    let mut left = LONGEST_QUERY;
    for word in all.iter().filter(|word| !word.is_empty()) {
        if !seen.insert(word) {
            continue;
        }
        let beginning: String = word.chars().take(left).collect();
        left -= beginning.chars().count();
        let is_whole = beginning.len() == word.len();
        if !beginning.is_empty() {
            words.push(beginning);
        }
        if !is_whole {
            return (words, true);
        }
    }
    (words, false)
}

/// Returns a query with exactly these words and phrases.
pub(super) fn join(words: &[String]) -> String {
    let quote = |word: &String| {
        if word.contains(char::is_whitespace) {
            format!("\"{word}\"")
        } else {
            word.clone()
        }
    };
    words.iter().map(quote).collect::<Vec<_>>().join(" ")
}

/// Reports whether a character encloses phrases. Apostrophes do not: they occur inside words.
fn is_phrase_mark(c: char) -> bool {
    characters::is_quotation_mark(c) && !characters::is_apostrophe(c)
}

/// Reports whether a search ignores a character. It ignores accents, so a decomposed `é` matches
/// `é`.
fn is_ignored(c: char) -> bool {
    characters::is_invisible(c) || characters::is_accent(c)
}
