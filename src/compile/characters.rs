//! Characters that have no place in a text: those that are no text at all, and those that show it in another order than
//! it has, so that a reader would see something else than what is searched and quoted.

use super::diagnostic::{Place, Reporter};

/// Reports each of them. `place` is where the text stands, perhaps with quotes around it or written in escapes.
pub(super) fn check(text: &str, place: &Place, reporter: &mut Reporter<'_>) {
    let is_as_written = place.bytes.len() == text.len();
    for (at, c) in text.char_indices().filter(|&(_, c)| is_unfit(c)) {
        let start = place.bytes.start + if is_as_written { at } else { 0 };
        reporter.report(
            &Place::new(&place.file, start..place.bytes.end),
            format!(
                "expected text, found the character U+{:04X}, which cannot be seen",
                u32::from(c)
            ),
            "remove it; it comes along with what is pasted",
        );
    }
}

/// Control characters other than white space, and those of Unicode's bidirectional algorithm that reorder.
fn is_unfit(c: char) -> bool {
    plan::characters::is_reordering(c) || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}
