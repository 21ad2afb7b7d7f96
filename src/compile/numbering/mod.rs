//! The numbers that a plan's text prints before divisions and clauses.
//!
//! A pattern is the printed form of the first one: `第一条`, `一、`, `(一)` with Chinese numerals, or
//! `Article 1.`, `(1)` with digits. Half-width and full-width characters are the same.
//!
//! Each kind of numeral is a file of its own (`han`, `arabic`) with a constant of the type
//! `numerals::Numerals`. A new kind is a new file, and an entry in `pattern::KINDS`.

mod arabic;
pub(crate) mod full_number;
pub(crate) mod han;
pub(crate) mod numerals;
pub(crate) mod pattern;
