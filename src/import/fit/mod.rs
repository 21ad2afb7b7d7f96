//! Fits an outline into the form that the compiler reads today: two levels of divisions with
//! headings, and numbered clauses.
//!
//! This is the only part of the importer that knows these limits. Words that have no place of their
//! own in that form stay in the nearest one: deeper headings begin the clause below them, items are
//! part of their clause, and words before the first clause are the preamble.
//!
//! 1. `draft` finds the divisions and the clauses.
//! 2. `limits` divides long lists.
//! 3. `numbers` keeps the printed numbers where the compiler can read all of them, and counts
//!    otherwise; then the printed numbers begin the text.

mod draft;
mod fitted;
mod limits;
mod numbers;

pub(crate) use fitted::{Entry, Fitted, Part};

use crate::outline::Node;
use draft::Piece;

/// Headings of texts that come before the first division.
const PREAMBLES: [&str; 8] = [
    "preamble",
    "preámbulo",
    "préambule",
    "preâmbulo",
    "序言",
    "前言",
    "引言",
    "الديباجة",
];

/// Fits the outline of a document with this title.
pub(crate) fn fit(mut nodes: Vec<Node>, title: &str) -> Fitted {
    let preamble = nodes.drain(..preamble_length(&nodes)).collect::<Vec<_>>();
    let mut preamble: Vec<Entry> = preamble.iter().flat_map(preamble_entries).collect();
    let (drafts, left_over) = draft::drafts(nodes, title);
    preamble.extend(left_over.into_iter().map(Piece::into_entry));
    let drafts = limits::divide(drafts);
    numbers::number(preamble, drafts)
}

/// Returns how many of the outermost pieces come before the first division or the first number.
fn preamble_length(nodes: &[Node]) -> usize {
    let is_preamble = |node: &&Node| {
        let is_named = PREAMBLES.contains(&node.text.to_lowercase().as_str());
        node.label.is_none() && (!node.is_division || is_named)
    };
    let length = nodes.iter().take_while(is_preamble).count();
    let rest = &nodes[length..];
    let has_divisions = rest.iter().any(|node| node.is_division);
    let numbers = rest.iter().filter(|node| node.label.is_some()).count();
    // A few numbers among many paragraphs are a list inside a statement.
    if has_divisions || numbers > nodes.len() - numbers {
        length
    } else {
        0
    }
}

/// Returns the paragraphs of a piece of the preamble.
fn preamble_entries(node: &Node) -> Vec<Entry> {
    if !node.is_division {
        return vec![Piece::new(node).into_entry()];
    }
    let own = Node {
        children: Vec::new(),
        ..node.clone()
    };
    let children = node.children.iter().flat_map(preamble_entries);
    std::iter::once(Piece::new(&own).into_entry())
        .chain(children)
        .collect()
}
