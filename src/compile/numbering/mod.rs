//! The numbers that a plan's text prints before divisions and clauses.
//!
//! A pattern is the printed form of the first one, such as `第一条`, `Article 1.`, `(a)`, `Título I`,
//! `PRIMERO`, `①`, or `1.1` inside another number. Half-width and full-width characters are the
//! same. A form is the patterns that the numbers of one kind may have.

pub(crate) mod form;
pub(crate) mod full_number;
pub(crate) mod number;
pub(crate) mod pattern;
mod reader;

pub use reader::{Found, Numbers};
