//! The folded text of all clauses in one language, and what is known of it before a search.

use plan::{ClauseId, Id, Plan};

use crate::clause_set::{self, ClauseSet};
use crate::fold::Folder;

/// The folded text of all clauses in one language.
#[derive(Debug)]
pub(super) struct FoldedText {
    /// The texts, one behind the other.
    text: String,
    /// The byte at which each clause begins, and the end of the last one.
    starts: Vec<u32>,
    /// For each [`SLOTS`], the set of the clauses that have a gram of this slot.
    grams: Vec<u64>,
    /// How often each byte occurs in the text.
    frequencies: Vec<u32>,
}

/// The number of slots for grams: so many bits for each clause. A clause of 80 Chinese characters, or of 300 Latin
/// ones, fills a quarter of them.
const SLOTS: usize = 512;

/// A character of no text and no query, so that no match goes from a text into a note.
const BETWEEN: char = '\0';

impl FoldedText {
    /// Folds the `nth` text of each clause, with the notes to it behind. A clause with fewer texts has an empty one.
    pub(super) fn new(plan: &Plan, nth: usize, folder: &Folder) -> Self {
        let clauses = &plan.clauses;
        let texts = || clauses.iter().map(|clause| clause.text.0.get(nth));
        let length = texts().flatten().map(|one| one.text.len()).sum();
        let mut text = String::with_capacity(length);
        let mut starts = vec![0];
        let words = clause_set::words(clauses.len());
        let mut grams = vec![0; SLOTS * words];
        for (clause, one) in texts().enumerate() {
            let start = text.len();
            if let Some(one) = one {
                folder.each(&one.text, &mut |_, c| text.push(c));
                for note in plan.notes(ClauseId::new(clause), &one.tag) {
                    text.push(BETWEEN);
                    folder.each(&note.text, &mut |_, c| text.push(c));
                }
            }
            let (word, bit) = clause_set::bit(clause);
            each_gram(&text[start..], &mut |slot| {
                grams[slot * words + word] |= bit;
            });
            starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        let mut frequencies = vec![0; 256];
        for byte in text.bytes() {
            frequencies[usize::from(byte)] += 1;
        }
        Self {
            text,
            starts,
            grams,
            frequencies,
        }
    }

    /// Returns the folded text of a clause.
    pub(super) fn of(&self, clause: ClauseId) -> &str {
        let [start, end] = [0, 1].map(|next| self.starts[clause.index() + next] as usize);
        &self.text[start..end]
    }

    /// Keeps the clauses in whose text a folded piece may occur.
    pub(super) fn keep_candidates(&self, piece: &str, clauses: &mut ClauseSet) {
        // No byte of a Chinese character occurs in most other languages.
        if piece
            .bytes()
            .any(|byte| self.frequencies[usize::from(byte)] == 0)
        {
            *clauses = clauses.without_any();
        }
        let words = clauses.words().len();
        each_gram(piece, &mut |slot| {
            clauses.keep(&self.grams[slot * words..][..words]);
        });
    }

    /// Returns the character of a piece that is probably the rarest in the text, and its byte index in the piece; none
    /// for an empty piece.
    pub(super) fn rarest(&self, piece: &str) -> Option<(usize, char)> {
        // The last byte of a Chinese character tells most of it.
        let frequency = |&(at, c): &(usize, char)| {
            let last = piece.as_bytes()[at + c.len_utf8() - 1];
            self.frequencies[usize::from(last)]
        };
        piece.char_indices().min_by_key(frequency)
    }
}

/// Calls `each` with the slot of every gram of a folded text: three ASCII characters, one other character, or such a
/// character with the one before it. The grams of a part of a text are grams of the text.
fn each_gram(text: &str, each: &mut dyn FnMut(usize)) {
    let mut former = [0_u32; 2];
    for c in text.chars() {
        let [second, first] = former;
        let now = u32::from(c);
        if !c.is_ascii() {
            each(slot([0, 0, now]));
            if first != 0 {
                each(slot([0, first, now]));
            }
        } else if [second, first]
            .iter()
            .all(|former| (1..0x80).contains(former))
        {
            each(slot([second, first, now]));
        }
        former = [first, now];
    }
}

/// Returns the slot of a gram.
fn slot(gram: [u32; 3]) -> usize {
    let mix = |hash: u32, c: u32| (hash ^ c).wrapping_mul(0x9e37_79b1).rotate_left(15);
    let hash = gram.into_iter().fold(0, mix);
    (hash.wrapping_mul(0x85eb_ca6b) >> 16) as usize % SLOTS
}
