//! A table of contents that people typed, or that a program left as text.

use std::collections::HashSet;

use crate::block::Block;

/// Headings of tables of contents, in lower case and without spaces.
const HEADINGS: [&str; 15] = [
    "目录",
    "目錄",
    "目次",
    "contents",
    "tableofcontents",
    "índice",
    "indice",
    "índicegeneral",
    "contenido",
    "sumário",
    "sumario",
    "sommaire",
    "tabledesmatières",
    "المحتويات",
    "الفهرس",
];

/// The fewest entries of a table of contents.
const FEWEST: usize = 2;

/// Removes the table of contents: its heading, and the entries that are headings later on. Returns
/// whether a document has one.
pub(crate) fn remove(blocks: &mut Vec<Block>) -> bool {
    let is_heading = |block: &Block| HEADINGS.contains(&plain(block).as_str());
    let Some(heading) = blocks.iter().position(is_heading) else {
        return false;
    };
    let texts: Vec<String> = blocks[heading + 1..].iter().map(plain).collect();
    // A heading may be on two lines.
    let pair = |at: usize| texts[at..texts.len().min(at + 2)].concat();
    let Some(first) = texts.first() else {
        return false;
    };
    let is_first = |text: &str| text == first || text == without_page(first);
    let mut starts = 1..texts.len();
    let Some(start) = starts.find(|&at| is_first(&texts[at]) || is_first(&pair(at))) else {
        return false;
    };
    let singles = texts[start..].iter().cloned();
    let later: HashSet<String> = singles.chain((start..texts.len()).map(pair)).collect();
    let is_entry = |text: &String| later.contains(text) || later.contains(without_page(text));
    if start < FEWEST || !texts[..start].iter().all(is_entry) {
        return false;
    }
    blocks.drain(heading..heading + 1 + start);
    true
}

/// Returns the text with its number, without spaces and in lower case.
fn plain(block: &Block) -> String {
    let whole = block.whole();
    let visible = whole.chars().filter(|c| !c.is_whitespace());
    visible.flat_map(char::to_lowercase).collect()
}

/// Returns a text without the number of a page, and the dots before it.
fn without_page(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit());
    text.trim_end_matches(['.', '…', '·', '．', '-', '–', '—', '_'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Kind;

    fn left(texts: &[&str]) -> Vec<String> {
        let blocks = texts
            .iter()
            .map(|text| Block::new(Kind::Paragraph, *text, 1));
        let mut blocks: Vec<Block> = blocks.collect();
        remove(&mut blocks);
        blocks
            .into_iter()
            .map(|block| block.text.into_plain())
            .collect()
    }

    #[test]
    fn removes_only_entries_that_are_headings_later() {
        assert_eq!(
            left(&[
                "法",
                "目 录",
                "第一章 总则……1",
                "附则",
                "第一章　总则",
                "内容。",
                "附则",
                "完。"
            ]),
            ["法", "第一章　总则", "内容。", "附则", "完。"]
        );
        assert_eq!(
            left(&[
                "Contents",
                "Chapter I General 2",
                "Annex 3",
                "Chapter I",
                "General",
                "Annex"
            ]),
            ["Chapter I", "General", "Annex"]
        );
        let whole = ["Contents", "of a box", "are mixed", "of a box"];
        assert_eq!(left(&whole), whole);
    }
}
