//! Phrases of the original that justify a value.
//!
//! A phrase counts everywhere in a clause's text, except inside the passages that the value
//! excludes: “举办” (hold) is no promise inside “探索举办” (explore holding).

use std::ops::Range;

use plan::Span;

use crate::diagnostics::{Located, Reporter};
use crate::structure::document::Document;

/// The phrases of one value.
#[derive(Debug)]
pub(super) struct PhraseRule {
    pub(super) phrases: Vec<Located>,
    /// Passages inside which a phrase does not count.
    pub(super) except: Vec<Located>,
}

impl PhraseRule {
    /// Returns the parts of a text in which phrases count, from first to last. Overlapping or
    /// adjacent phrases are one part.
    pub(super) fn spans(&self, text: &str) -> Vec<Span> {
        let excepted = self.excepted(text);
        let phrases = self.phrases.iter();
        let mut counted: Vec<Range<usize>> = phrases
            .flat_map(|(phrase, _)| counted(phrase, &excepted, text))
            .collect();
        counted.sort_by_key(|range| (range.start, range.end));
        let mut spans: Vec<Span> = Vec::new();
        for Range { start, end } in counted {
            match spans.last_mut() {
                Some(last) if last.end >= start => last.end = last.end.max(end),
                _ => spans.push(Span { start, end }),
            }
        }
        spans
    }

    fn excepted(&self, text: &str) -> Vec<Range<usize>> {
        let passages = self.except.iter();
        passages
            .flat_map(|(passage, _)| occurrences(passage, text))
            .collect()
    }
}

/// Reports phrases that count in no clause, and passages that exclude no phrase.
pub(super) fn check(rule: &PhraseRule, document: &Document, reporter: &mut Reporter<'_>) {
    let texts = || document.clauses.iter().map(|clause| clause.text.as_str());
    for (phrase, location) in &rule.phrases {
        if phrase.trim().is_empty() {
            reporter.report(
                location,
                "expected a phrase of the original, found an empty one",
                "write the words, or remove it",
            );
            continue;
        }
        let counts = |text: &str| {
            text.contains(phrase.as_str())
                && counted(phrase, &rule.excepted(text), text).next().is_some()
        };
        if !texts().any(counts) {
            reporter.report_against_original(
                location,
                format!("expected a phrase that counts in a clause, found “{phrase}”, which counts in none"),
                "correct its spelling, or remove it; it does not count inside a passage of “except”",
            );
        }
    }
    // Passages without phrases are reported where the rule is read.
    if rule.phrases.is_empty() {
        return;
    }
    for (passage, location) in &rule.except {
        let excludes = |text: &str| {
            occurrences(passage, text).any(|outer| {
                let phrases = rule.phrases.iter();
                phrases
                    .flat_map(|(phrase, _)| occurrences(phrase, text))
                    .any(|inner| is_inside(&inner, &outer))
            })
        };
        if !texts().any(excludes) {
            let message = format!(
                "expected a passage of the original that contains one of the phrases, found “{passage}”"
            );
            let hint = "correct its spelling, or remove it: it excludes nothing";
            reporter.report_against_original(location, message, hint);
        }
    }
}

/// Returns where a phrase occurs in a text outside the excepted ranges.
fn counted(
    phrase: &str,
    excepted: &[Range<usize>],
    text: &str,
) -> impl Iterator<Item = Range<usize>> {
    occurrences(phrase, text).filter(|range| !excepted.iter().any(|outer| is_inside(range, outer)))
}

fn occurrences(phrase: &str, text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(phrase)
        .map(|(start, found)| start..start + found.len())
}

fn is_inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
