//! Whether words that somebody quotes stand in the plan: verbatim, nearly, or not at all.
//!
//! 1. What was left out (`…`) parts a quote; each part is looked for by itself.
//! 2. Verbatim is exact up to white space, which pages and mails break as they like, words parted at the ends of lines,
//!    and quotation marks around the whole.
//! 3. Nearly is what differs in few words, or in Chinese few characters. Runs of three characters that a text
//!    shares with the quote find the likely texts; an alignment of their words tells what differs.
//! 4. What is neither is parted at line breaks and then at the ends of sentences, so that a quote which runs over two
//!    clauses is found in both.
//!
//! Texts are those of the clauses, the headings, the preamble and the title, in every language. Absent on purpose: the
//! composing of accents, whose tables a browser has already: give it text in the form NFC.

mod alignment;
mod line;

use std::ops::Range;

use crate::index::Index;
use alignment::Alignment;
use line::{Line, is_of_a_word};
use plan::characters::{is_letter, is_quotation_mark};
use plan::{ClauseId, DivisionId, InLanguage, ParagraphId};

/// How many characters of a quote are looked at; an editor's quote is far shorter.
pub const LONGEST: usize = 5_000;

/// What became of a part of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The part, in bytes of the quote.
    pub part: Range<usize>,
    /// Whether it stands in the plan.
    pub verdict: Verdict,
}

/// Whether a part of a quote stands in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It stands there to the letter, the first time in each text that has it: clauses first, in the plan's order.
    Verbatim(Vec<Place>),
    /// Something much like it stands there. The pieces of both and of the quote are the quote.
    Nearly(Place, Vec<Piece>),
    /// Nothing like it stands there.
    Absent,
    /// It was not looked for: the quote is longer than [`LONGEST`].
    TooLong,
}

/// Where words stand in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which of its texts.
    pub of: TextOf,
    /// The language's tag.
    pub tag: String,
    /// The words, in bytes of that text.
    pub range: Range<usize>,
}

/// A text of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOf {
    /// A clause.
    Clause(ClauseId),
    /// The heading of a division.
    Heading(DivisionId),
    /// A paragraph of the preamble.
    Preamble(ParagraphId),
    /// The plan's name.
    Title,
}

/// A stretch of words of a quote or of the plan, with the white space behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Who has it.
    pub of: Of,
    /// The words.
    pub words: String,
}

/// Who has some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Both.
    Both,
    /// Only the quote.
    Quote,
    /// Only the plan.
    Plan,
}

/// Looks for a quote in a plan: what became of each part, in the quote's order. Nothing where there are no words.
#[must_use]
pub fn check(index: &Index, quote: &str) -> Vec<Finding> {
    let longest = quote.char_indices().nth(LONGEST);
    let end = longest.map_or(quote.len(), |(at, _)| at);
    let texts = texts(index);
    let is_known = |word: &[char]| {
        let mut lines = texts.iter().map(|text| &text.line.chars);
        lines.any(|chars| chars.windows(word.len()).any(|window| window == word))
    };
    let search = Search {
        quote: Line::of_quote(&quote[..end], index, is_known),
        texts,
    };
    let whole = 0..search.quote.chars.len();
    let found = search.find(whole, Cut::Ellipses).into_iter();
    let mut findings: Vec<Finding> = found
        .map(|(part, verdict)| Finding {
            part: search.quote.bytes(&part),
            verdict,
        })
        .collect();
    if end < quote.len() {
        findings.push(Finding {
            part: end..quote.len(),
            verdict: Verdict::TooLong,
        });
    }
    findings
}

/// A quote and what it is looked for in.
struct Search<'a> {
    quote: Line,
    texts: Vec<Text<'a>>,
}

struct Text<'a> {
    of: TextOf,
    tag: &'a str,
    line: Line,
}

/// A part of a quote, in characters of its line, and what became of it.
type Found = (Range<usize>, Verdict);

/// At what a part of a quote is cut next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    Ellipses,
    Lines,
    Sentences,
    Nothing,
}

fn texts(index: &Index) -> Vec<Text<'_>> {
    let plan = index.plan();
    let clauses = plan.clauses.enumerated();
    let clauses = clauses.map(|(id, clause)| (TextOf::Clause(id), &clause.text));
    let headings = plan.divisions.enumerated();
    let headings = headings.map(|(id, division)| (TextOf::Heading(id), &division.heading));
    let preamble = plan.preamble.enumerated();
    let preamble = preamble.map(|(id, paragraph)| (TextOf::Preamble(id), paragraph));
    let title = [(TextOf::Title, &plan.title)];
    let all = clauses.chain(headings).chain(preamble).chain(title);
    let mut texts = Vec::new();
    for (of, localized) in all {
        texts.extend(localized.iter().map(|InLanguage { tag, text }| Text {
            of,
            tag,
            line: Line::new(text, index),
        }));
    }
    texts
}

