//! What to drop when a view leaves nothing.

use super::{Criterion, Index, View, needle};

/// Why a view leaves no clause, and what would help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emptiness {
    /// The words and phrases, as typed, that stand nowhere in the plan.
    pub absent: Vec<String>,
    /// What would leave at least one clause if it alone were dropped.
    pub offers: Vec<Offer>,
}

/// Something to drop, and what that would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What to drop.
    pub criterion: Criterion,
    /// The words of the criterion: the word as typed, or the ids of the facet's chosen values.
    pub names: Vec<String>,
    /// How many clauses there would be.
    pub count: usize,
}

impl Index {
    /// Why `view` leaves no clause, and what would help. Meaningful only for such a view.
    #[must_use]
    pub fn emptiness(&self, view: &View) -> Emptiness {
        let words = needle::words(&view.query);
        let mut criteria = Vec::new();
        for (place, word) in words.iter().enumerate() {
            criteria.push((Criterion::Word(place), vec![word.clone()]));
        }
        for facet in &self.plan.facets {
            let chosen = view.filters.iter().filter(|(f, _)| *f == facet.id);
            let names: Vec<String> = chosen.map(|(_, value)| value.clone()).collect();
            if !names.is_empty() {
                criteria.push((Criterion::Facet(facet.id.to_string()), names));
            }
        }
        let offer = |(criterion, names): (Criterion, Vec<String>)| {
            let count = self.run(&view.without(&criterion)).clauses.len();
            (count > 0).then_some(Offer {
                criterion,
                names,
                count,
            })
        };
        let occurs = |word: &String| {
            let needles = self.needles(&needle::join(std::slice::from_ref(word)));
            self.folded.iter().any(|texts| needles.all_in(texts))
        };
        Emptiness {
            offers: criteria.into_iter().filter_map(offer).collect(),
            absent: words.into_iter().filter(|word| !occurs(word)).collect(),
        }
    }
}
