//! A text with its parts, while a document is read.

use std::cmp::Reverse;
use std::ops::Range;

use plan::{Part, PartKind};

/// A plain text, and the parts of it that have markup, as ranges of its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rich {
    pub(crate) text: String,
    /// An outer part comes before those inside it.
    pub(crate) parts: Vec<Part>,
}

impl Rich {
    /// Adds a text on a line of its own.
    pub(crate) fn push_line(&mut self, line: Self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.push(line);
    }

    /// Adds a text at the end.
    pub(crate) fn push(&mut self, other: Self) {
        let by = self.text.len();
        self.text.push_str(&other.text);
        let shifted = other.parts.into_iter().map(|part| Part {
            start: part.start + by,
            end: part.end + by,
            ..part
        });
        self.parts.extend(shifted);
    }

    /// Returns a piece of the text, with what its parts have in it. References to notes at both ends
    /// belong to it.
    pub(crate) fn slice(&self, range: Range<usize>) -> Self {
        let parts = self.parts.iter().filter_map(|part| {
            let start = part.start.clamp(range.start, range.end) - range.start;
            let end = part.end.clamp(range.start, range.end) - range.start;
            let is_note = part.kind == PartKind::Note;
            let is_inside = if is_note {
                (range.start..=range.end).contains(&part.start)
            } else {
                start < end
            };
            is_inside.then(|| Part {
                start,
                end,
                ..part.clone()
            })
        });
        Self {
            text: self.text[range.clone()].to_owned(),
            parts: parts.collect(),
        }
    }

    /// Makes the whole text one block of a kind.
    pub(crate) fn enclose(&mut self, kind: PartKind) {
        let block = part(kind, 0..self.text.len(), None);
        self.parts.insert(0, block);
    }
}

/// Returns a part of a text.
pub(crate) fn part(kind: PartKind, range: Range<usize>, target: Option<String>) -> Part {
    Part {
        kind,
        start: range.start,
        end: range.end,
        target: target.unwrap_or_default().into(),
    }
}

/// Sorts parts so that an outer one comes before those inside it. Parts with the same range keep
/// their order.
pub(crate) fn sort(parts: &mut [Part]) {
    parts.sort_by_key(|part| (part.start, Reverse(part.end)));
}

/// Returns the table of these rows: a line for each, with a tab between the cells. The first row has
/// the headings.
pub(crate) fn table(rows: Vec<Vec<Rich>>) -> Rich {
    let mut all = Rich::default();
    let mut blocks = Vec::new();
    let last = rows.len().saturating_sub(1);
    for (nth, row) in rows.into_iter().enumerate() {
        let kind = if nth == 0 {
            PartKind::Heading
        } else {
            PartKind::Cell
        };
        let row_at = blocks.len();
        let row_start = all.text.len();
        let cells = row.len();
        for (column, cell) in row.into_iter().enumerate() {
            let start = all.text.len();
            all.push(cell);
            if column + 1 < cells {
                all.text.push('\t');
            } else if nth < last {
                all.text.push('\n');
            }
            blocks.push(part(kind, start..all.text.len(), None));
        }
        blocks.insert(row_at, part(PartKind::Row, row_start..all.text.len(), None));
    }
    blocks.append(&mut all.parts);
    all.parts = blocks;
    all.enclose(PartKind::Table);
    sort(&mut all.parts);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rich(text: &str) -> Rich {
        Rich {
            text: text.to_owned(),
            parts: vec![part(PartKind::Strong, 1..text.len(), None)],
        }
    }

    #[test]
    fn cuts_parts_at_the_ends_of_a_piece() {
        let mut whole = rich("abcd");
        whole.parts.push(part(PartKind::Note, 4..4, None));
        let piece = whole.slice(2..4);
        assert_eq!(piece.text, "cd");
        let ranges = piece.parts.iter().map(|part| part.start..part.end);
        assert_eq!(ranges.collect::<Vec<_>>(), [0..2, 2..2]);
        assert_eq!(whole.slice(0..1).parts, []);
    }

    #[test]
    fn writes_the_rows_of_a_table_as_lines() {
        let cell = |text: &str| Rich {
            text: text.to_owned(),
            parts: Vec::new(),
        };
        let table = table(vec![vec![cell("a"), cell("b")], vec![rich("cd"), cell("")]]);
        assert_eq!(table.text, "a\tb\ncd\t");
        let parts = table.parts.iter().map(|it| (it.kind, it.start, it.end));
        assert_eq!(
            parts.collect::<Vec<_>>(),
            [
                (PartKind::Table, 0, 7),
                (PartKind::Row, 0, 4),
                (PartKind::Heading, 0, 2),
                (PartKind::Heading, 2, 4),
                (PartKind::Row, 4, 7),
                (PartKind::Cell, 4, 7),
                (PartKind::Strong, 5, 6),
                (PartKind::Cell, 7, 7),
            ]
        );
    }
}
