//! Suggestions for a view that no clause matches: which criteria to drop.

use plan::{ById, FacetId};

use crate::index::Index;
use crate::needle;
use crate::results::{is_refused, names_of_pins};
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

/// A criterion that alone excludes a clause.
enum Obstacle {
    Word(usize),
    Facet(FacetId),
    Pins,
}

impl Index {
    /// Explains why no clause matches `view`, and returns the criteria to drop. Use it only for a
    /// view without matches.
    ///
    /// It takes one pass over the clauses: without a criterion, a clause matches if no other
    /// criterion excludes it.
    #[must_use]
    pub fn emptiness(&self, view: &View) -> Emptiness {
        let words = needle::words(&view.query);
        let needles = self.needles(&view.query);
        let chosen = view.chosen(&self.plan);
        let mut occurs = vec![false; words.len()];
        let mut without_word = vec![0; words.len()];
        let mut without_facet: ById<FacetId, usize> = vec![0; chosen.len()].into();
        let pins = view.only_pins.then(|| names_of_pins(view));
        let mut without_pins = 0;
        let mut matching = 0;
        for (id, clause) in self.plan.clauses.enumerated() {
            let mut obstacles = 0;
            let mut last = None;
            if pins
                .as_ref()
                .is_some_and(|pins| !pins.contains(clause.eid.as_str()))
            {
                obstacles += 1;
                last = Some(Obstacle::Pins);
            }
            for facet in chosen.ids() {
                if is_refused(clause, facet, &chosen[facet]) {
                    obstacles += 1;
                    last = Some(Obstacle::Facet(facet));
                }
            }
            for (nth, needle) in needles.as_slice().iter().enumerate() {
                // Two obstacles exclude the clause in any case; then only words without a match so
                // far are searched.
                if obstacles > 1 && occurs[nth] {
                    continue;
                }
                if self.folded[id].iter().any(|text| needle.is_in(text)) {
                    occurs[nth] = true;
                } else {
                    obstacles += 1;
                    last = Some(Obstacle::Word(nth));
                }
            }
            match (obstacles, last) {
                (1, Some(Obstacle::Word(nth))) => without_word[nth] += 1,
                (1, Some(Obstacle::Facet(facet))) => without_facet[facet] += 1,
                (1, Some(Obstacle::Pins)) => without_pins += 1,
                (0, _) => matching += 1,
                _ => {}
            }
        }
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
            let count = matching + without_word[nth];
            offer(Criterion::Word(nth), vec![word.clone()], count);
        }
        for (id, facet) in self.plan.facets.enumerated() {
            let chosen = view.filters.iter().filter(|(key, _)| *key == facet.id);
            let names: Vec<String> = chosen.map(|(_, value)| value.clone()).collect();
            if !names.is_empty() {
                let count = matching + without_facet[id];
                offer(Criterion::Facet(facet.id.to_string()), names, count);
            }
        }
        if view.only_pins {
            offer(Criterion::Pins, Vec::new(), matching + without_pins);
        }
        for (word, occurs) in words.into_iter().zip(occurs) {
            if !occurs {
                emptiness.absent.push(word);
            }
        }
        emptiness
    }
}
