//! Ids: of the plan, of languages, of facets and of their values.

use crate::diagnostics::{Location, Reporter};

/// Reports an id that would have to be escaped in an address.
pub(crate) fn check(id: &str, location: &Location, reporter: &mut Reporter<'_>) {
    if !is_allowed(id) {
        let hint = "write it like `energy-resources`; it becomes part of addresses, and readers see the label instead";
        report(id, location, hint, reporter);
    }
}

/// Reports the tag of a language that would have to be escaped in an address.
pub(crate) fn check_tag(tag: &str, location: &Location, reporter: &mut Reporter<'_>) {
    if !is_allowed(tag) {
        let hint = "write a tag in small letters, like `es` or `pt-br`; it becomes part of addresses, and `html` is the full tag, such as `pt-BR`";
        report(tag, location, hint, reporter);
    }
}

/// Reports whether an id can be in an address as it is.
pub(crate) fn is_allowed(id: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.chars().all(is_allowed) && !id.starts_with('-')
}

fn report(id: &str, location: &Location, hint: &str, reporter: &mut Reporter<'_>) {
    let message = format!("expected an id of the letters a to z, digits and hyphens; found “{id}”");
    reporter.report(location, message, hint);
}
