//! Markup where the content format has none: in the title, in headings and in the preamble. The
//! words stay, and footnotes move to a clause.

use crate::block::{Attached, Note};
use crate::fit::{Entry, Fitted};
use crate::rich::Rich;

/// Makes the title, the headings and the preamble plain. References to notes move to the next clause;
/// in the preamble, notes are in brackets. Notes to which nothing refers become a paragraph at the
/// end.
pub(crate) fn settle(title: &mut Rich, fitted: &mut Fitted, notes: &[Note]) {
    let mut used = vec![false; notes.len()];
    let mut waiting: Vec<usize> = title.notes().collect();
    *title = Rich::from(std::mem::take(title).into_plain());
    for entry in &mut fitted.preamble {
        let own = waiting.drain(..).chain(entry.text.notes());
        let own: Vec<usize> = own.filter(|&note| note < notes.len()).collect();
        make_plain(entry, "the preamble");
        for note in own {
            used[note] = true;
            entry
                .text
                .push_str(&format!(" {}", in_brackets(note, notes)));
            let doubt = "the preamble is plain text: its footnote is in brackets";
            entry.doubts.push(doubt.to_owned());
        }
    }
    for part in &mut fitted.divisions {
        if let Some(heading) = &mut part.heading {
            waiting.extend(heading.text.notes());
            make_plain(heading, "a heading");
        }
        for clause in &mut part.clauses {
            if clause.attached.is_none() && !waiting.is_empty() {
                for note in waiting.drain(..) {
                    clause.text.refer(note);
                }
                let doubt = "a heading is plain text: its footnote belongs to the clause below it";
                clause.doubts.push(doubt.to_owned());
            }
            let own = clause
                .text
                .notes()
                .chain(notes_in(clause.attached.as_ref()));
            for note in own.filter(|&note| note < notes.len()) {
                used[note] = true;
            }
        }
    }
    let unused = (0..notes.len()).filter(|&note| !used[note] && !notes[note].lines.is_empty());
    let left = unused.map(|note| Entry {
        text: in_brackets(note, notes).into(),
        doubts: vec!["a footnote to which no clause refers".to_owned()],
        ..Entry::default()
    });
    let left: Vec<Entry> = left.collect();
    if let Some(last) = fitted.divisions.last_mut().filter(|_| !left.is_empty()) {
        last.clauses.extend(left);
        fitted.allow_free_clauses();
    }
}

/// Removes the markup of a text. Addresses of links are lost, with a doubt.
fn make_plain(entry: &mut Entry, place: &str) {
    for address in entry.text.addresses() {
        let doubt = format!("{place} is plain text: the address {address} of a link was left out");
        entry.doubts.push(doubt);
    }
    entry.text = Rich::from(std::mem::take(&mut entry.text).into_plain());
}

/// Returns a note as text, such as `[1: Words.]`.
fn in_brackets(note: usize, notes: &[Note]) -> String {
    let Note { mark, lines } = &notes[note];
    let lines: Vec<&str> = lines.iter().map(|line| &**line).collect();
    let mark = match mark.as_str() {
        "" => (note + 1).to_string(),
        mark => mark.to_owned(),
    };
    format!("[{mark}: {}]", lines.join(" "))
}

fn notes_in(attached: Option<&Attached>) -> impl Iterator<Item = usize> {
    let texts: Vec<&Rich> = match attached {
        Some(Attached::Table(rows)) => rows.iter().flatten().collect(),
        Some(Attached::Quotation(lines)) => lines.iter().collect(),
        None => Vec::new(),
    };
    texts.into_iter().flat_map(Rich::notes)
}
