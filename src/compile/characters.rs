//! Characters that must not occur in a text: control characters, and those that show text in another
//! order than it has. With them a reader would see something else than what is searched and quoted.

use crate::diagnostics::{Location, Reporter};

/// Reports each of them. The text at `location` may be in quotes or written with escapes; then the
/// whole of it is reported, else the single character.
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

/// Control characters other than white space, and those of Unicode's bidirectional algorithm that
/// reorder text.
fn is_forbidden(c: char) -> bool {
    plan::characters::is_reordering(c) || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}
