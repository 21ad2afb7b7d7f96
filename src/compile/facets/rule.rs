//! By what a clause gets a value: the division it stands in, or phrases of the original.
//!
//! A phrase counts wherever it stands in a clause's text, unless it stands inside one of the passages
//! that the value excepts: “举办” is no promise to hold something inside “探索举办”.

use std::ops::Range;

use super::super::Placed;
use super::super::diagnostic::Reporter;
use super::super::structure::{ClauseDraft, Document};
use super::super::toml_table::Table;
use plan::{Evidence, Span, Text};

/// The rule of one value.
#[derive(Debug)]
pub(super) struct Rule {
    /// The eIds of divisions.
    divisions: Vec<Placed>,
    phrases: Vec<Placed>,
    except: Vec<Placed>,
    is_by_divisions: bool,
}

impl Rule {
    pub(super) fn read(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Self {
        let phrases = table.optional_texts("phrases", reporter);
        let except = table.optional_texts("except", reporter);
        let is_by_divisions = !table.has("phrases");
        let divisions = if is_by_divisions {
            table.texts("divisions", reporter)
        } else {
            table.optional_texts("divisions", reporter)
        };
        if is_by_divisions && divisions.is_empty() {
            reporter.report(
                &table.place,
                "expected at least one article or section in “divisions”, found none",
                "list the eIds of those whose clauses carry this value, or remove it",
            );
        }
        if is_by_divisions && let Some((_, place)) = except.first() {
            reporter.report(
                place,
                "expected “except” beside “phrases”, found it alone",
                "it names passages in which a phrase does not count",
            );
        }
        if !is_by_divisions && let Some((_, place)) = divisions.first() {
            reporter.report(
                place,
                "expected either “divisions” or “phrases”, found both",
                "a value comes from the plan's divisions or from its words",
            );
        }
        Self {
            divisions,
            phrases,
            except,
            is_by_divisions,
        }
    }

    /// Whether clauses get the value by where they stand.
    pub(super) fn is_by_divisions(&self) -> bool {
        self.is_by_divisions
    }

    pub(super) fn divisions(&self) -> &[Placed] {
        &self.divisions
    }

    pub(super) fn phrases(&self) -> impl Iterator<Item = Text> {
        self.phrases
            .iter()
            .map(|(phrase, _)| Text::from(phrase.clone()))
    }

    /// Why a clause carries the value, if it does.
    pub(super) fn evidence(&self, clause: &ClauseDraft, document: &Document) -> Option<Evidence> {
        let own = &document.divisions[clause.division];
        let around = own.parent.map(|parent| &document.divisions[parent]);
        for (place, division) in [(Some(clause.division), Some(own)), (own.parent, around)] {
            if let Some((place, division)) = place.zip(division)
                && self
                    .divisions
                    .iter()
                    .any(|(eid, _)| eid == division.eid.as_str())
            {
                return Some(Evidence::Division(place));
            }
        }
        let mut counting: Vec<Range<usize>> = self
            .phrases
            .iter()
            .flat_map(|(phrase, _)| self.counting(phrase, &clause.text))
            .collect();
        counting.sort_by_key(|range| (range.start, range.end));
        let mut spans: Vec<Span> = Vec::new();
        for Range { start, end } in counting {
            match spans.last_mut() {
                Some(last) if last.end >= start => last.end = last.end.max(end),
                _ => spans.push(Span { start, end }),
            }
        }
        (!spans.is_empty()).then(|| Evidence::Phrases(spans.into()))
    }

    /// Reports phrases that count nowhere, and passages that except nothing.
    pub(super) fn check(&self, document: &Document, reporter: &mut Reporter<'_>) {
        let texts = || document.clauses.iter().map(|clause| clause.text.as_str());
        for (phrase, place) in &self.phrases {
            if phrase.trim().is_empty() {
                reporter.report(
                    place,
                    "expected a phrase of the original, found an empty one",
                    "write the words, or remove it",
                );
                continue;
            }
            let is_found = |text: &str| self.counting(phrase, text).next().is_some();
            if !texts().any(is_found) {
                let message = format!(
                    "expected a phrase that a clause of the original has, found “{phrase}”, which counts nowhere"
                );
                reporter.report(
                    place,
                    message,
                    "mend its spelling, or remove it; inside a passage of “except” it does not count",
                );
            }
        }
        for (passage, place) in &self.except {
            let excepts = |text: &str| {
                occurrences(passage, text).any(|outer| {
                    self.phrases
                        .iter()
                        .flat_map(|(phrase, _)| occurrences(phrase, text))
                        .any(|inner| is_inside(&inner, &outer))
                })
            };
            if !texts().any(excepts) {
                let message = format!(
                    "expected a passage of the original with one of the phrases in it, found “{passage}”, which excepts nothing"
                );
                reporter.report(place, message, "mend its spelling, or remove it");
            }
        }
    }

    /// Where a phrase counts in a text.
    fn counting(&self, phrase: &str, text: &str) -> impl Iterator<Item = Range<usize>> {
        let excepted: Vec<Range<usize>> = self
            .except
            .iter()
            .flat_map(|(passage, _)| occurrences(passage, text))
            .collect();
        let found: Vec<Range<usize>> = occurrences(phrase, text).collect();
        found
            .into_iter()
            .filter(move |range| !excepted.iter().any(|outer| is_inside(range, outer)))
    }
}

fn occurrences(phrase: &str, text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(phrase)
        .map(|(start, found)| start..start + found.len())
}

fn is_inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
