//! Chicago: an entry of a bibliography for a web page, by the Chicago Manual of Style.

use super::work::{Work, address, english_date, line, push_between};

/// Writes the entry: publisher, title and number, site, date, notes, day of reading, address.
pub(super) fn entry(work: &Work<'_>) -> String {
    let mut text = String::new();
    push_between(&mut text, "", work.publisher, ". ");
    text.extend(["“", &work.place(&work.titles()), ".” "]);
    push_between(&mut text, "", work.via, ". ");
    push_between(&mut text, "", &english_date(&work.date, false), ". ");
    push_between(&mut text, "", work.note, " ");
    push_between(&mut text, "", work.breaks_off, " ");
    let link = address(&work.link);
    if !link.is_empty() {
        let accessed = english_date(&work.accessed, false);
        push_between(&mut text, "Accessed ", &accessed, ". ");
        push_between(&mut text, "", &link, ".");
    }
    line(&text)
}
