//! The divisions and clauses of an outline, not yet numbered.

use super::fitted::Entry;
use crate::label::Label;
use crate::outline::Node;
use crate::text::{numbered, push_joined};

/// A division.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) label: Option<Label>,
    pub(super) heading: String,
    pub(super) clauses: Vec<Piece>,
    pub(super) sections: Vec<Draft>,
    pub(super) origin: usize,
    pub(super) doubts: Vec<String>,
}

/// A clause.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) label: Option<Label>,
    pub(super) text: String,
    pub(super) origin: usize,
    pub(super) doubts: Vec<String>,
}

impl Piece {
    /// Returns a piece with all the words of a node.
    pub(super) fn new(node: &Node) -> Self {
        let without_number = Node {
            label: None,
            ..node.clone()
        };
        let text = words(&without_number);
        let (label, text) = match &node.label {
            // A number needs a text.
            Some(label) if text.is_empty() => (None, label.printed.clone()),
            label => (label.clone(), text),
        };
        Self {
            label,
            text,
            origin: node.origin,
            doubts: doubts(node),
        }
    }

    /// Returns the number and the text as one text.
    pub(super) fn whole(&self) -> String {
        match &self.label {
            Some(label) => numbered(&label.printed, &self.text),
            None => self.text.clone(),
        }
    }

    pub(super) fn into_entry(self) -> Entry {
        Entry {
            number: String::new(),
            text: self.whole(),
            origin: self.origin,
            doubts: self.doubts,
        }
    }
}

impl Draft {
    fn new(node: &Node) -> Self {
        Self {
            label: node.label.clone(),
            heading: node.text.clone(),
            origin: node.origin,
            doubts: node.doubts.clone(),
            ..Self::default()
        }
    }

    fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.sections.is_empty()
    }

    /// Adds a clause at the end.
    fn push(&mut self, piece: Piece) {
        match self.sections.last_mut() {
            Some(section) => section.push(piece),
            None => self.clauses.push(piece),
        }
    }

    /// Returns the number and the heading of a division without contents as a clause.
    fn into_piece(self) -> Piece {
        let has_heading = !self.heading.is_empty();
        let text = match &self.label {
            Some(label) if !has_heading => label.printed.clone(),
            _ => self.heading,
        };
        let mut doubts = self.doubts;
        doubts.push("a heading without a text below it; it was kept as a clause".to_owned());
        Piece {
            label: self.label.filter(|_| has_heading),
            text,
            origin: self.origin,
            doubts,
        }
    }
}

/// Returns the outermost divisions of a document, and what comes before all of them. Clauses
/// outside divisions get one with the document's title as heading.
pub(super) fn drafts(nodes: Vec<Node>, title: &str) -> (Vec<Draft>, Vec<Piece>) {
    let are_all_empty = nodes.iter().all(|node| node.children.is_empty());
    let mut drafts: Vec<Draft> = Vec::new();
    let mut before = Vec::new();
    for node in nodes {
        let is_division = node.is_division && !are_all_empty;
        let draft = if is_division {
            division(&node)
        } else {
            Draft::new(&node)
        };
        if is_division && !draft.is_empty() {
            drafts.push(draft);
            continue;
        }
        let piece = if is_division {
            draft.into_piece()
        } else {
            Piece::new(&node)
        };
        match drafts.last_mut() {
            Some(last) => last.push(piece),
            None if is_division => before.push(piece),
            None => drafts.push(Draft {
                heading: title.to_owned(),
                clauses: vec![piece],
                origin: node.origin,
                ..Draft::default()
            }),
        }
    }
    if drafts.is_empty() && !before.is_empty() {
        drafts.push(Draft {
            heading: title.to_owned(),
            clauses: std::mem::take(&mut before),
            ..Draft::default()
        });
    }
    (drafts, before)
}

/// Returns an outermost division with its sections.
fn division(node: &Node) -> Draft {
    let mut draft = Draft::new(node);
    for child in &node.children {
        if !child.is_division {
            draft.push(Piece::new(child));
            continue;
        }
        let section = section(child);
        if section.is_empty() {
            draft.push(section.into_piece());
        } else {
            draft.sections.push(section);
        }
    }
    draft
}

/// Returns a section. The headings of deeper divisions begin the clause below them.
fn section(node: &Node) -> Draft {
    let mut section = Draft::new(node);
    for child in &node.children {
        fold(child, &mut section.clauses);
    }
    section
}

/// Adds the clauses of a node without divisions.
fn fold(node: &Node, pieces: &mut Vec<Piece>) {
    if !node.is_division {
        pieces.push(Piece::new(node));
        return;
    }
    let first = pieces.len();
    for child in &node.children {
        fold(child, pieces);
    }
    let own = Draft::new(node).into_piece();
    let Some(below) = pieces.get_mut(first) else {
        pieces.push(own);
        return;
    };
    let mut text = own.whole();
    push_joined(&mut text, "—");
    push_joined(&mut text, &below.whole());
    below.text = text;
    below.label = None;
    below.origin = own.origin;
    let doubt = format!(
        "the heading “{}” is on a level that the compiler does not know; it begins the clause below it",
        own.whole()
    );
    below.doubts = node
        .doubts
        .iter()
        .cloned()
        .chain([doubt])
        .chain(below.doubts.drain(..))
        .collect();
}

/// Returns all words of a piece in the order of the text.
fn words(node: &Node) -> String {
    let mut text = match &node.label {
        Some(label) => numbered(&label.printed, &node.text),
        None => node.text.clone(),
    };
    for child in &node.children {
        push_joined(&mut text, &words(child));
    }
    text
}

/// Returns the doubts about a piece and all that it contains.
fn doubts(node: &Node) -> Vec<String> {
    let inner = node.children.iter().flat_map(doubts);
    node.doubts.iter().cloned().chain(inner).collect()
}
