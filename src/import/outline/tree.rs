//! The tree of pieces.

use super::key::{Key, is_annex, is_division, kept};
use crate::block::Attached;
use crate::label::{Label, Style};
use crate::rich::Rich;

/// A piece of the document with all that it contains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) label: Option<Label>,
    /// The heading or the text, without the number; may be empty beside a number.
    pub(crate) text: Rich,
    /// A table or a quotation, which has no other text.
    pub(crate) attached: Option<Attached>,
    /// Whether it is a heading.
    pub(crate) is_division: bool,
    /// Whether only its number says that it is a heading.
    pub(crate) is_guess: bool,
    /// The line of the file, or the number of the paragraph, from 1.
    pub(crate) origin: usize,
    pub(crate) doubts: Vec<String>,
    pub(crate) children: Vec<Node>,
}

/// Builds the tree from pieces in the order of the text.
#[derive(Debug)]
pub(super) struct Builder {
    roots: Vec<Node>,
    /// The open pieces, outermost first.
    nodes: Vec<Node>,
    /// The level of each open piece.
    keys: Vec<Key>,
    /// The styles of the numbers directly in the document, and then in each open piece.
    seen: Vec<Vec<Style>>,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            roots: Vec::new(),
            nodes: Vec::new(),
            keys: Vec::new(),
            seen: vec![Vec::new()],
        }
    }

    /// Closes the annex that is open, with all that is in it.
    pub(super) fn end_annex(&mut self) {
        let annex = self.keys.iter().position(is_annex);
        self.close(annex.unwrap_or(self.keys.len()));
    }

    pub(super) fn add(&mut self, key: Key, node: Node) {
        self.close(kept(&self.keys, &self.seen, &key));
        if matches!(key, Key::Plain | Key::Continued) {
            self.siblings().push(node);
            return;
        }
        if let (Key::Styled { style, .. }, Some(seen)) = (&key, self.seen.last_mut())
            && !seen.contains(style)
        {
            seen.push(style.clone());
        }
        self.nodes.push(node);
        self.keys.push(key);
        self.seen.push(Vec::new());
    }

    pub(super) fn finish(mut self) -> Vec<Node> {
        self.close(0);
        self.roots
    }

    /// Closes the inner pieces, so that this many stay open.
    fn close(&mut self, length: usize) {
        while self.nodes.len() > length
            && let Some(node) = self.nodes.pop()
        {
            let key = self.keys.pop();
            let inside = self.seen.pop().unwrap_or_default();
            // The numbers that come next continue those in this division, not those before it.
            if key.as_ref().is_some_and(is_division) {
                for styles in &mut self.seen {
                    styles.retain(|style| !inside.contains(style));
                }
            }
            self.siblings().push(node);
        }
    }

    /// Returns the contents of the innermost open piece.
    fn siblings(&mut self) -> &mut Vec<Node> {
        match self.nodes.last_mut() {
            Some(node) => &mut node.children,
            None => &mut self.roots,
        }
    }
}
