//! From blocks to pieces: numbers are read, and headings are recognised by their looks.

use std::collections::HashMap;

use super::key::Key;
use super::tree::Node;
use crate::block::{BY_LOOKS, Block, Kind};
use crate::label::{ANNEX, ARTICLE, Label, Words, rank_of_word, read_large, read_unmarked};
use crate::rich::Rich;
use crate::sequence::{Relation, Sequence};
use crate::text::{beginning, ends_as_sentence, is_without_spaces};
use plan::numerals::Numeral;

/// A block with its number and its level.
pub(super) struct Piece {
    pub(super) key: Key,
    pub(super) node: Node,
    /// Whether its number counts on from before the last annex, so that it is not part of it.
    pub(super) is_after_annex: bool,
}

/// The divisions and the annexes so far.
#[derive(Debug, Default)]
struct Annexes {
    count: usize,
    /// The last number of each word, and how many annexes were before it.
    last: HashMap<String, (usize, usize)>,
}

/// Headings of texts before the first division.
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

/// The largest gap between two numbers that is taken for a gap, not for another number.
const LARGEST_GAP: usize = 20;

/// Returns the pieces of a document. Titles are none of them.
pub(super) fn pieces(blocks: &[Block], words: &Words) -> Vec<Piece> {
    let mut sequence = Sequence::default();
    let mut annexes = Annexes::default();
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        at += 1;
        let mut piece = piece(block, blocks.get(at), words, &mut sequence);
        let is_number = piece.node.text.is_empty() && piece.node.label.is_some();
        let is_word = piece.node.label.is_none() && matches!(piece.key, Key::Named(_));
        let is_open = is_number || is_word;
        let heading = blocks.get(at).filter(|next| {
            is_open
                && is_heading_of(&piece, next, words)
                && contains(&piece, blocks.get(at + 1), words)
        });
        if let Some(heading) = heading {
            at += 1;
            piece.node.text.push_joined(&heading.text);
            let own = &mut piece.node.doubts;
            let further = heading.doubts.iter().filter(|doubt| !own.contains(doubt));
            let further: Vec<String> = further.cloned().collect();
            own.extend(further);
            piece.node.is_division = true;
        }
        piece.is_after_annex = annexes.ends_at(&piece);
        pieces.push(piece);
    }
    pieces
}

impl Annexes {
    /// Reports whether a division ends the annex before it, because its number counts on from those before the annex.
    fn ends_at(&mut self, piece: &Piece) -> bool {
        let rank = match &piece.key {
            Key::Heading(_, rank) => *rank,
            Key::Named(rank) => Some(*rank),
            _ => None,
        };
        self.count += usize::from(rank == Some(ANNEX));
        let label = piece.node.label.as_ref();
        let label = label.filter(|_| rank.is_some_and(|rank| rank > ANNEX && rank < ARTICLE));
        let Some((label, value)) = label.and_then(|label| Some((label, label.value?))) else {
            return false;
        };
        let last = self
            .last
            .insert(label.style.form.clone(), (value, self.count));
        last.is_some_and(|(last, before)| before < self.count && value > last)
    }
}

