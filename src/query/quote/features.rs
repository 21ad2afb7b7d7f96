//! The texts that share most words with a part of a quote.
//!
//! A feature is the beginning of a word, so that other forms of the word count too, or two
//! successive Chinese characters. A feature that few texts have weighs more.

use plan::characters::{is_accent, is_letter, is_of_a_word};

use super::text::Text;

/// The features of the texts: a hash table of lists, so that looking one up takes no more time for
/// a long plan.
pub(super) struct Features {
    /// The number of the first entry of each list, and one past the last entry for an empty list.
    heads: Vec<usize>,
    entries: Vec<Entry>,
    /// The number of features of each text.
    counts: Vec<u32>,
    /// The number of texts in one language.
    texts: usize,
}

/// One feature of one text.
struct Entry {
    key: u64,
    text: usize,
    /// The number of the next entry of the list.
    next: usize,
}

/// The number of texts that are compared with a part.
const MOST: usize = 3;
const LISTS: usize = 1 << 12;

impl Features {
    pub(super) fn new(texts: &[Text<'_>]) -> Self {
        let mut heads = vec![usize::MAX; LISTS];
        let mut entries: Vec<Entry> = Vec::new();
        let mut counts = vec![0; texts.len()];
        let mut in_language = 0;
        for (nth, text) in texts.iter().enumerate() {
            in_language += usize::from(text.tag == texts[0].tag);
            each_feature(&text.line.folded, &mut |key| {
                let head = &mut heads[list(key)];
                let mut at = *head;
                // Entries of this text come first.
                while let Some(entry) = entries.get(at).filter(|entry| entry.text == nth) {
                    if entry.key == key {
                        return;
                    }
                    at = entry.next;
                }
                counts[nth] += 1;
                let next = std::mem::replace(head, entries.len());
                entries.push(Entry {
                    key,
                    text: nth,
                    next,
                });
            });
        }
        Self {
            heads,
            entries,
            counts,
            texts: in_language.max(1),
        }
    }

    /// Returns the numbers of the texts that share most with the folded part of a quote, best
    /// first, and whether the first shares enough to be about the same.
    pub(super) fn nearest(&self, folded: &[char]) -> (Vec<usize>, bool) {
        let mut scores = vec![0; self.counts.len()];
        let mut all = 0;
        let mut seen = Vec::new();
        each_feature(folded, &mut |key| {
            if seen.contains(&key) {
                return;
            }
            seen.push(key);
            let sharing = || {
                let first = self.entries.get(self.heads[list(key)]);
                let all = std::iter::successors(first, |entry| self.entries.get(entry.next));
                all.filter(|entry| entry.key == key)
            };
            let rarity = self.texts / sharing().count().max(1);
            let weight = (rarity * rarity).max(1).ilog2();
            all += weight;
            for entry in sharing() {
                scores[entry.text] += weight;
            }
        });
        // A long text shares more by chance.
        let rank = |text: usize| scores[text] * 1024 / (self.counts[text] + 40);
        let mut nearest: Vec<usize> = Vec::new();
        for text in (0..scores.len()).filter(|&text| scores[text] > 0) {
            let better = nearest
                .iter()
                .take_while(|&&other| rank(other) >= rank(text));
            let at = better.count();
            if at < MOST {
                nearest.insert(at, text);
                nearest.truncate(MOST);
            }
        }
        let best = nearest.first().map_or(0, |&text| scores[text]);
        (nearest, best * 5 >= all && seen.len() > 1)
    }
}

/// Returns the number of a feature's list: the upper bits of Fibonacci hashing.
fn list(key: u64) -> usize {
    let hash = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52;
    usize::try_from(hash).unwrap_or_default()
}

/// Calls `each` with every feature, as often as it occurs.
fn each_feature(folded: &[char], each: &mut dyn FnMut(u64)) {
    /// The number of letters at the beginning of a word that count.
    const LETTERS: usize = 6;
    let mut word = 0;
    let mut letters = 0;
    let mut before = 0;
    for &c in folded.iter().chain(&[' ']) {
        let own = u64::from(c);
        if is_of_a_word(c) {
            // A character has 21 bits.
            if letters < LETTERS && !is_accent(c) {
                word = word << 10 ^ own;
                letters += 1;
            }
            before = 0;
            continue;
        }
        if letters > 0 {
            each(word);
            (word, letters) = (0, 0);
        }
        if is_letter(c) {
            if before > 0 {
                each(before << 21 | own);
            }
            before = own;
        } else {
            before = 0;
        }
    }
}
