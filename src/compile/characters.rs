//! Characters that must not occur in a text: control characters, and characters that change the
//! order in which text is shown. With them, readers would see another text than the one that is
//! searched.

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

/// Control characters other than white space, and those of Unicode's bidirectional algorithm that
/// reorder text.
fn is_forbidden(c: char) -> bool {
    plan::characters::is_reordering(c) || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}
