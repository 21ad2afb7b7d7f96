//! The quote check: whether quoted words occur in the plan word for word, nearly, or not at all.
//!
//! 1. An omission (`…`) splits a quote; each part is searched alone.
//! 2. Verbatim means exact, except for white space, for words that were hyphenated at the end of a
//!    line, and for quotation marks around the whole.
//! 3. Nearly means that few words differ, or in Chinese few characters. Runs of three characters
//!    that a text shares with the quote find the likely texts; an alignment of the words finds the
//!    differences.
//! 4. A part that is neither is split at line breaks and then at the ends of sentences, so a quote
//!    from two successive clauses is found in both.
//!
//! The check searches clauses, headings, preamble and title, in every language. It does not compose
//! accents, because every browser can: pass the quote in Unicode's form NFC.

mod alignment;
mod finding;
mod likely;
mod line;
mod search;
mod text;

use crate::index::Index;
use line::Line;
use search::{Cut, Search};
use text::texts;

pub use finding::{Finding, Match, Piece, Side, TextOf, Verdict};

/// The number of characters of a quote that are checked; an editor's quote is far shorter.
pub const LONGEST: usize = 5_000;

/// Checks a quote. Returns a finding for each part, in order, and no finding for a quote without
/// words.
#[must_use]
pub fn check(index: &Index, quote: &str) -> Vec<Finding> {
    let longest = quote.char_indices().nth(LONGEST);
    let end = longest.map_or(quote.len(), |(at, _)| at);
    let texts = texts(index);
    let is_known = |word: &[char]| {
        let mut lines = texts.iter().map(|text| &text.line.chars);
        lines.any(|chars| chars.windows(word.len()).any(|window| window == word))
    };
    let search = Search {
        quote: Line::of_quote(&quote[..end], index, is_known),
        texts,
    };
    let whole = 0..search.quote.chars.len();
    let found = search.find(whole, Cut::Ellipses).into_iter();
    let mut findings: Vec<Finding> = found
        .map(|(part, verdict)| Finding {
            part: search.quote.bytes(&part),
            verdict,
        })
        .collect();
    if end < quote.len() {
        findings.push(Finding {
            part: end..quote.len(),
            verdict: Verdict::TooLong,
        });
    }
    findings
}

#[cfg(test)]
mod tests;
