//! APA: an entry of a list of references, by the seventh edition of its Publication Manual.
//!
//! Plain text has no italics, so writers set the title in italics themselves.

use super::work::{Work, address, english_date, line, push_between};

/// Writes the reference: publisher, date, title and number, notes, site, day of reading, address. Without a publisher, the
/// title comes before the date.
pub(super) fn reference(work: &Work<'_>) -> String {
    let date = english_date(&work.date, true);
    let date = if date.is_empty() { "n.d." } else { &date };
    let mut title = work.place(&work.titles());
    push_between(&mut title, " [", work.note.trim_end_matches('.'), "]");
    let [first, last] = if work.publisher.is_empty() {
        [&*title, ""]
    } else {
        [work.publisher, &title]
    };
    let mut text = [first, ". (", date, "). "].concat();
    push_between(&mut text, "", last, ". ");
    push_between(&mut text, "", work.breaks_off, " ");
    push_between(&mut text, "", work.via, ". ");
    let link = address(&work.link);
    if !link.is_empty() {
        let accessed = english_date(&work.accessed, false);
        push_between(&mut text, "Retrieved ", &accessed, ", from ");
    }
    line(&[&text, " ", &*link].concat())
}
