//! Filtering: what a reader chose, which clauses that leaves, and how many each choice would leave.
//!
//! Pure functions over a [`Plan`]. It knows no DOM, no address bar and no language but the plan's.

mod annotation;
mod codec;
mod fold;
mod needle;
pub mod quote;
mod related;
mod relax;
mod view;

use std::ops::Range;

pub use annotation::{Annotation, Finding};
pub use codec::{Problem, encode, parse, split, write};
pub use needle::Needles;
pub use related::Related;
pub use relax::{Emptiness, Offer};
pub use view::{Criterion, View};

use fold::Folder;
use plan::{ById, Clause, ClauseId, FacetId, InLanguage, Overview, Plan, Tag, ValueId};

/// A plan made ready for searching.
#[derive(Debug)]
pub struct Index {
    plan: Plan,
    folder: Folder,
    /// The folded text of each clause, in the order of its languages.
    folded: ById<ClauseId, Vec<String>>,
    annotations: Vec<Annotation>,
    /// The facet of the annotations' statuses.
    statuses: Option<FacetId>,
}

/// A line of a language that is not shown, as the reason why a clause was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The language's tag.
    pub tag: String,
    /// Some words of the text around the first hit.
    pub excerpt: String,
    /// What to mark in the excerpt, in bytes.
    pub hits: Vec<Range<usize>>,
}

/// What a view leaves of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// The clauses, in the document's order.
    pub clauses: Vec<ClauseId>,
    /// For each facet and each of its values: how many clauses choosing that value would leave,
    /// given the query and the choices in the other facets.
    pub counts: Counts,
}

/// A number of clauses for each value of each facet.
pub type Counts = ById<FacetId, ById<ValueId, usize>>;

/// Two facets crossed: how many clauses carry which values of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crossed {
    /// For each value of the rows and each of the columns.
    pub cells: ById<ValueId, ById<ValueId, usize>>,
    /// For each value of the rows. Not the sum of its cells: a clause may carry several values.
    pub rows: ById<ValueId, usize>,
    /// For each value of the columns.
    pub columns: ById<ValueId, usize>,
    /// All of them.
    pub total: usize,
}

