//! The words before numbers that a document itself shows: `Medida 1.`, `Commitment 2:`, `M3.`, `措施一：`. One
//! that begins several paragraphs whose numbers rise is the word of clauses.

use super::bare::LARGEST;
use super::lead::{read_after, word};
use super::read::read;
use super::start::{ANNEX, ARTICLE, Start};
use crate::block::{BY_LOOKS, Block, Kind};
use crate::lists::index_or_push;
use crate::text::{ends_as_sentence, is_without_spaces};

/// The words of a document, in lower case, with their ranks there.
#[derive(Debug, Default)]
pub(crate) struct Words {
    ranks: Vec<(String, u8)>,
}

/// Words that are those of divisions in some documents, and those of clauses in others.
const OF_EITHER: [&str; 9] = [
    "pillar",
    "eje",
    "eixo",
    "axe",
    "goal",
    "objetivo",
    "objectif",
    "الهدف",
    "objective",
];

/// Words before numbers that are captions, or refer to a place.
const CAPTIONS: [&str; 36] = [
    "table",
    "figure",
    "fig",
    "box",
    "chart",
    "graph",
    "map",
    "photo",
    "note",
    "page",
    "step",
    "line",
    "tabla",
    "cuadro",
    "figura",
    "gráfico",
    "mapa",
    "recuadro",
    "foto",
    "nota",
    "página",
    "tableau",
    "graphique",
    "carte",
    "encadré",
    "tabela",
    "quadro",
    "tabelle",
    "abbildung",
    "表",
    "表格",
    "图",
    "圖",
    "图表",
    "专栏",
    "注",
];

/// The rank of a word that only real headings have: in chapters, around articles.
pub(crate) const OWN_HEADING: u8 = 6;

/// A word before numbers, as it occurs.
#[derive(Debug)]
struct Found {
    word: String,
    /// The rank that every document has, if it is a usual word.
    rank: Option<u8>,
    values: Vec<usize>,
    /// How many numbers have a mark after them.
    marked: usize,
    in_headings: usize,
    /// How many numbers are those of clauses: their text is a sentence, or they contain nothing.
    of_clauses: usize,
    /// How many numbers come right before one with a word that occurs for the first time after this one.
    outer: usize,
    /// The innermost rank of the headings before the first number.
    around: Option<u8>,
}

/// A line that may begin with a number.
struct Line {
    text: String,
    is_heading: bool,
}

impl Words {
    /// Finds the words of a document.
    pub(crate) fn learn(blocks: &[Block]) -> Self {
        let lines: Vec<Line> = blocks.iter().flat_map(lines).collect();
        let mut found: Vec<Found> = Vec::new();
        let mut next = lines.iter().skip(1);
        let (mut around, mut last) = (None, None);
        for line in &lines {
            let next = next.next();
            let Some((word, rank)) = word(&line.text) else {
                continue;
            };
            let start = read_after(&line.text, word, rank.unwrap_or(ARTICLE));
            let Some((value, is_marked)) = start.as_ref().and_then(value) else {
                continue;
            };
            let rest = start.map_or("", |start| start.rest);
            let word = line.text[..word].to_lowercase();
            let is_sibling = next
                .is_none_or(|next| next.is_heading || next.text.to_lowercase().starts_with(&word));
            let is_of_clause = is_sibling || is_sentence(rest);
            if line.is_heading {
                around = around.max(Some(rank.unwrap_or(OWN_HEADING)));
            }
            let new = || Found {
                word: word.clone(),
                rank,
                values: Vec::new(),
                marked: 0,
                in_headings: 0,
                of_clauses: 0,
                outer: 0,
                around: around.filter(|_| !line.is_heading),
            };
            let at = index_or_push(&mut found, |known| known.word == word, new);
            if let Some(before) = last.replace(at).filter(|&before| before < at) {
                found[before].outer += 1;
            }
            let known = &mut found[at];
            known.values.push(value);
            known.marked += usize::from(is_marked);
            known.in_headings += usize::from(line.is_heading);
            known.of_clauses += usize::from(is_of_clause);
        }
        let ranks = found
            .into_iter()
            .filter_map(|found| Some((found.own_rank()?, found.word)));
        Self {
            ranks: ranks.map(|(rank, word)| (word, rank)).collect(),
        }
    }

