//! The number at the start of a piece of text: `第三条`, `Article 3.`, `3.`, `(c)`, `2.1`.
//!
//! `named` reads numbers with a word, `bare` those without. `words` finds the words of clauses that only
//! this document has, and `lead` reads them. Some numbers have several readings: `(i)` is one in Roman
//! numerals, or the ninth letter. The outline chooses the one that continues the text.

mod bare;
mod lead;
mod named;
mod read;
mod start;
mod words;

pub(crate) use read::{read, read_large, read_unmarked};
pub(crate) use start::{ANNEX, ARTICLE, Label, Start, Style};
pub(crate) use words::{OWN_HEADING, Words};

/// Returns the rank of the division whose word a text begins with.
pub(crate) fn rank_of_word(text: &str) -> Option<u8> {
    named::word(text).map(|(_, rank)| rank)
}

#[cfg(test)]
mod tests;
