//! Suggestions for a view that no clause matches: which criteria to drop.

use crate::clause_set::{ClauseSet, Overlap};
use crate::index::Index;
use crate::needle;
use crate::results::names_of_pins;
use crate::view::{Criterion, View};

/// Why no clause matches a view, and which criteria to drop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emptiness {
    /// The words and phrases, as typed, that do not occur in the plan.
    pub absent: Vec<String>,
    /// The criteria without which at least one clause would match.
    pub offers: Vec<Offer>,
}

/// A criterion to drop, and how many clauses would match without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The criterion to drop.
    pub criterion: Criterion,
    /// The words of the criterion: the word as typed, or the keys of the facet's chosen values; none for the pins.
    pub names: Vec<String>,
    /// The number of clauses that would match without it.
    pub count: usize,
}

impl Index {
    /// Explains why no clause matches `view`, and returns the criteria to drop. Use it only for a
    /// view without matches.
    ///
    /// Each criterion is tried once: without it, a clause matches if no other criterion excludes it.
    #[must_use]
    pub fn emptiness(&self, view: &View) -> Emptiness {
        let words = needle::words(&view.query);
        let needles = self.needles(&view.query);
        let clauses = self.plan.clauses.len();
        let all = ClauseSet::all(clauses);
        let mut occurs = Vec::new();
        // The clauses that each word excludes, then each facet, then the pins.
        let mut refusals = Vec::new();
        for needle in needles.as_slice() {
            let mut refused = all.clone();
            refused.remove(&needle.matching(&self.folded, &all));
            occurs.push(refused.len() < clauses);
            refusals.push(refused);
        }
        let mut facets = Vec::new();
        for (facet, refused) in self.refusals(view, &|_| true) {
            facets.push((facet, refusals.len()));
            refusals.push(refused);
        }
        if view.only_pins {
            let pins = names_of_pins(view);
            let mut refused = all;
            for (id, clause) in self.plan.clauses.enumerated() {
                if pins.contains(clause.eid.as_str()) {
                    refused.remove_one(id);
                }
            }
            refusals.push(refused);
        }
        let obstacles = Overlap::of(refusals.iter(), clauses);
        let matching = clauses - obstacles.one.len();
        let without = |nth: usize| {
            let mut alone = refusals[nth].clone();
            alone.remove(&obstacles.two);
            matching + alone.len()
        };
        let mut emptiness = Emptiness::default();
        let mut offer = |criterion, names, count| {
            if count > 0 {
                emptiness.offers.push(Offer {
                    criterion,
                    names,
                    count,
                });
            }
        };
        for (nth, word) in words.iter().enumerate() {
            offer(Criterion::Word(nth), vec![word.clone()], without(nth));
        }
        for (id, facet) in self.plan.facets.enumerated() {
            let chosen = view.filters.iter().filter(|(key, _)| *key == facet.id);
            let names: Vec<String> = chosen.map(|(_, value)| value.clone()).collect();
            if !names.is_empty() {
                let refusal = facets.iter().find(|(facet, _)| *facet == id);
                let count = refusal.map_or(matching, |&(_, nth)| without(nth));
                offer(Criterion::Facet(facet.id.to_string()), names, count);
            }
        }
        if view.only_pins {
            offer(Criterion::Pins, Vec::new(), without(refusals.len() - 1));
        }
        for (word, occurs) in words.into_iter().zip(occurs) {
            if !occurs {
                emptiness.absent.push(word);
            }
        }
        emptiness
    }
}