impl Index {
    /// Folds the text of all clauses once.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let folder = Folder::new(&plan.folds);
        let fold_clause = |clause: &Clause| {
            clause
                .text
                .iter()
                .map(|one| folder.fold(one.text))
                .collect()
        };
        let folded_texts = plan.clauses.iter().map(fold_clause).collect();
        Self {
            plan,
            folder,
            folded: folded_texts,
            annotations: Vec::new(),
            statuses: None,
        }
    }

    /// The plan searched in.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The character that stands for all that a search takes for this one.
    pub(crate) fn fold(&self, c: char) -> char {
        self.folder.fold_char(c)
    }

    /// The words and phrases of a query, folded as this plan's text is.
    #[must_use]
    pub fn needles(&self, query: &str) -> Needles {
        Needles::new(query, &self.folder)
    }

    /// The clauses that `view` leaves, and the counts beside every choice.
    #[must_use]
    pub fn run(&self, view: &View) -> Results {
        let needles = self.needles(&view.query);
        let chosen = view.chosen(&self.plan);
        let mut clauses = Vec::new();
        let facets = self.plan.facets.iter();
        let mut counts: Counts = facets.map(|facet| zeros(facet.values.len())).collect();
        for (id, clause) in self.plan.clauses.enumerated() {
            if !needles.all_in(&self.folded[id]) {
                continue;
            }
            let refused_by = |facet: FacetId| is_refused(clause, facet, &chosen[facet]);
            // A clause that one facet alone refuses still counts for the values of that facet:
            // they are alternatives, so choosing one of them would let it in.
            let mut refusing = chosen.ids().filter(|&facet| refused_by(facet));
            let counted = match (refusing.next(), refusing.next()) {
                (None, _) => {
                    clauses.push(id);
                    None
                }
                (Some(facet), None) => Some(facet),
                (Some(_), Some(_)) => continue,
            };
            for tag in clause
                .tags
                .iter()
                .filter(|tag| counted.is_none_or(|facet| facet == tag.facet))
            {
                counts[tag.facet][tag.value] += 1;
            }
        }
        Results { clauses, counts }
    }

    /// How many clauses each pair of values of two facets would leave, given the query and the choices in the
    /// other facets.
    #[must_use]
    pub fn cross(&self, view: &View, overview: Overview) -> Crossed {
        let Overview { rows, columns } = overview;
        let values = |facet: FacetId| self.plan.facets[facet].values.len();
        let mut crossed = Crossed {
            cells: vec![zeros(values(columns)); values(rows)].into(),
            rows: zeros(values(rows)),
            columns: zeros(values(columns)),
            total: 0,
        };
        for id in self.crossing(view, overview) {
            let clause = &self.plan.clauses[id];
            let carried = |facet: FacetId| {
                let tags = clause.tags.iter().filter(move |tag| tag.facet == facet);
                tags.map(|tag| tag.value)
            };
            crossed.total += 1;
            for row in carried(rows) {
                crossed.rows[row] += 1;
                for column in carried(columns) {
                    crossed.cells[row][column] += 1;
                }
            }
            for column in carried(columns) {
                crossed.columns[column] += 1;
            }
        }
        crossed
    }

    /// The clauses that [`Index::cross`] counts.
    #[must_use]
    pub fn crossing(&self, view: &View, overview: Overview) -> Vec<ClauseId> {
        let needles = self.needles(&view.query);
        let chosen = view.chosen(&self.plan);
        let is_crossed = |facet: &FacetId| *facet == overview.rows || *facet == overview.columns;
        let others = || chosen.ids().filter(|facet| !is_crossed(facet));
        let is_counted = |&id: &ClauseId| {
            let clause = &self.plan.clauses[id];
            needles.all_in(&self.folded[id])
                && !others().any(|facet| is_refused(clause, facet, &chosen[facet]))
        };
        self.plan.clauses.ids().filter(is_counted).collect()
    }

    /// Where the needles stand in a clause's text in the language `tag`, as byte ranges of the
    /// shown text, sorted and without overlaps.
    #[must_use]
    pub fn hits(&self, clause: ClauseId, tag: &str, needles: &Needles) -> Vec<Range<usize>> {
        let mut in_language = self.texts(clause).filter(|(one, _)| one.tag == tag);
        in_language
            .next()
            .map_or_else(Vec::new, |(one, folded)| needles.hits(one.text, folded))
    }

    /// For the needles that stand in none of the shown languages of a clause, lines of the languages in
    /// which they stand.
    #[must_use]
    pub fn elsewhere(&self, clause: ClauseId, shown: &[&str], needles: &Needles) -> Vec<Elsewhere> {
        let in_shown = self
            .texts(clause)
            .filter(|(one, _)| shown.contains(&one.tag))
            .map(|(_, folded)| folded);
        let mut missing = needles.missing_in(&in_shown.collect::<Vec<_>>());
        let mut lines = Vec::new();
        for (InLanguage { tag, text }, folded) in self.texts(clause) {
            let hits = missing.hits(text, folded);
            if let Some(first) = hits.first() {
                lines.push(excerpt(tag, text, first.clone(), &hits));
                missing = missing.missing_in(&[folded]);
            }
            if missing.is_empty() {
                break;
            }
        }
        lines
    }

    /// The texts of a clause in the order of its languages, each with its folded form.
    fn texts(&self, clause: ClauseId) -> impl Iterator<Item = (InLanguage<&str>, &String)> {
        let texts = self.plan.clauses[clause].text.iter();
        texts.zip(&self.folded[clause])
    }
}

fn zeros(length: usize) -> ById<ValueId, usize> {
    vec![0; length].into()
}

/// Whether the choices in a facet leave a clause out.
fn is_refused(clause: &Clause, facet: FacetId, chosen: &[ValueId]) -> bool {
    let is_chosen = |tag: &Tag| tag.facet == facet && chosen.contains(&tag.value);
    !chosen.is_empty() && !clause.tags.iter().any(is_chosen)
}

/// How many characters of the text an excerpt has on either side of the first hit.
const AROUND: usize = 32;

fn excerpt(tag: &str, text: &str, first: Range<usize>, hits: &[Range<usize>]) -> Elsewhere {
    let start = text[..first.start]
        .char_indices()
        .rev()
        .nth(AROUND - 1)
        .map_or(0, |(at, _)| at);
    let end = text[first.end..]
        .char_indices()
        .nth(AROUND)
        .map_or(text.len(), |(at, _)| first.end + at);
    let before = if start > 0 { "…" } else { "" };
    let after = if end < text.len() { "…" } else { "" };
    let inside = hits
        .iter()
        .filter(|hit| hit.start >= start && hit.end <= end);
    let shifted = |at: usize| at - start + before.len();
    Elsewhere {
        tag: tag.to_owned(),
        excerpt: format!("{before}{}{after}", &text[start..end]),
        hits: inside
            .map(|hit| shifted(hit.start)..shifted(hit.end))
            .collect(),
    }
}

#[cfg(test)]
mod tests;
