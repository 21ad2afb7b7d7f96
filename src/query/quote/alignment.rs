//! The differences between a quote and the most similar words of a text.

use super::finding::{Piece, Side};
use super::line::{Line, Token, is_sentence_end};

/// The tokens of a quote, aligned with the most similar tokens of a text.
pub(super) struct Alignment {
    pub(super) cost: usize,
    /// Whether only few tokens differ.
    pub(super) is_close: bool,
    /// The aligned tokens of the text begin here and end before `end`.
    pub(super) start: usize,
    pub(super) end: usize,
    steps: Vec<Side>,
}

impl Alignment {
    /// Returns the cheapest alignment of the quote with a part of the text. If they are very long, or
    /// share no token, everything differs.
    pub(super) fn new(ours: &[Token], theirs: &[Token], quote: &Line, text: &Line) -> Self {
        /// The cost of a token on one side only. Two tokens that only folding makes equal cost 1.
        const DIFFERENCE: usize = 4;
        /// The largest table, in cells of one byte; longer pairs are not aligned.
        const LARGEST: usize = 2_000_000;
        let width = theirs.len() + 1;
        let different = || Self {
            cost: usize::MAX,
            is_close: false,
            start: 0,
            end: theirs.len(),
            steps: [
                vec![Side::Quote; ours.len()],
                vec![Side::Plan; theirs.len()],
            ]
            .concat(),
        };
        if ours.len() * width > LARGEST {
            return different();
        }
        // The tokens of the text before and after the aligned ones cost nothing.
        let mut costs = vec![0; width];
        let mut steps = Vec::with_capacity(ours.len() * width);
        for ours in ours {
            let mut diagonal = costs[0];
            costs[0] += DIFFERENCE;
            steps.push(Side::Quote);
            for (nth, theirs) in theirs.iter().enumerate() {
                let up = costs[nth + 1] + DIFFERENCE;
                let left = costs[nth] + DIFFERENCE;
                let mut best = if left < up {
                    (left, Side::Plan)
                } else {
                    (up, Side::Quote)
                };
                if ours.key == theirs.key {
                    let is_same =
                        quote.chars[ours.range.clone()] == text.chars[theirs.range.clone()];
                    let both = diagonal + usize::from(!is_same);
                    if both <= best.0 {
                        best = (both, Side::Both);
                    }
                }
                diagonal = costs[nth + 1];
                costs[nth + 1] = best.0;
                steps.push(best.1);
            }
        }
        let end = (0..width).min_by_key(|&end| costs[end]).unwrap_or_default();
        let (mut row, mut start) = (ours.len(), end);
        let mut way = Vec::new();
        let (mut all, mut quote_only, mut plan_only) = (0, 0, 0);
        while row > 0 {
            let step = steps[(row - 1) * width + start];
            way.push(step);
            if step != Side::Quote {
                start -= 1;
            }
            if step == Side::Plan {
                plan_only += usize::from(theirs[start].counts);
            } else {
                row -= 1;
                all += usize::from(ours[row].counts);
            }
            if step == Side::Quote {
                quote_only += usize::from(ours[row].counts);
            }
        }
        way.reverse();
        // At most a quarter of the quote's words may be missing from the plan, and the plan's words
        // may exceed the quote's by at most half.
        let is_close = quote_only * 4 <= all && plan_only * 2 <= all;
        if start == end {
            return different();
        }
        Self {
            cost: costs[end],
            is_close,
            start,
            end,
            steps: way,
        }
    }

    /// Extends the aligned tokens of the text to whole sentences, so that a reader sees the plan's
    /// words for those that only the quote has.
    pub(super) fn widen(&mut self, theirs: &[Token], text: &Line) {
        let ends = |token: &Token| is_sentence_end(text.chars[token.range.start]);
        let before = theirs[..self.start].iter().rev();
        let before = before.take_while(|token| !ends(token)).count();
        let is_whole = ends(&theirs[self.end - 1]);
        let after = theirs[self.end..].iter().take_while(|token| !ends(token));
        let after = if is_whole { 0 } else { after.count() };
        self.start -= before;
        self.end += after;
        self.steps
            .splice(..0, std::iter::repeat_n(Side::Plan, before));
        self.steps.extend(std::iter::repeat_n(Side::Plan, after));
    }

    pub(super) fn pieces(&self, ours: (&[Token], &Line), theirs: (&[Token], &Line)) -> Vec<Piece> {
        let mut pieces = Vec::new();
        // Words of the plan come after the words of the quote that replace them.
        let mut plan_only = String::new();
        let (mut nth, mut their_nth) = (0, 0);
        for step in &self.steps {
            let our_words = (*step != Side::Plan).then(|| {
                nth += 1;
                ours.1.words(ours.0, nth - 1)
            });
            let their_words = (*step != Side::Quote).then(|| {
                their_nth += 1;
                theirs.1.words(theirs.0, their_nth - 1)
            });
            let is_same = match (our_words, their_words) {
                (Some(ours), Some(theirs)) => trimmed_end(ours) == trimmed_end(theirs),
                _ => false,
            };
            if is_same {
                push(&mut pieces, Side::Plan, &std::mem::take(&mut plan_only));
            } else {
                plan_only.extend(their_words.unwrap_or_default());
            }
            let side = if is_same { Side::Both } else { Side::Quote };
            let words: String = our_words.unwrap_or_default().iter().collect();
            push(&mut pieces, side, &words);
        }
        push(&mut pieces, Side::Plan, &plan_only);
        pieces
    }
}

fn push(pieces: &mut Vec<Piece>, side: Side, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.side == side => last.words.push_str(words),
        _ => pieces.push(Piece {
            side,
            words: words.to_owned(),
        }),
    }
}

fn trimmed_end(words: &[char]) -> &[char] {
    words.strip_suffix(&[' ']).unwrap_or(words)
}
