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
    /// The words of the plan on which the verdict rests.
    pub matches: Vec<Match>,
}

/// Whether a part of a quote occurs in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It occurs word for word. The matches are the first in each text, clauses first, in the plan's
    /// order. Those after the first [`MOST_MATCHES`](super::MOST_MATCHES) and one are left out.
    Verbatim,
    /// It occurs word for word, but for typography, letter case, or the form of Chinese.
    Typographic,
    /// Almost the same words occur, in the only match.
    Nearly,
    /// Words about the same occur. The matches are the nearest clauses of one language, best first.
    /// Another translation of a clause is such a part.
    Similar,
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
    /// The differences; empty if the part occurs word for word. The pieces on the sides `Both` and
    /// `Quote`, joined, are the quote; those on the sides `Both` and `Plan` are the plan's words.
    pub pieces: Vec<Piece>,
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
