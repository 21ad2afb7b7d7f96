//! Phrases of the original that justify a value.
//!
//! A phrase counts everywhere in a clause's text, except inside the passages that the value
//! excludes: “举办” (hold) is no promise inside “探索举办” (explore holding).

use std::collections::BTreeSet;
use std::ops::Range;

use plan::Span;

use super::suggestions::{self, Suggestions};
use crate::diagnostics::{Located, Reporter};
use crate::structure::document::Document;

/// The phrases of one value.
#[derive(Debug)]
pub(super) struct PhraseRule {
    pub(super) phrases: Vec<Located>,
    /// Passages inside which a phrase does not count.
    pub(super) except: Vec<Located>,
}

/// A phrase or a passage in a clause's text.
#[derive(Debug)]
pub(super) struct Match {
    /// The index among the phrases or passages of its value.
    pub(super) nth: usize,
    /// Whether it is a passage of `except`.
    pub(super) is_exception: bool,
    pub(super) range: Range<usize>,
}

/// Returns the parts of a clause's text in which phrases count, from first to last. Overlapping or
/// adjacent phrases are one part. `matches` are those of the clause.
pub(super) fn spans(matches: &[Match]) -> Vec<Span> {
    let counted = matches.iter().filter(|one| counts(one, matches));
    let mut counted: Vec<Range<usize>> = counted.map(|one| one.range.clone()).collect();
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

/// Reports phrases that count in no clause, and passages that exclude no phrase. `matches` has those
/// of each clause of the document.
pub(super) fn check<'a>(
    rule: &PhraseRule,
    matches: impl Iterator<Item = &'a [Match]>,
    document: &Document,
    reporter: &mut Reporter<'_>,
) {
    let (mut counted, mut useful) = (BTreeSet::new(), BTreeSet::new());
    let mut found = BTreeSet::new();
    for matches in matches {
        for one in matches {
            found.insert((one.is_exception, one.nth));
            if one.is_exception && excludes(one, matches) {
                useful.insert(one.nth);
            } else if counts(one, matches) {
                counted.insert(one.nth);
            }
        }
    }
    for (nth, (phrase, location)) in rule.phrases.iter().enumerate() {
        if phrase.trim().is_empty() {
            reporter.report(
                location,
                "expected a phrase of the original, found an empty one",
                "write the words, or remove it",
            );
        } else if !counted.contains(&nth) {
            let remedy = "correct its spelling, or remove it; it does not count inside a passage of “except”";
            let is_missing = !found.contains(&(false, nth));
            let near = is_missing.then(|| suggestions::of(phrase, document));
            let (place, hint) = match near.unwrap_or_default() {
                Suggestions::InsideWords(words) => (
                    "which is only inside longer words",
                    format!("write whole words, such as {words}, or remove it"),
                ),
                Suggestions::Near(words) => (
                    "which counts in none",
                    format!("did you mean {words}? Otherwise {remedy}"),
                ),
                Suggestions::None => ("which counts in none", remedy.to_owned()),
            };
            let message =
                format!("expected a phrase that counts in a clause, found “{phrase}”, {place}");
            reporter.report_against_original(location, message, hint);
        }
    }
    // Passages without phrases are reported where the rule is read.
    if rule.phrases.is_empty() {
        return;
    }
    for (nth, (passage, location)) in rule.except.iter().enumerate() {
        if !useful.contains(&nth) {
            let message = format!(
                "expected a passage of the original that contains one of the phrases, found “{passage}”"
            );
            let remedy = "correct its spelling, or remove it: it excludes nothing";
            let is_missing = !found.contains(&(true, nth));
            let near = is_missing.then(|| suggestions::of(passage, document));
            let hint = match near.unwrap_or_default() {
                Suggestions::InsideWords(words) | Suggestions::Near(words) => {
                    format!("did you mean {words}? Otherwise {remedy}")
                }
                Suggestions::None => remedy.to_owned(),
            };
            reporter.report_against_original(location, message, hint);
        }
    }
}

/// Reports whether a match is a phrase outside the passages that are excluded.
fn counts(one: &Match, matches: &[Match]) -> bool {
    let mut passages = matches.iter().filter(|other| other.is_exception);
    !one.is_exception && !passages.any(|passage| is_inside(&one.range, &passage.range))
}

/// Reports whether a passage contains a phrase.
fn excludes(passage: &Match, matches: &[Match]) -> bool {
    let mut phrases = matches.iter().filter(|other| !other.is_exception);
    phrases.any(|phrase| is_inside(&phrase.range, &passage.range))
}

fn is_inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
