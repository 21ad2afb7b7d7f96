//! The texts in which a quote is searched.

use std::ops::Range;

use plan::InLanguage;

use super::finding::{Match, Piece, TextOf};
use super::line::Line;
use crate::index::Index;

/// A text of the plan in one language.
pub(super) struct Text<'a> {
    pub(super) of: TextOf,
    pub(super) tag: &'a str,
    pub(super) line: Line,
}

/// Returns the texts of clauses, headings, preamble and title in every language, in this order.
pub(super) fn texts(index: &Index) -> Vec<Text<'_>> {
    let plan = index.plan();
    let clauses = plan.clauses.enumerated();
    let clauses = clauses.map(|(id, clause)| (TextOf::Clause(id), &clause.text));
    let headings = plan.divisions.enumerated();
    let headings = headings.map(|(id, division)| (TextOf::Heading(id), &division.heading));
    let preamble = plan.preamble.enumerated();
    let preamble = preamble.map(|(id, paragraph)| (TextOf::Preamble(id), paragraph));
    let title = [(TextOf::Title, &plan.title)];
    let all = clauses.chain(headings).chain(preamble).chain(title);
    let mut texts = Vec::new();
    for (of, localized) in all {
        texts.extend(localized.iter().map(|InLanguage { tag, text }| Text {
            of,
            tag,
            line: Line::new(text, index),
        }));
    }
    texts
}

impl Text<'_> {
    /// Converts a range of characters of the line into a match.
    pub(super) fn matching(&self, range: &Range<usize>, pieces: Vec<Piece>) -> Match {
        Match {
            of: self.of,
            tag: self.tag.to_owned(),
            range: self.line.bytes(range),
            pieces,
        }
    }
}
