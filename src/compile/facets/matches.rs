//! Where the phrases and excluded passages of a facet's values occur: found in one pass through the
//! text, because a facet may have very many values.
//!
//! Letter case makes no difference, and in scripts with spaces a phrase is whole words: “port” is found
//! in “Port Verane”, and not in “opportunity”.

use std::collections::BTreeMap;

use aho_corasick::Input;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::noncontiguous::NFA;
use plan::{ById, ClauseId, ValueId};

use super::comparable::Comparable;
use super::file::ValueRule;
use super::phrases::Match;
use crate::structure::document::Document;

/// The matches of each value in each clause that has some.
#[derive(Debug, Default)]
pub(super) struct Matches {
    by_value: BTreeMap<ValueId, BTreeMap<ClauseId, Vec<Match>>>,
}

impl Matches {
    /// Finds all matches. Of overlapping occurrences of one phrase, the first one counts.
    pub(super) fn find(rules: &ById<ValueId, ValueRule>, document: &Document) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        let mut origins = Vec::new();
        for (value, rule) in rules.enumerated() {
            let rule = rule.rule.phrase_rule();
            for (is_exception, texts) in [(false, &rule.phrases), (true, &rule.except)] {
                for (nth, (text, _)) in texts.iter().enumerate() {
                    // An empty text would be found everywhere.
                    if !text.trim().is_empty() {
                        patterns.push(Comparable::new(text).text);
                        origins.push((value, is_exception, nth));
                    }
                }
            }
        }
        let mut by_value: BTreeMap<ValueId, BTreeMap<ClauseId, Vec<Match>>> = BTreeMap::new();
        // It fails for more patterns than a file can have. The library's choice between several automata would be a part of
        // the studio's wasm that plans do not need.
        let Ok(automaton) = NFA::new(patterns) else {
            return Self::default();
        };
        for (clause, draft) in document.clauses.enumerated() {
            let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
            let text = Comparable::new(&draft.text);
            let found = automaton.try_find_overlapping_iter(Input::new(&text.text));
            for found in found.into_iter().flatten() {
                let pattern = found.pattern().as_usize();
                if text.to_whole_words(found.range()) != found.range() {
                    continue;
                }
                let end = ends.entry(pattern).or_default();
                if found.start() < *end {
                    continue;
                }
                *end = found.end();
                let (value, is_exception, nth) = origins[pattern];
                let of_clause = by_value.entry(value).or_default().entry(clause);
                of_clause.or_default().push(Match {
                    nth,
                    is_exception,
                    range: text.in_original(&found.range()),
                });
            }
        }
        Self { by_value }
    }

    /// Returns the matches of a value, with their clauses.
    pub(super) fn of(&self, value: ValueId) -> impl Iterator<Item = (ClauseId, &[Match])> {
        let clauses = self.by_value.get(&value).into_iter().flatten();
        clauses.map(|(clause, matches)| (*clause, matches.as_slice()))
    }
}
