//! What to drop when no clause matches a view.

use plan::{ById, FacetId};

use crate::index::Index;
use crate::needle;
use crate::results::is_refused;
use crate::view::{Criterion, View};

/// Why no clause matches a view, and what would help.
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
    /// The words of the criterion: the word as typed, or the keys of the facet's chosen values.
    pub names: Vec<String>,
    /// The number of clauses that would match without it.
    pub count: usize,
}

/// A criterion that alone keeps a clause out.
enum Obstacle {
    Word(usize),
    Facet(FacetId),
}

impl Index {
    /// Explains why no clause matches `view`, and what would help. Meaningful only for such a view.
    ///
    /// Takes one pass over the clauses: dropping a criterion lets in the clauses that no criterion keeps
    /// out, and those that only this one keeps out.
    #[must_use]
    pub fn emptiness(&self, view: &View) -> Emptiness {
        let words = needle::words(&view.query);
        let needles: Vec<String> = words.iter().map(|word| self.folder.fold(word)).collect();
        let chosen = view.chosen(&self.plan);
        let mut occurs = vec![false; words.len()];
        let mut without_word = vec![0; words.len()];
        let mut without_facet: ById<FacetId, usize> = vec![0; chosen.len()].into();
        let mut matching = 0;
        for (id, clause) in self.plan.clauses.enumerated() {
            let facets = chosen.ids();
            let refusing = facets.filter(|&facet| is_refused(clause, facet, &chosen[facet]));
            let mut obstacles: Vec<Obstacle> = refusing.map(Obstacle::Facet).take(2).collect();
            for (nth, needle) in needles.iter().enumerate() {
                // A second obstacle decides the clause; then only words that are new need a search.
                if obstacles.len() > 1 && occurs[nth] {
                    continue;
                }
                if self.folded[id].iter().any(|text| text.contains(needle)) {
                    occurs[nth] = true;
                } else if obstacles.len() < 2 {
                    obstacles.push(Obstacle::Word(nth));
                }
            }
            match obstacles[..] {
                [] => matching += 1,
                [Obstacle::Word(nth)] => without_word[nth] += 1,
                [Obstacle::Facet(facet)] => without_facet[facet] += 1,
                _ => {}
            }
        }
        let of_words = words.iter().zip(&without_word).enumerate();
        let of_words = of_words.map(|(nth, (word, alone))| Offer {
            criterion: Criterion::Word(nth),
            names: vec![word.clone()],
            count: matching + alone,
        });
        let of_facets = self.plan.facets.iter().zip(&without_facet);
        let of_facets = of_facets.map(|(facet, alone)| {
            let names = view.filters.iter().filter(|(key, _)| *key == facet.id);
            Offer {
                criterion: Criterion::Facet(facet.id.to_string()),
                names: names.map(|(_, value)| value.clone()).collect(),
                count: matching + alone,
            }
        });
        let offers = of_words.chain(of_facets);
        let offers = offers.filter(|offer| offer.count > 0 && !offer.names.is_empty());
        let offers = offers.collect();
        let absent = words.iter().zip(&occurs).filter(|(_, occurs)| !**occurs);
        let absent = absent.map(|(word, _)| word.clone()).collect();
        Emptiness { absent, offers }
    }
}
