//! A document in the form that the compiler reads, as data.

use crate::block::Attached;
use crate::rich::Rich;

/// A document in the form that the compiler reads.
#[derive(Debug, Default)]
pub(crate) struct Fitted {
    /// The levels of divisions, outermost first. Empty for a document without headings.
    pub(crate) levels: Vec<Level>,
    pub(crate) clauses: Clauses,
    pub(crate) items: Items,
    pub(crate) preamble: Vec<Entry>,
    /// In the order of the text. A document without headings has one without heading.
    pub(crate) divisions: Vec<Part>,
    pub(crate) doubts: Vec<(Spot, String)>,
}

/// A level of divisions.
#[derive(Debug)]
pub(crate) struct Level {
    pub(crate) stem: String,
    /// Its name in the language of the document, if one is known.
    pub(crate) name: Option<String>,
    pub(crate) counting: Counting,
    /// The first number in each form. Empty if the divisions have no numbers.
    pub(crate) patterns: Vec<String>,
}

/// How all clauses are numbered.
#[derive(Debug)]
pub(crate) struct Clauses {
    pub(crate) stem: String,
    pub(crate) counting: Counting,
    /// The first numbers of clauses, one list for each level. `""` allows some to lack one.
    pub(crate) patterns: Vec<Vec<String>>,
}

/// How the items inside clauses are numbered.
#[derive(Debug, Default)]
pub(crate) struct Items {
    /// The first numbers, one list for each depth. Empty without items.
    pub(crate) patterns: Vec<Vec<String>>,
    pub(crate) has_gaps: bool,
}

/// How numbers follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counting {
    pub(crate) runs_through: bool,
    pub(crate) has_gaps: bool,
}

/// A division with the clauses directly in it.
#[derive(Debug, Default)]
pub(crate) struct Part {
    /// Its level, outermost 0.
    pub(crate) level: usize,
    /// `None` for a document without headings.
    pub(crate) heading: Option<Entry>,
    /// Its name in place of a number.
    pub(crate) name: Option<String>,
    /// Its own eId, without that of the division around it.
    pub(crate) eid: String,
    pub(crate) clauses: Vec<Entry>,
}

/// A paragraph or a heading with its number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) text: Rich,
    /// A table or a quotation, which has no other text.
    pub(crate) attached: Option<Attached>,
    pub(crate) origin: usize,
    pub(crate) doubts: Vec<String>,
}

/// The line that a doubt is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// The title, in the text.
    Title,
    /// These are in `plan.toml`.
    Language,
    Level(usize),
    Numbering,
    Publisher,
}

impl Fitted {
    /// Allows clauses without a number.
    pub(crate) fn allow_free_clauses(&mut self) {
        for patterns in &mut self.clauses.patterns {
            if !patterns.iter().any(String::is_empty) {
                patterns.push(String::new());
            }
        }
    }
}

impl Default for Clauses {
    fn default() -> Self {
        Self {
            stem: plan::CLAUSE_STEM.to_owned(),
            counting: Counting::default(),
            patterns: Vec::new(),
        }
    }
}
