//! The result of a quote check.

use std::ops::Range;

use plan::{ClauseId, DivisionId, ParagraphId};

/// The verdict on a part of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The part, as a byte range of the quote.
    pub part: Range<usize>,
    /// Whether the part occurs in the plan.
    pub verdict: Verdict,
}

/// Whether a part of a quote occurs in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It occurs word for word: the first match in each text, clauses first, in the plan's order.
    /// Matches after the first [`MOST_MATCHES`](super::MOST_MATCHES) and one are left out.
    Verbatim(Vec<Match>),
    /// Similar words occur. The pieces on the sides `Both` and `Quote`, joined, are the quote.
    Nearly(Match, Vec<Piece>),
    /// No similar words occur.
    Absent,
    /// It was not checked: the quote before it has [`LONGEST`](super::LONGEST) characters, or very
    /// many parts.
    TooLong,
}

/// Words of a plan that match a part of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The text that contains them.
    pub of: TextOf,
    /// The language's tag.
    pub tag: String,
    /// The words, as a byte range of that text.
    pub range: Range<usize>,
}

/// A text of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOf {
    /// A clause.
    Clause(ClauseId),
    /// The heading of a division.
    Heading(DivisionId),
    /// A paragraph of the preamble.
    Preamble(ParagraphId),
    /// The plan's name.
    Title,
}

/// Successive words of the quote or of the plan, with the white space after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The texts that contain the words.
    pub side: Side,
    /// The words.
    pub words: String,
}

/// Which text contains some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Both.
    Both,
    /// Only the quote.
    Quote,
    /// Only the plan.
    Plan,
}
