//! The quote check: whether quoted words occur in the plan word for word, nearly, or not at all.
//!
//! 1. An omission (`…`) splits a quote; each part is searched alone.
//! 2. Verbatim means exact, except for white space, for words that were hyphenated at the end of a
//!    line, and for quotation marks around the whole. Typographic means that only characters differ
//!    that a search treats as the same.
//! 3. Nearly means that few words differ, or in Chinese few characters. The words that a text shares
//!    with the quote find the likely texts; an alignment of the words finds the differences.
//! 4. A part that is neither is split at line breaks and then at the ends of sentences, so a quote
//!    from two successive clauses is found in both.
//! 5. Another translation of a clause shares only some words with ours. Such a part is similar, and
//!    the nearest clauses are listed. Only a part that shares little with every text is absent.
//!
//! The check searches clauses, headings, preamble and title, in every language. It does not compose
//! accents, because every browser can: pass the quote in Unicode's form NFC.

mod alignment;
mod features;
mod finding;
mod line;
mod search;
mod text;

use crate::index::Index;
use features::Features;
use line::{Line, is_sentence_end};
use search::{Cut, Search};
use text::texts;

pub use finding::{Finding, Match, Piece, Side, TextOf, Verdict};

/// The number of characters of a quote that are checked; an editor's quote is far shorter.
pub const LONGEST: usize = 5_000;

/// The number of sentences, lines and omissions of a quote that are checked. Each is searched alone.
const MOST_PARTS: usize = 250;

/// The number of texts that a finding lists, and one more if there are more. A word such as
/// “cooperation” is in nearly all.
pub const MOST_MATCHES: usize = 12;

/// Checks a quote. Returns a finding for each part, in order, and no finding for a quote without
/// words.
#[must_use]
pub fn check(index: &Index, quote: &str) -> Vec<Finding> {
    let end = checked(quote);
    let texts = texts(index);
    let is_known = |word: &[char]| {
        let mut lines = texts.iter().map(|text| &text.line.chars);
        lines.any(|chars| chars.windows(word.len()).any(|window| window == word))
    };
    let search = Search {
        quote: Line::of_quote(&quote[..end], index, is_known),
        features: Features::new(&texts),
        texts,
    };
    let whole = 0..search.quote.chars.len();
    let mut findings = search.find(whole, Cut::Ellipses);
    for finding in &mut findings {
        finding.part = search.quote.bytes(&finding.part);
        finding.matches.truncate(MOST_MATCHES + 1);
    }
    if end < quote.len() {
        findings.push(Finding {
            part: end..quote.len(),
            verdict: Verdict::TooLong,
            matches: Vec::new(),
        });
    }
    findings
}

/// Returns the number of bytes of a quote that are checked.
fn checked(quote: &str) -> usize {
    let is_end = |c: char| is_sentence_end(c) || matches!(c, '\n' | '\r' | '…' | '⋯');
    let longest = quote.char_indices().nth(LONGEST);
    let longest = longest.map_or(quote.len(), |(at, _)| at);
    let mut before = ' ';
    let ends = quote.char_indices().filter(|&(_, c)| {
        let is_first = is_end(c) && !is_end(before);
        before = c;
        is_first
    });
    let last = ends.map(|(at, c)| at + c.len_utf8()).nth(MOST_PARTS - 1);
    last.map_or(longest, |last| last.min(longest))
}

#[cfg(test)]
mod tests;
