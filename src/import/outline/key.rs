//! The level of a piece, by which the outline finds the piece that contains it.

use crate::block::BY_LOOKS;
use crate::label::{ANNEX, ARTICLE, Style};

/// The level of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A heading's level, and the rank of its number's word.
    Heading(u8, Option<u8>),
    /// A number with a word of this rank, not in a heading.
    Named(u8),
    /// A number without a word.
    Styled {
        style: Style,
        /// Whether it is the first one of a list.
        is_first: bool,
        is_heading: bool,
    },
    /// An item of a list of this depth.
    Item(u8),
    /// A paragraph without a number; it contains nothing.
    Plain,
    /// A further paragraph of the piece before it, or a table or a quotation.
    Continued,
}

/// Returns how many of the open pieces, outermost first, stay open when a piece with this key
/// comes. The last of them contains it. `seen` has the styles of the numbers that are directly in
/// the document, and then in each open piece.
pub(super) fn kept(open: &[Key], seen: &[Vec<Style>], key: &Key) -> usize {
    let last_that = |contains: &dyn Fn(&Key) -> bool| {
        let mut indices = (0..open.len()).rev();
        indices
            .find(|&at| contains(&open[at]))
            .map_or(0, |at| at + 1)
    };
    match key {
        Key::Heading(level, rank) => last_that(&|outer| match outer {
            Key::Heading(outer, outer_rank) => {
                outer < level
                    || outer == level
                        && matches!((outer_rank, rank), (Some(outer), Some(rank)) if outer < rank)
            }
            _ => false,
        }),
        Key::Named(rank) => last_that(&|outer| match outer {
            // A chapter is in no heading that only looks like one; an article may be.
            Key::Heading(BY_LOOKS, None) => *rank >= ARTICLE,
            Key::Heading(_, outer) => outer.is_none_or(|outer| outer < *rank),
            Key::Named(outer) => outer < rank,
            _ => false,
        }),
        Key::Styled {
            style, is_first, ..
        } => {
            let continued = seen.iter().rposition(|styles| styles.contains(style));
            // A list that begins in a division continues none around it.
            let division = last_that(&is_division);
            let continued = continued.filter(|&at| !is_first || at >= division);
            // Only a heading ends what a heading contains.
            let heading =
                last_that(&|outer| matches!(outer, Key::Heading(level, _) if *level < BY_LOOKS));
            let continued = continued.filter(|&at| at >= heading);
            continued.unwrap_or_else(|| last_that(&|outer| !matches!(outer, Key::Item(_))))
        }
        Key::Item(depth) => {
            last_that(&|outer| !matches!(outer, Key::Item(outer) if outer >= depth))
        }
        Key::Plain => last_that(&is_division),
        Key::Continued => open.len(),
    }
}

/// Reports whether a piece is an annex.
pub(super) fn is_annex(key: &Key) -> bool {
    matches!(key, Key::Heading(_, Some(ANNEX)) | Key::Named(ANNEX))
}

/// Reports whether a piece contains the paragraphs without number that follow.
pub(super) fn is_division(key: &Key) -> bool {
    match key {
        Key::Heading(..) | Key::Named(_) => true,
        Key::Styled { is_heading, .. } => *is_heading,
        Key::Item(_) | Key::Plain | Key::Continued => false,
    }
}