impl Search<'_> {
    fn find(&self, part: Range<usize>, cut: Cut) -> Vec<Found> {
        let part = self.trimmed(part);
        if !self.quote.folded[part.clone()]
            .iter()
            .any(|&c| is_letter(c))
        {
            return Vec::new();
        }
        let places = self.verbatim(&part);
        if !places.is_empty() {
            return vec![(part, Verdict::Verbatim(places))];
        }
        let (cuts, next) = match cut {
            Cut::Ellipses => (self.ellipses(&part), Cut::Lines),
            Cut::Lines => (self.line_breaks(&part), Cut::Sentences),
            Cut::Sentences => (self.sentence_ends(&part), Cut::Nothing),
            Cut::Nothing => (Vec::new(), Cut::Nothing),
        };
        if cuts.is_empty() && cut != Cut::Nothing {
            return self.find(part, next);
        }
        let mut found = Vec::new();
        let mut start = part.start;
        for gap in cuts.into_iter().chain(std::iter::once(part.end..part.end)) {
            if cut != Cut::Nothing {
                found.extend(self.find(start..gap.start, next));
            }
            start = gap.end;
        }
        if cut == Cut::Ellipses {
            return found;
        }
        let found = self.joined(found);
        if runs_over_texts(&found) {
            return found;
        }
        match self.nearly(&part) {
            Some((place, pieces)) => vec![(part, Verdict::Nearly(place, pieces))],
            None if found.iter().any(|(_, verdict)| *verdict != Verdict::Absent) => found,
            None => vec![(part, Verdict::Absent)],
        }
    }

    /// Neighbours that are verbatim as one, or both absent, become one.
    fn joined(&self, found: Vec<Found>) -> Vec<Found> {
        let mut joined: Vec<Found> = Vec::new();
        for (part, verdict) in found {
            if let Some((before, last)) = joined.last_mut() {
                let both = before.start..part.end;
                match (&*last, &verdict) {
                    (Verdict::Verbatim(_), Verdict::Verbatim(_)) => {
                        let places = self.verbatim(&both);
                        if !places.is_empty() {
                            (*before, *last) = (both, Verdict::Verbatim(places));
                            continue;
                        }
                    }
                    (Verdict::Absent, Verdict::Absent) => {
                        *before = both;
                        continue;
                    }
                    _ => {}
                }
            }
            joined.push((part, verdict));
        }
        joined
    }

    /// Without white space and quotation marks around it.
    fn trimmed(&self, part: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = part;
        let is_outside = |at: usize| {
            let c = self.quote.chars[at];
            c == ' ' || is_quotation_mark(c)
        };
        while start < end && is_outside(start) {
            start += 1;
        }
        while start < end && is_outside(end - 1) {
            end -= 1;
        }
        start..end
    }

    /// What was left out, with the brackets that some put around the dots.
    fn ellipses(&self, part: &Range<usize>) -> Vec<Range<usize>> {
        let chars = &self.quote.chars[..part.end];
        let mut ellipses = Vec::new();
        let mut at = part.start;
        while at < part.end {
            let is_dot = |c: &&char| matches!(c, '.' | '…' | '⋯');
            let dots = &chars[at..at + chars[at..].iter().take_while(is_dot).count()];
            let end = at + dots.len();
            if dots.len() > 2 || dots.iter().any(|&c| c != '.') {
                let opens = at > part.start && matches!(chars[at - 1], '[' | '(' | '（' | '【');
                let closes = matches!(chars.get(end), Some(']' | ')' | '）' | '】'));
                let bracket = usize::from(opens && closes);
                ellipses.push(at - bracket..end + bracket);
                at = end + bracket;
            } else {
                at = end.max(at + 1);
            }
        }
        ellipses
    }

    fn line_breaks(&self, part: &Range<usize>) -> Vec<Range<usize>> {
        let breaks = self.quote.breaks.iter().copied();
        let inside = breaks.filter(|&at| at > part.start && at < part.end);
        inside.map(|at| at..at).collect()
    }

    fn sentence_ends(&self, part: &Range<usize>) -> Vec<Range<usize>> {
        let chars = &self.quote.chars;
        let is_end = |&at: &usize| match chars[at - 1] {
            '。' | '！' | '？' | '；' => true,
            '.' | '!' | '?' | ';' => chars[at] == ' ',
            _ => false,
        };
        let ends = (part.start + 1..part.end).filter(is_end);
        ends.map(|at| at..at).collect()
    }

    /// The texts in which a part stands to the letter.
    fn verbatim(&self, part: &Range<usize>) -> Vec<Place> {
        let words = &self.quote.chars[part.clone()];
        let find = |text: &Text<'_>| {
            let line = &text.line;
            let mut windows = line.chars.windows(words.len());
            // Not within a word.
            let is_within = |at: usize| {
                at > 0
                    && line
                        .chars
                        .get(at)
                        .is_some_and(|&c| is_of_a_word(c) && is_of_a_word(line.chars[at - 1]))
            };
            let mut start = 0;
            while let Some(next) =
                windows.position(|window| window[0] == words[0] && window == words)
            {
                let range = start + next..start + next + words.len();
                if !is_within(range.start) && !is_within(range.end) {
                    return Some(text.place(&range));
                }
                start += next + 1;
            }
            None
        };
        if words.is_empty() {
            return Vec::new();
        }
        self.texts.iter().filter_map(find).collect()
    }

    /// The text that is most like a part, and what differs, if that is little.
    fn nearly(&self, part: &Range<usize>) -> Option<(Place, Vec<Piece>)> {
        let tokens = self.quote.tokens(part.clone());
        let likely = self.likely(part).into_iter();
        let aligned = likely.filter_map(|text| {
            let theirs = text.line.tokens(0..text.line.chars.len());
            let alignment = Alignment::new(&tokens, &theirs, &self.quote, &text.line)?;
            Some((alignment, theirs, text))
        });
        let (alignment, theirs, text) = aligned.min_by_key(|(alignment, ..)| alignment.cost)?;
        let used = &theirs[alignment.start..alignment.end];
        let range = used.first()?.range.start..used.last()?.range.end;
        let pieces = alignment.pieces((&tokens, &self.quote), (used, &text.line));
        Some((text.place(&range), pieces))
    }

    /// The texts that share most runs of characters with a part, and at least a quarter of them.
    fn likely(&self, part: &Range<usize>) -> Vec<&Text<'_>> {
        let folded = &self.quote.folded[part.clone()];
        let length = folded.iter().filter(|&&c| c != ' ').count().min(3);
        let mut runs = [false; RUNS];
        each_run(folded, length, |run| runs[run] = true);
        let all = runs.iter().filter(|&&is_there| is_there).count();
        let mut likely: Vec<(usize, &Text<'_>)> = Vec::new();
        // In which text a run was last counted, so that it counts once in each.
        let mut counted_in = vec![usize::MAX; RUNS];
        for (nth, text) in self.texts.iter().enumerate() {
            let mut shared = 0;
            each_run(&text.line.folded, length, |run| {
                if runs[run] && counted_in[run] != nth {
                    counted_in[run] = nth;
                    shared += 1;
                }
            });
            let rank = likely
                .iter()
                .take_while(|(more, _)| *more >= shared)
                .count();
            if rank < LIKELY && shared * 4 >= all {
                likely.insert(rank, (shared, text));
                likely.truncate(LIKELY);
            }
        }
        likely.into_iter().map(|(_, text)| text).collect()
    }
}

