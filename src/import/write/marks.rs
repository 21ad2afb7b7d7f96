//! The marks of footnotes.

use std::collections::BTreeSet;

use crate::block::Note;

/// The longest mark of a footnote, in characters.
const LONGEST: usize = 4;

/// The marks of footnotes, each once.
pub(super) struct Marks(Vec<Option<String>>);

impl Marks {
    /// Returns the marks as the document prints them, where each is another one. A note without words
    /// has none.
    pub(super) fn new(notes: &[Note]) -> Self {
        let printed: BTreeSet<&str> = notes.iter().map(|note| &*note.mark).collect();
        let mut taken = BTreeSet::new();
        let mut last = 0;
        let marks = notes.iter().map(|note| {
            let is_usual = !note.mark.is_empty()
                && note.mark.chars().all(|c| c.is_ascii_alphanumeric())
                && note.mark.len() <= LONGEST;
            if note.lines.is_empty() {
                return None;
            }
            if is_usual && taken.insert(note.mark.clone()) {
                return Some(note.mark.clone());
            }
            loop {
                last += 1;
                let mark = last.to_string();
                // A later note may be printed with this number.
                if !printed.contains(&*mark) && taken.insert(mark.clone()) {
                    return Some(mark);
                }
            }
        });
        Self(marks.collect())
    }

    pub(super) fn of(&self, note: usize) -> Option<&str> {
        self.0.get(note)?.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_each_note_a_mark_of_its_own() {
        let note = |mark: &str| Note {
            mark: mark.to_owned(),
            lines: vec!["x".into()],
        };
        let notes = [note("1"), note("*"), note("1"), note("2"), Note::default()];
        let marks = Marks::new(&notes);
        let all: Vec<_> = (0..notes.len()).map(|nth| marks.of(nth)).collect();
        assert_eq!(all, [Some("1"), Some("3"), Some("4"), Some("2"), None]);
    }
}
