//! The number at the start of a piece of text: `第三条`, `Article 3.`, `3.`, `(c)`, `2.1`.
//!
//! `named` reads numbers with a word, `bare` those without. Some have several readings: `(i)` is one
//! in Roman numerals, or the ninth letter. The outline chooses the one that continues the text.

mod bare;
mod named;
mod start;

pub(crate) use start::{ANNEX, ARTICLE, Label, Start, Style};

/// Returns the rank of the division whose word a text begins with.
pub(crate) fn rank_of_word(text: &str) -> Option<u8> {
    named::word(text).map(|(_, rank)| rank)
}

/// Reads the number at the start of a text.
pub(crate) fn read(text: &str) -> Option<Start<'_>> {
    named::chinese(text)
        .or_else(|| named::spaced(text))
        .or_else(|| bare::composite(text))
        .or_else(|| bare::enclosed(text))
        .or_else(|| bare::ended(text))
        .or_else(|| bare::circled(text))
        .filter(|start| !start.readings.is_empty())
}

/// Reads a numeral before a space, such as `1 Introduction`. Only headings have such numbers.
pub(crate) fn read_unmarked(text: &str) -> Option<Start<'_>> {
    bare::unmarked(text).filter(|start| !start.readings.is_empty())
}

#[cfg(test)]
mod tests;