fn piece(block: &Block, next: Option<&Block>, words: &Words, sequence: &mut Sequence) -> Piece {
    let mut node = Node {
        origin: block.origin,
        is_division: block.is_heading(),
        attached: block.attached.clone(),
        doubts: block.doubts.clone(),
        ..Node::default()
    };
    // It belongs to the clause before it, with the items that follow.
    if node.attached.is_some() {
        return Piece {
            key: Key::Continued,
            node,
            is_after_annex: false,
        };
    }
    let whole = block.whole();
    let label = match (block.kind, words.read(&whole)) {
        // A further paragraph of an item is no division.
        (Kind::Continued, Some(start)) if start.readings[0].style.rank.is_some() => None,
        _ => number(&whole, block, words, sequence, &mut node.doubts),
    };
    node.text = match &label {
        Some((_, rest)) => rest.clone(),
        None => whole.clean(),
    };
    node.label = label.map(|(label, _)| label);
    let rank = node.label.as_ref().and_then(|label| label.style.rank);
    let mut key = match (block.kind, &node.label, rank) {
        // A preamble contains no articles.
        (Kind::Heading(level), ..) => {
            Key::Heading(level, rank.or(is_preamble(&node.text).then_some(ARTICLE)))
        }
        // A numbered list is what numbered paragraphs are in another program.
        (Kind::Item(1), Some(label), None) if block.number.is_some() => styled(label),
        (Kind::Continued, Some(label), _) => styled(label),
        (Kind::Item(depth), ..) => Key::Item(depth),
        (Kind::Continued, ..) => Key::Continued,
        (_, Some(_), Some(rank)) => Key::Named(rank),
        (_, Some(label), None) => styled(label),
        _ => plain(&mut node),
    };
    if matches!(key, Key::Named(_) | Key::Styled { .. })
        && looks_like_heading(&node, rank, next, words)
    {
        node.is_division = true;
        if let Key::Styled { is_heading, .. } = &mut key {
            *is_heading = true;
        }
        node.is_guess = rank.is_none_or(|rank| rank >= ARTICLE);
    }
    Piece {
        key,
        node,
        is_after_annex: false,
    }
}

fn styled(label: &Label) -> Key {
    Key::Styled {
        style: label.style.clone(),
        is_first: label.value == Some(1),
        is_heading: false,
    }
}

/// Returns the level of a paragraph without a number. A short line in capitals, or one that begins
/// with the word of a division, is a heading.
fn plain(node: &mut Node) -> Key {
    let is_line = is_short(&node.text) && !ends_as_sentence(&node.text);
    let letters = node.text.chars().filter(|c| c.is_alphabetic()).count();
    let is_upper = letters > 3
        && !node.text.chars().any(char::is_lowercase)
        && node.text.chars().any(char::is_uppercase);
    let words = node.text.split_whitespace().count();
    let rank = rank_of_word(&node.text).filter(|rank| *rank < ARTICLE && (2..4).contains(&words));
    let key = match rank {
        Some(rank) if is_line => Key::Named(rank),
        None if is_line && is_preamble(&node.text) => Key::Heading(BY_LOOKS, Some(ARTICLE)),
        None if is_line && is_upper && words < 12 => Key::Heading(BY_LOOKS, None),
        _ => return Key::Plain,
    };
    node.is_division = true;
    node.doubts
        .push("a line that looks like a heading; it was read as one".to_owned());
    key
}

/// Returns the number of a block and the text after it. A number that people typed must continue
/// those before it; one that a program printed, or that is in a heading, need not.
fn number(
    whole: &Rich,
    block: &Block,
    words: &Words,
    sequence: &mut Sequence,
    doubts: &mut Vec<String>,
) -> Option<(Label, Rich)> {
    let unmarked = || read_unmarked(whole).filter(|_| block.is_heading());
    let start = sequence.read(whole, words);
    let is_unmarked = start.is_none();
    let start = start.or_else(unmarked)?;
    let rest = whole.suffix(start.rest.len());
    let (label, relation) = sequence.best(start.readings)?;
    let is_certain = block.number.is_some() || block.is_heading();
    if is_unmarked && !matches!(relation, Relation::Next | Relation::First) {
        return None;
    }
    let is_sentence = is_within_sentence(&label, &rest);
    let is_gap = relation == Relation::Gap && gap_is_small(&label, sequence);
    let is_strong = label.style.rank.is_some()
        || label.style.form.starts_with('(')
        || matches!(label.style.numeral, Numeral::Composite(_));
    let is_accepted = match relation {
        _ if is_sentence => false,
        Relation::Gap | Relation::Unrelated if label.may_be_of_the(whole) => false,
        _ if is_certain => true,
        Relation::Next | Relation::First => true,
        Relation::Gap => is_strong && is_gap,
        Relation::Unrelated => label.style.rank.is_some(),
    };
    if !is_accepted {
        let start = beginning(whole);
        doubts.push(format!(
            "“{start}” begins like a number, but continues none; it was read as text"
        ));
        return None;
    }
    if !is_certain && matches!(relation, Relation::Gap | Relation::Unrelated) {
        doubts.push(format!(
            "{} does not follow the number before it; it was kept as it is",
            label.printed
        ));
    }
    sequence.accept(&label);
    // Article 1. 1. …
    let inner = words
        .read(&rest)
        .and_then(|start| sequence.best(start.readings));
    if let Some((inner, Relation::First)) = inner {
        sequence.accept(&inner);
    }
    Some((label, rest))
}

