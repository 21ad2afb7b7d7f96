//! The check for characters that must not occur in a text.

use plan::characters::is_forbidden;

use crate::diagnostics::{Location, Reporter};

/// Reports each such character. If the text at `location` is in quotes or has escapes, the location
/// of the whole text is reported, else that of the single character.
pub(crate) fn check(text: &str, location: &Location, reporter: &mut Reporter<'_>) {
    let is_verbatim = location.bytes.len() == text.len();
    for (at, c) in text.char_indices().filter(|&(_, c)| is_forbidden(c)) {
        let start = location.bytes.start + if is_verbatim { at } else { 0 };
        reporter.report(
            &Location::new(&location.file, start..location.bytes.end),
            format!(
                "expected visible text, found the invisible character U+{:04X}",
                u32::from(c)
            ),
            "remove it; such characters often come with pasted text",
        );
    }
}
