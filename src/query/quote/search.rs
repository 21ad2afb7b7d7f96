//! The search for the parts of a quote: word for word, then similar words.

use std::ops::Range;

use plan::characters::{is_letter, is_of_a_word, is_quotation_mark};

use super::alignment::Alignment;
use super::features::Features;
use super::finding::{Finding, Match, TextOf, Verdict};
use super::line::{Line, is_sentence_end};
use super::text::Text;

/// A quote and the texts in which it is searched.
pub(super) struct Search<'a> {
    pub(super) quote: Line,
    pub(super) features: Features,
    pub(super) texts: Vec<Text<'a>>,
}

/// The boundaries at which a part of a quote is cut next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Ellipses,
    Lines,
    Sentences,
    Nothing,
}

impl Search<'_> {
    /// Checks a part. Cuts it into smaller parts if these match better. The parts of the findings are
    /// ranges of the line's characters.
    pub(super) fn find(&self, part: Range<usize>, cut: Cut) -> Vec<Finding> {
        let part = self.trimmed(part);
        if !self.quote.folded[part.clone()]
            .iter()
            .any(|&c| is_letter(c))
        {
            return Vec::new();
        }
        if let Some(found) = self.word_for_word(&part) {
            return vec![found];
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
        let whole = self.nearly(&part);
        let is_found = found.iter().any(Finding::is_close);
        if whole.is_close() || !is_found && !is_about_several_texts(&found) {
            return vec![whole];
        }
        found
    }

    /// Joins neighbours that are word for word together, or both absent.
    fn joined(&self, found: Vec<Finding>) -> Vec<Finding> {
        let mut joined: Vec<Finding> = Vec::new();
        for next in found {
            if let Some(last) = joined.last_mut() {
                let both = last.part.start..next.part.end;
                if last.verdict == Verdict::Absent && next.verdict == Verdict::Absent {
                    last.part = both;
                    continue;
                }
                let are_found = last.is_word_for_word() && next.is_word_for_word();
                if are_found && let Some(whole) = self.word_for_word(&both) {
                    *last = whole;
                    continue;
                }
            }
            joined.push(next);
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
        let is_end = |&at: &usize| {
            let c = chars[at - 1];
            is_sentence_end(c) && (!c.is_ascii() || chars[at] == ' ')
        };
        let ends = (part.start + 1..part.end).filter(is_end);
        ends.map(|at| at..at).collect()
    }

    /// Returns the finding of a part that occurs word for word, at least but for typography.
    fn word_for_word(&self, part: &Range<usize>) -> Option<Finding> {
        let mut verdict = Verdict::Verbatim;
        let mut matches = self.occurrences(&self.quote.chars[part.clone()], false);
        if matches.is_empty() {
            matches = self.occurrences(self.quote.plain_in(part), true);
            verdict = Verdict::Typographic;
        } else if self.quote.has_ligature(part) {
            verdict = Verdict::Typographic;
        }
        (!matches.is_empty()).then(|| Finding {
            part: part.clone(),
            verdict,
            matches,
        })
    }

    /// Returns the first match of some words, which are plain or exact, in each text that contains
    /// them.
    fn occurrences(&self, words: &[char], is_plain: bool) -> Vec<Match> {
        let find = |text: &Text<'_>| {
            let line = &text.line;
            let chars = if is_plain { &line.plain } else { &line.chars };
            let at = |nth: usize| if is_plain { line.plain_at[nth] } else { nth };
            let mut windows = chars.windows(words.len());
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
                let range = at(start + next)..at(start + next + words.len() - 1) + 1;
                if !is_within(range.start) && !is_within(range.end) {
                    return Some(text.matching(&range, Vec::new()));
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

    /// Returns the finding of a part that does not occur word for word.
    fn nearly(&self, part: &Range<usize>) -> Finding {
        let tokens = self.quote.tokens(part.clone());
        let folded = &self.quote.folded[part.clone()];
        let (nearest, is_similar) = self.features.nearest(folded);
        let mut least = usize::MAX;
        let mut verdict = Verdict::Absent;
        let mut matches: Vec<Match> = Vec::new();
        for text in nearest.into_iter().map(|nth| &self.texts[nth]) {
            let theirs = text.line.tokens(0..text.line.chars.len());
            let mut alignment = Alignment::new(&tokens, &theirs, &self.quote, &text.line);
            let is_close = alignment.is_close && alignment.cost < least;
            if !is_close {
                let is_clause = matches!(text.of, TextOf::Clause(_));
                let is_other = |found: &Match| found.tag != text.tag;
                let is_next = verdict != Verdict::Nearly && !matches.iter().any(is_other);
                if !(is_similar && is_clause && is_next) {
                    continue;
                }
                alignment.widen(&theirs, &text.line);
                verdict = Verdict::Similar;
            }
            let used = &theirs[alignment.start..alignment.end];
            let pieces = alignment.pieces((&tokens, &self.quote), (used, &text.line));
            let range = used[0].range.start..used[used.len() - 1].range.end;
            if is_close {
                least = alignment.cost;
                verdict = Verdict::Nearly;
                matches.clear();
            }
            matches.push(text.matching(&range, pieces));
        }
        Finding {
            part: part.clone(),
            verdict,
            matches,
        }
    }
}

impl Finding {
    fn is_word_for_word(&self) -> bool {
        matches!(self.verdict, Verdict::Verbatim | Verdict::Typographic)
    }

    fn is_close(&self) -> bool {
        self.is_word_for_word() || self.verdict == Verdict::Nearly
    }
}

/// Reports whether parts are similar to different texts, or only some of them to any.
fn is_about_several_texts(found: &[Finding]) -> bool {
    let mut nearest = found
        .iter()
        .map(|found| found.matches.first().map(|found| found.of));
    let first = nearest.next();
    nearest.any(|other| Some(other) != first)
}

/// Reports whether all parts occur word for word and no single text contains all of them.
fn runs_over_texts(found: &[Finding]) -> bool {
    let Some((first, others)) = found.split_first() else {
        return false;
    };
    let is_same = |a: &Match, b: &Match| (a.of, &a.tag) == (b.of, &b.tag);
    let has_all = |found: &Match| {
        others
            .iter()
            .all(|other| other.matches.iter().any(|other| is_same(found, other)))
    };
    found.iter().all(Finding::is_word_for_word)
        && !others.is_empty()
        && !first.matches.iter().any(has_all)
}
