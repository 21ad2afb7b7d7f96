//! The levels of a document: which pieces contain which others, by headings and numbers.
//!
//! A heading contains all that follows, up to a heading of its level or above. A number with a word
//! contains by the rank of its word: a chapter contains articles. A number without a word continues
//! its own kind, or begins a level below the number before it. A paragraph without a number belongs
//! to the heading or the article before it.

mod key;
mod piece;
mod tree;
mod unify;

pub(crate) use tree::Node;

use crate::block::Block;
use crate::label::Words;
use tree::Builder;

/// Returns the outermost pieces of a document with all that they contain.
pub(crate) fn outline(blocks: &[Block], words: &Words) -> Vec<Node> {
    let mut builder = Builder::new();
    for piece in piece::pieces(blocks, words) {
        if piece.is_after_annex {
            builder.end_annex();
        }
        builder.add(piece.key, piece.node);
    }
    let mut nodes = builder.finish();
    unify::unify(&mut nodes);
    nodes
}

#[cfg(test)]
mod tests;
