//! The forms in which clauses are cited and exported.

use publish::cite::Style;

/// A form in which clauses are cited or exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A citation, in the language that the reader reads in.
    Cite(Style),
    /// A table of all languages and facets.
    Csv,
    /// The same as JSON.
    Json,
}
