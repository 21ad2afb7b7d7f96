//! Reads the numbers that every document may have.

use super::start::Start;
use super::{bare, named};

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
