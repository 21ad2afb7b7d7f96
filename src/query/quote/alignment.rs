//! What differs between a quote and the stretch of a text that is most like it.

use super::line::{Line, Token};
use super::{Of, Piece};

/// A quote's tokens beside those of a text that suit them best.
pub(super) struct Alignment {
    pub(super) cost: usize,
    /// The tokens of the text from the first to the last that suits.
    pub(super) start: usize,
    pub(super) end: usize,
    steps: Vec<Of>,
}

impl Alignment {
    /// The cheapest way from the quote to some stretch of the text, if little differs.
    pub(super) fn new(ours: &[Token], theirs: &[Token], quote: &Line, text: &Line) -> Option<Self> {
        /// What differs costs this, and what a search takes for the same costs one.
        const DIFFERENCE: usize = 4;
        /// Two megabytes of steps.
        const LARGEST: usize = 2_000_000;
        let width = theirs.len() + 1;
        if ours.len() * width > LARGEST || ours.len() > 2 * theirs.len() {
            return None;
        }
        // Where in the text the stretch begins and ends costs nothing.
        let mut costs = vec![0; width];
        let mut steps = Vec::with_capacity(ours.len() * width);
        for ours in ours {
            let mut diagonal = costs[0];
            costs[0] += DIFFERENCE;
            steps.push(Of::Quote);
            for (nth, theirs) in theirs.iter().enumerate() {
                let up = costs[nth + 1] + DIFFERENCE;
                let left = costs[nth] + DIFFERENCE;
                let mut best = if left < up {
                    (left, Of::Plan)
                } else {
                    (up, Of::Quote)
                };
                if ours.key == theirs.key {
                    let is_same =
                        quote.chars[ours.range.clone()] == text.chars[theirs.range.clone()];
                    let both = diagonal + usize::from(!is_same);
                    if both <= best.0 {
                        best = (both, Of::Both);
                    }
                }
                diagonal = costs[nth + 1];
                costs[nth + 1] = best.0;
                steps.push(best.1);
            }
        }
        let (end, &cost) = costs.iter().enumerate().min_by_key(|(_, cost)| **cost)?;
        let (mut row, mut start) = (ours.len(), end);
        let mut way = Vec::new();
        let (mut all, mut quote_only, mut plan_only) = (0, 0, 0);
        while row > 0 {
            let step = steps[(row - 1) * width + start];
            way.push(step);
            if step != Of::Quote {
                start -= 1;
            }
            if step == Of::Plan {
                plan_only += usize::from(theirs[start].counts);
            } else {
                row -= 1;
                all += usize::from(ours[row].counts);
            }
            if step == Of::Quote {
                quote_only += usize::from(ours[row].counts);
            }
        }
        way.reverse();
        // One word in four may be another's, and half as many as there are may be left out.
        let is_little = quote_only * 4 <= all && plan_only * 2 <= all;
        is_little.then_some(Self {
            cost,
            start,
            end,
            steps: way,
        })
    }

    pub(super) fn pieces(&self, ours: (&[Token], &Line), theirs: (&[Token], &Line)) -> Vec<Piece> {
        let mut pieces = Vec::new();
        // What only the plan has comes behind what the quote has in its place.
        let mut plan_only = String::new();
        let (mut nth, mut their_nth) = (0, 0);
        for step in &self.steps {
            let our_words = (*step != Of::Plan).then(|| {
                nth += 1;
                ours.1.words(ours.0, nth - 1)
            });
            let their_words = (*step != Of::Quote).then(|| {
                their_nth += 1;
                theirs.1.words(theirs.0, their_nth - 1)
            });
            let is_same = match (our_words, their_words) {
                (Some(ours), Some(theirs)) => trimmed_end(ours) == trimmed_end(theirs),
                _ => false,
            };
            if is_same {
                push(&mut pieces, Of::Plan, &std::mem::take(&mut plan_only));
            } else {
                plan_only.extend(their_words.unwrap_or_default());
            }
            let of = if is_same { Of::Both } else { Of::Quote };
            let words: String = our_words.unwrap_or_default().iter().collect();
            push(&mut pieces, of, &words);
        }
        push(&mut pieces, Of::Plan, &plan_only);
        pieces
    }
}

fn push(pieces: &mut Vec<Piece>, of: Of, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.of == of => last.words.push_str(words),
        _ => pieces.push(Piece {
            of,
            words: words.to_owned(),
        }),
    }
}

fn trimmed_end(words: &[char]) -> &[char] {
    words.strip_suffix(&[' ']).unwrap_or(words)
}