/// Whether all parts are verbatim, and no text has all of them.
fn runs_over_texts(found: &[Found]) -> bool {
    let places: Vec<&Vec<Place>> = found
        .iter()
        .filter_map(|(_, verdict)| match verdict {
            Verdict::Verbatim(places) => Some(places),
            _ => None,
        })
        .collect();
    let Some((first, others)) = places.split_first() else {
        return false;
    };
    let is_same = |a: &Place, b: &Place| (a.of, &a.tag) == (b.of, &b.tag);
    let has_all = |place: &Place| {
        others
            .iter()
            .all(|places| places.iter().any(|other| is_same(place, other)))
    };
    places.len() == found.len() && !others.is_empty() && !first.iter().any(has_all)
}

impl Text<'_> {
    fn place(&self, range: &Range<usize>) -> Place {
        Place {
            of: self.of,
            tag: self.tag.to_owned(),
            range: self.line.bytes(range),
        }
    }
}

/// How many texts are aligned with a part.
const LIKELY: usize = 3;
/// Runs of characters are told apart by as many numbers; that two share one now and then does no harm.
const RUNS: usize = 1 << 13;

/// The number of each run of as many characters, white space left out.
fn each_run(folded: &[char], length: usize, mut each: impl FnMut(usize)) {
    // A character has 21 bits.
    let mask = (1_u64 << (21 * length)) - 1;
    let mut key = 0;
    for (nth, &c) in folded.iter().filter(|&&c| c != ' ').enumerate() {
        key = (key << 21 | u64::from(c)) & mask;
        if nth + 1 >= length {
            // The upper 13 bits of Fibonacci hashing.
            let run = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 51;
            each(usize::try_from(run).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests;
