//! APA: an entry of a list of references, by the seventh edition of its Publication Manual.
//!
//! Plain text has no italics, so writers set the title in italics themselves.

use super::work::{Work, address, english_date, line, push_between};

/// Writes the reference: publisher, date, title and number, notes, site, day of reading, address.
pub(super) fn reference(work: &Work<'_>) -> String {
    let mut text = [work.publisher, ". ("].concat();
    let date = english_date(&work.date, true);
    text.push_str(if date.is_empty() { "n.d." } else { &date });
    text.extend(["). ", &work.place(&work.titles())]);
    push_between(&mut text, " [", work.note.trim_end_matches('.'), "]");
    text.push_str(". ");
    push_between(&mut text, "", work.breaks_off, " ");
    push_between(&mut text, "", work.via, ". ");
    let accessed = english_date(&work.accessed, false);
    if work.link.is_empty() {
        return line(&text);
    }
    push_between(&mut text, "Retrieved ", &accessed, ", from ");
    line(&text) + " " + &address(&work.link)
}
