//! The footnotes of Markdown.

use std::collections::BTreeMap;

use crate::block::{Block, Kind};

/// Adds the text of each footnote to the block that refers to it first, or as a paragraph at the
/// end.
pub(crate) fn add(blocks: &mut Vec<Block>, footnotes: BTreeMap<String, String>) {
    let mut left = footnotes;
    for block in blocks.iter_mut() {
        let names = block.text.split('[').skip(1);
        let names = names.filter_map(|after| Some(after.split_once(']')?.0.to_owned()));
        for name in names.collect::<Vec<_>>() {
            if let Some(text) = left.remove(&name) {
                block.text.push_str(&footnote(&name, &text));
            }
        }
    }
    blocks.extend(left.into_iter().map(|(name, text)| {
        let block = Block::new(Kind::Paragraph, footnote(&name, &text), 0);
        block.doubtful("a footnote to which nothing refers")
    }));
}

fn footnote(name: &str, text: &str) -> String {
    format!(" [{name}: {text}]")
}
