//! The structure of clauses' texts: emphasis, links, notes, lists, tables and quotations, as ranges of
//! the plain text.
//!
//! The plain text has a line for each paragraph, item, row of a table, and line of a quotation; a tab
//! separates the cells of a row. So search, evidence and exports need no markup.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::ids::ClauseId;
use crate::localized::Text;

/// The structure of a clause's text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Markup {
    /// The clause.
    pub clause: ClauseId,
    /// The tag of the language.
    pub language: Text,
    /// The parts of the text.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// The notes to which parts refer, in the order of their first references.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// A part of a text. In a list of parts, a part comes before those inside it, and the others are in
/// the order of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The kind of the part.
    pub kind: PartKind,
    /// The first byte of UTF-8.
    pub start: usize,
    /// The first byte after it. A block contains the line break or the tab that ends it. A reference
    /// to a note contains nothing, and a cell may be empty.
    pub end: usize,
    /// The address of a link, the eId of an item, or the mark of a note; empty for any other part.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub target: Text,
}

/// The kind of a part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// Emphasized words.
    Emphasis,
    /// Strongly emphasized words.
    Strong,
    /// Words that lead to an address.
    Link,
    /// A reference to a note.
    Note,
    /// A quotation of several lines.
    Quotation,
    /// A list of items.
    List,
    /// An item with its number, and with the lists inside it.
    Item,
    /// The number of an item, at its start.
    Number,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of the table's first row.
    Heading,
    /// Any other cell.
    Cell,
}

/// A note to words of a clause. It is no part of the clause's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The mark at the words, such as `1`.
    pub mark: Text,
    /// The text of the note.
    pub text: Text,
    /// The parts of that text.
    #[serde(default)]
    pub parts: Vec<Part>,
}

/// A piece of a structured text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node<'a> {
    /// Plain words, as a range of the text.
    Words(Range<usize>),
    /// A part, and the pieces inside it.
    Part(&'a Part, Vec<Node<'a>>),
}

impl PartKind {
    /// Reports whether the part is a block of its own, not some words of a line.
    #[must_use]
    pub fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Emphasis | Self::Strong | Self::Link | Self::Note | Self::Number
        )
    }
}

impl Part {
    /// Returns the eId of an item.
    #[must_use]
    pub fn item(&self) -> Option<&str> {
        let is_item = self.kind == PartKind::Item;
        is_item.then_some(&*self.target)
    }
}

/// Returns the pieces of a text with these parts.
#[must_use]
pub fn nodes<'a>(text: &str, parts: &'a [Part]) -> Vec<Node<'a>> {
    let mut rest = parts;
    within(0..text.len(), text.len(), &mut rest)
}

/// Returns the pieces of a range, and removes its parts from the start of `rest`.
fn within<'a>(range: Range<usize>, length: usize, rest: &mut &'a [Part]) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    let mut done = range.start;
    let words = |range: Range<usize>| (!range.is_empty()).then_some(Node::Words(range));
    while let Some((part, after)) = rest.split_first() {
        // A part without words at the end of the text belongs to the block that ends there.
        let is_at_end = part.start == part.end && part.start == length;
        let is_inside = part.start < range.end || is_at_end && range.end == length;
        if !is_inside {
            break;
        }
        *rest = after;
        let start = part.start.max(done);
        let end = part.end.clamp(start, range.end.max(start));
        nodes.extend(words(done..start));
        nodes.push(Node::Part(part, within(start..end, length, rest)));
        done = end;
    }
    nodes.extend(words(done..range.end));
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: PartKind, range: Range<usize>) -> Part {
        Part {
            kind,
            start: range.start,
            end: range.end,
            target: "".into(),
        }
    }

    /// Writes pieces with the first letter of each kind.
    fn written(text: &str, nodes: &[Node<'_>]) -> String {
        let mut all = String::new();
        for node in nodes {
            match node {
                Node::Words(range) => all.push_str(&text[range.clone()]),
                Node::Part(part, inside) => {
                    let kind = format!("{:?}", part.kind);
                    all.extend([&kind[..2], "(", &written(text, inside), ")"]);
                }
            }
        }
        all
    }

    #[test]
    fn nests_parts_by_their_ranges() {
        let text = "Keep:\na clean\nb\tc";
        let parts = [
            part(PartKind::Emphasis, 0..4),
            part(PartKind::List, 6..14),
            part(PartKind::Item, 6..14),
            part(PartKind::Strong, 8..13),
            part(PartKind::Table, 14..17),
            part(PartKind::Row, 14..17),
            part(PartKind::Cell, 14..16),
            part(PartKind::Cell, 16..17),
            part(PartKind::Note, 17..17),
        ];
        let nodes = nodes(text, &parts);
        assert_eq!(
            written(text, &nodes),
            "Em(Keep):\nLi(It(a St(clean)\n))Ta(Ro(Ce(b\t)Ce(cNo())))"
        );
    }

    #[test]
    fn cuts_parts_that_cross_each_other() {
        let parts = [part(PartKind::Emphasis, 0..3), part(PartKind::Strong, 2..9)];
        assert_eq!(written("abcde", &nodes("abcde", &parts)), "Em(abSt(c))de");
    }
}