/// Reports whether a number with a word is part of a sentence, as in “Article 5 of the Convention”.
fn is_within_sentence(label: &Label, rest: &str) -> bool {
    let is_open = label.printed.ends_with(char::is_alphanumeric);
    label.style.rank.is_some()
        && is_open
        && rest.starts_with(|c: char| c.is_lowercase() || ",;)".contains(c))
}

fn is_preamble(text: &str) -> bool {
    let text: String = text.split_whitespace().collect();
    PREAMBLES.contains(&text.to_lowercase().as_str())
}

fn gap_is_small(label: &Label, sequence: &Sequence) -> bool {
    let last = sequence.last(&label.style).unwrap_or(0);
    label.value.is_some_and(|value| value <= last + LARGEST_GAP)
}

/// Reports whether a numbered paragraph is a heading: short, not a sentence, and something follows
/// that it can contain.
fn looks_like_heading(node: &Node, rank: Option<u8>, next: Option<&Block>, words: &Words) -> bool {
    let is_outer = rank.is_some_and(|rank| rank < ARTICLE);
    if node.text.is_empty() {
        return is_outer;
    }
    // Some laws print a period after headings.
    let is_title = rank.is_some() && node.text.ends_with('.') && is_few_words(&node.text);
    let is_sentence = ends_as_sentence(&node.text) && !node.text.ends_with(':') && !is_title;
    if !is_short(&node.text) || is_sentence {
        return false;
    }
    if is_outer && !is_title {
        return true;
    }
    let is_sibling = |next: &Block| {
        let whole = next.whole();
        let start = words.read(&whole).or_else(|| read_large(&whole));
        let mut readings = start.iter().flat_map(|start| &start.readings);
        readings.any(|other| Some(&other.style) == node.label.as_ref().map(|label| &label.style))
    };
    // An article's number with a short text before the next article is its text.
    let is_label_of_items = node.text.ends_with(':') || node.text.ends_with('：');
    !is_label_of_items
        && next.is_some_and(|next| {
            !is_sibling(next) && !next.is_heading() && next.kind != Kind::Attached
        })
}

/// Reports whether a block is the heading of a number that stands alone on the line before it.
fn is_heading_of(piece: &Piece, next: &Block, words: &Words) -> bool {
    let is_plain = words.read(&next.text).is_none() && next.number.is_none();
    let looks = is_short(&next.text) && !ends_as_sentence(&next.text);
    match (&piece.key, next.kind) {
        (Key::Heading(level, _), Kind::Heading(inner)) => is_plain && inner >= *level,
        (Key::Heading(..) | Key::Named(_), Kind::Paragraph | Kind::Heading(BY_LOOKS)) => {
            is_plain && looks
        }
        _ => false,
    }
}

/// Reports whether a division contains a block.
fn contains(piece: &Piece, block: Option<&Block>, words: &Words) -> bool {
    let Some(block) = block else {
        return false;
    };
    let rank = words
        .read(&block.text)
        .and_then(|start| start.readings[0].style.rank);
    match (&piece.key, block.kind) {
        (Key::Heading(level, _), Kind::Heading(inner)) => inner > *level,
        (Key::Heading(_, Some(own)) | Key::Named(own), _) => rank.is_none_or(|rank| rank > *own),
        _ => true,
    }
}

/// Reports whether a text has as few words as the title of an article.
fn is_few_words(text: &str) -> bool {
    text.split_whitespace().count() <= 8 && !text.trim_end_matches('.').contains(". ")
}

/// Reports whether a text is as short as headings are.
fn is_short(text: &str) -> bool {
    let longest = if text.chars().any(is_without_spaces) {
        40
    } else {
        120
    };
    text.chars().count() <= longest
}
