//! Line breaks inside blocks: some only wrap a text, others separate clauses.

use crate::block::{Block, Kind};
use crate::label::{Words, rank_of_word};
use crate::rich::Rich;
use crate::sequence::{Relation, Sequence};
use crate::text::ends_as_sentence;

/// Marks of list items that people type.
const BULLETS: [&str; 13] = [
    "•", "●", "▪", "■", "◆", "◦", "○", "‣", "·", "- ", "– ", "— ", "* ",
];

/// The longest number with its word, in bytes. Texts of many lines are not read again and again.
const LONGEST_NUMBER: usize = 100;

/// Returns the blocks without line breaks. A line that begins with the next number, or with the
/// first one of its kind, becomes a block; so does a line with a bullet. Typed bullets are left out, with a doubt.
pub(crate) fn split(blocks: Vec<Block>, words: &Words) -> (Vec<Block>, Option<String>) {
    let mut sequence = Sequence::default();
    let (mut split, mut bullets) = (Vec::new(), 0);
    for block in blocks {
        bullets += split_block(block, words, &mut sequence, &mut split);
    }
    let doubt = match bullets {
        0 => None,
        1 => Some("a typed bullet before a line was left out".to_owned()),
        many => Some(format!("{many} typed bullets before lines were left out")),
    };
    (split, doubt)
}

/// Adds the blocks of a block, and returns how many lines had a bullet.
fn split_block(
    block: Block,
    words: &Words,
    sequence: &mut Sequence,
    split: &mut Vec<Block>,
) -> usize {
    if block.attached.is_some() {
        split.push(block);
        return 0;
    }
    let mut bullets = 0;
    let is_whole = block.is_heading() || block.kind == Kind::Title;
    let lines = block.text.clean_lines().lines();
    let mut current = Block {
        text: Rich::default(),
        ..block
    };
    for (nth, line) in lines.iter().enumerate() {
        let unmarked = unmarked(line).filter(|_| !is_whole);
        let starts = nth > 0
            && !is_whole
            && (begins(line, words, sequence) || is_division(&current.text, words));
        if nth > 0 && (starts || unmarked.is_some()) {
            let next = Block::new(current.kind, "", current.origin);
            split.push(std::mem::replace(&mut current, next));
        }
        if let Some(unmarked) = unmarked {
            bullets += 1;
            if matches!(current.kind, Kind::Paragraph | Kind::Continued) {
                current.kind = Kind::Item(1);
            }
            current.text.push(&line.suffix(unmarked.len()));
        } else {
            current.text.push_joined(line);
        }
        if nth == 0 {
            accept_first(&current, words, sequence);
        }
    }
    if !current.text.is_empty() || current.number.is_some() {
        split.push(current);
    }
    bullets
}

/// Reports whether a line is the number of a division or of an article, or its word as in
/// “Preliminary title”, and no more. The next line is a heading, or a text.
fn is_division(line: &str, words: &Words) -> bool {
    if line.len() > LONGEST_NUMBER {
        return false;
    }
    let start = words.read(line).filter(|start| start.rest.is_empty());
    let rank = start.and_then(|start| start.readings[0].style.rank);
    let words = line.split_whitespace().count();
    rank.is_some() || rank_of_word(line).is_some() && words == 2 && !ends_as_sentence(line)
}

/// Returns a line without its bullet, if it has one.
fn unmarked(line: &str) -> Option<&str> {
    let mut bullets = BULLETS.iter();
    let rest = bullets
        .find_map(|bullet| line.strip_prefix(bullet))?
        .trim_start();
    (!rest.is_empty()).then_some(rest)
}

/// Reports whether a line begins with a number that continues the text.
fn begins(line: &str, words: &Words, sequence: &mut Sequence) -> bool {
    let best = sequence
        .read(line, words)
        .and_then(|start| sequence.best(start.readings));
    let Some((label, relation)) = best else {
        return false;
    };
    let continues = matches!(relation, Relation::Next | Relation::First);
    if continues {
        sequence.accept(&label);
    }
    continues
}

fn accept_first(block: &Block, words: &Words, sequence: &mut Sequence) {
    let whole = block.whole();
    let start = sequence.read(&whole, words);
    if let Some((label, _)) = start.and_then(|start| sequence.best(start.readings)) {
        sequence.accept(&label);
    }
    // Article 1. 1. …
    let inner = words.read(&whole).and_then(|start| words.read(start.rest));
    if let Some((label, Relation::First)) = inner.and_then(|start| sequence.best(start.readings)) {
        sequence.accept(&label);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separates_clauses_and_joins_wrapped_lines() {
        let text = "第一条 为了促进\n发展，制定本法。\n第二条 本法适用于\n第九条以外的情形。\n- 一项\n2021. x";
        let (blocks, doubt) = split(
            vec![Block::new(Kind::Paragraph, text, 7)],
            &Words::default(),
        );
        assert!(doubt.is_some_and(|doubt| doubt.contains("bullet")));
        let texts: Vec<_> = blocks
            .iter()
            .map(|block| (&*block.text, block.kind, block.origin))
            .collect();
        assert_eq!(
            texts,
            [
                ("第一条 为了促进发展，制定本法。", Kind::Paragraph, 7),
                ("第二条 本法适用于第九条以外的情形。", Kind::Paragraph, 7),
                ("一项 2021. x", Kind::Item(1), 7),
            ]
        );
    }
}
