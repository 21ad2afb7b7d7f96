//! The search for the parts of a quote: word for word, then similar words.

use std::ops::Range;

use plan::characters::{is_letter, is_of_a_word, is_quotation_mark};

use super::alignment::Alignment;
use super::finding::{Match, Piece, Verdict};
use super::likely::likely;
use super::line::Line;
use super::text::Text;

/// A quote and the texts in which it is searched.
pub(super) struct Search<'a> {
    pub(super) quote: Line,
    pub(super) texts: Vec<Text<'a>>,
}

/// A part of a quote, as a range of its line's characters, and the verdict on it.
pub(super) type Found = (Range<usize>, Verdict);

/// The boundaries at which a part of a quote is cut next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Ellipses,
    Lines,
    Sentences,
    Nothing,
}

impl Search<'_> {
    /// Checks a part. Cuts it into smaller parts if these match better.
    pub(super) fn find(&self, part: Range<usize>, cut: Cut) -> Vec<Found> {
        let part = self.trimmed(part);
        if !self.quote.folded[part.clone()]
            .iter()
            .any(|&c| is_letter(c))
        {
            return Vec::new();
        }
        let matches = self.verbatim(&part);
        if !matches.is_empty() {
            return vec![(part, Verdict::Verbatim(matches))];
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
            Some((found, pieces)) => vec![(part, Verdict::Nearly(found, pieces))],
            None if found.iter().any(|(_, verdict)| *verdict != Verdict::Absent) => found,
            None => vec![(part, Verdict::Absent)],
        }
    }

    /// Joins neighbours that are verbatim together, or both absent.
    fn joined(&self, found: Vec<Found>) -> Vec<Found> {
        let mut joined: Vec<Found> = Vec::new();
        for (part, verdict) in found {
            if let Some((before, last)) = joined.last_mut() {
                let both = before.start..part.end;
                match (&*last, &verdict) {
                    (Verdict::Verbatim(_), Verdict::Verbatim(_)) => {
                        let matches = self.verbatim(&both);
                        if !matches.is_empty() {
                            (*before, *last) = (both, Verdict::Verbatim(matches));
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

    /// Returns the part without white space and quotation marks around it.
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

    /// Returns the omissions in a part, each with the brackets around its dots.
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

    /// Returns the first match of a part in each text that contains it word for word.
    fn verbatim(&self, part: &Range<usize>) -> Vec<Match> {
        let words = &self.quote.chars[part.clone()];
        let find = |text: &Text<'_>| {
            let line = &text.line;
            let mut windows = line.chars.windows(words.len());
            // A match may not begin or end inside a word.
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
                    return Some(text.matching(&range));
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

    /// Returns the most similar words of the plan and the differences, if these are small.
    fn nearly(&self, part: &Range<usize>) -> Option<(Match, Vec<Piece>)> {
        let tokens = self.quote.tokens(part.clone());
        let likely = likely(&self.quote.folded[part.clone()], &self.texts).into_iter();
        let aligned = likely.filter_map(|text| {
            let theirs = text.line.tokens(0..text.line.chars.len());
            let alignment = Alignment::new(&tokens, &theirs, &self.quote, &text.line)?;
            Some((alignment, theirs, text))
        });
        let (alignment, theirs, text) = aligned.min_by_key(|(alignment, ..)| alignment.cost)?;
        let used = &theirs[alignment.start..alignment.end];
        let range = used.first()?.range.start..used.last()?.range.end;
        let pieces = alignment.pieces((&tokens, &self.quote), (used, &text.line));
        Some((text.matching(&range), pieces))
    }
}

/// Reports whether all parts are verbatim and no single text contains all of them.
fn runs_over_texts(found: &[Found]) -> bool {
    let matches: Vec<&Vec<Match>> = found
        .iter()
        .filter_map(|(_, verdict)| match verdict {
            Verdict::Verbatim(matches) => Some(matches),
            _ => None,
        })
        .collect();
    let Some((first, others)) = matches.split_first() else {
        return false;
    };
    let is_same = |a: &Match, b: &Match| (a.of, &a.tag) == (b.of, &b.tag);
    let has_all = |found: &Match| {
        others
            .iter()
            .all(|matches| matches.iter().any(|other| is_same(found, other)))
    };
    matches.len() == found.len() && !others.is_empty() && !first.iter().any(has_all)
}