    /// Reads the number at the start of a text, as `read` does; it may have a word of this document.
    pub(crate) fn read<'a>(&self, text: &'a str) -> Option<Start<'a>> {
        let own = self
            .word(text)
            .and_then(|(word, rank)| read_after(text, word, rank));
        own.filter(|start| !start.readings.is_empty())
            .or_else(|| read(text))
    }

    /// Returns the length and the rank of the word of this document with which a text begins.
    fn word(&self, text: &str) -> Option<(usize, u8)> {
        if self.ranks.is_empty() {
            return None;
        }
        let (length, _) = word(text)?;
        let word = text[..length].to_lowercase();
        let mut ranks = self.ranks.iter();
        ranks
            .find(|(known, _)| *known == word)
            .map(|(_, rank)| (length, *rank))
    }
}

impl Found {
    /// Returns the rank in this document; `None` if it is the usual one, or if this is no word of clauses.
    fn own_rank(&self) -> Option<u8> {
        let inside = |rank: u8| match self.around {
            Some(around) if self.in_headings == 0 && around >= rank => around + 1,
            _ => rank,
        };
        let most = |times: usize| times * 2 > self.values.len();
        let contains_others = self.in_headings > 0 || most(self.outer) && !most(self.of_clauses);
        let Some(rank) = self.rank else {
            let own = if contains_others {
                OWN_HEADING
            } else {
                ARTICLE
            };
            return (self.counts_on() && !self.is_caption()).then(|| inside(own));
        };
        let is_of_either = OF_EITHER.contains(&self.word.as_str());
        let own = match rank {
            ANNEX => rank,
            ARTICLE if contains_others && self.in_headings == 0 => inside(OWN_HEADING),
            ARTICLE.. => inside(rank),
            _ if !is_of_either => rank,
            _ if self.in_headings == 0 && most(self.of_clauses) => inside(rank).max(ARTICLE),
            _ => inside(rank),
        };
        (own != rank).then_some(own)
    }

    /// Reports whether the numbers begin with 1 and rise, but for a few.
    fn counts_on(&self) -> bool {
        let steps = self.values.windows(2);
        let right = steps
            .filter(|pair| pair[1] > pair[0] || pair[1] == 1)
            .count();
        let count = self.values.len();
        count > 1
            && self.values[0] == 1
            && self.values.contains(&2)
            && (right + 1) * 4 >= count * 3
            && self.marked * 2 > count
    }

    fn is_caption(&self) -> bool {
        let word = self
            .word
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        CAPTIONS.contains(&word)
    }
}

fn lines(block: &Block) -> Vec<Line> {
    if block.attached.is_some() || block.kind == Kind::Title {
        return Vec::new();
    }
    let is_heading = matches!(block.kind, Kind::Heading(level) if level < BY_LOOKS);
    let whole = block.whole().clean_lines();
    let lines = whole.lines().into_iter();
    lines
        .map(|line| Line {
            text: line.into_plain(),
            is_heading,
        })
        .collect()
}

/// Returns the number of a start, and whether a mark ends it.
fn value(start: &Start<'_>) -> Option<(usize, bool)> {
    let label = start.readings.first()?;
    let value = label.value.filter(|value| *value <= LARGEST)?;
    let is_marked = start.rest.is_empty() || !label.printed.ends_with(char::is_alphanumeric);
    let is_open = !is_marked
        && start
            .rest
            .starts_with(|c: char| c.is_lowercase() || ",;)".contains(c));
    (!is_open).then_some((value, is_marked))
}

fn is_sentence(text: &str) -> bool {
    ends_as_sentence(text)
        && !text.ends_with([':', '：'])
        && (text.split_whitespace().count() > 8 || text.contains(is_without_spaces))
}
