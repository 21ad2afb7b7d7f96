//! Ids: of the plan, of languages, of facets and of their values.

use crate::diagnostics::{Location, Reporter};

/// Reports an id that would have to be escaped in an address.
pub(crate) fn check(id: &str, location: &Location, reporter: &mut Reporter<'_>) {
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.chars().all(is_allowed) || id.starts_with('-') {
        let message =
            format!("expected an id of the letters a to z, digits and hyphens; found “{id}”");
        reporter.report(
            location,
            message,
            "write it like `energy-resources`; it becomes part of addresses, and readers see the label instead",
        );
    }
}
