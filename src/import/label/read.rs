//! Reads the numbers that every document may have.

use super::start::Start;
use super::{bare, named};

/// Reads the number at the start of a text.
pub(crate) fn read(text: &str) -> Option<Start<'_>> {
    named::chinese(text)
        .or_else(|| named::spaced(text))
        .or_else(|| bare::composite(text))
        .or_else(|| bare::enclosed(text).and_then(bare::small))
        .or_else(|| bare::ended(text).and_then(bare::small))
        .or_else(|| bare::circled(text))
        .filter(|start| !start.readings.is_empty())
}

/// Reads a number above 999 without a word, such as `1000.`. It may be a year or an amount, unless it is the next one.
pub(crate) fn read_large(text: &str) -> Option<Start<'_>> {
    let start = bare::enclosed(text).or_else(|| bare::ended(text));
    start.and_then(bare::large)
}

/// Reads a numeral before a space, such as `1 Introduction`. Only headings have such numbers.
pub(crate) fn read_unmarked(text: &str) -> Option<Start<'_>> {
    bare::unmarked(text).filter(|start| !start.readings.is_empty())
}
