//! Forms: the patterns that the numbers of one level's divisions, or of its clauses, may have.

use super::pattern::{Label, Pattern};

/// The patterns of one kind of number.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Each counts for itself: 1.1, 1.2, and then 1.a, 1.b. Empty if nothing has a number.
    pub(crate) patterns: Vec<Pattern>,
    /// Whether a paragraph may have no number.
    pub(crate) may_lack: bool,
}

impl Form {
    /// Reads the number at the start of a line. Returns the index of its pattern too.
    pub(crate) fn read<'a>(&self, line: &'a str, outer: &[&str]) -> (usize, Label<'a>) {
        let labels = self
            .patterns
            .iter()
            .map(|pattern| pattern.read(line, outer));
        let mut unknown = (0, Label::None);
        for (nth, label) in labels.enumerate() {
            match label {
                Label::Number { .. } => return (nth, label),
                Label::UnknownNumeral { .. } if unknown.1 == Label::None => unknown = (nth, label),
                _ => {}
            }
        }
        unknown
    }

    /// Returns the number of each pattern for a value that depends on the pattern, for messages.
    pub(crate) fn print(&self, value: impl Fn(usize) -> usize, outer: &[&str]) -> String {
        let patterns = self.patterns.iter().enumerate();
        let numbers: Vec<String> = patterns
            .map(|(nth, pattern)| pattern.print(value(nth), outer))
            .collect();
        numbers.join(" or ")
    }
}
