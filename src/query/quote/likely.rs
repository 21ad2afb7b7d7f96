//! The texts that are worth aligning with a part of a quote.

use super::text::Text;

/// Returns the texts that share most runs of characters with the folded part of a quote, and at
/// least a quarter of its runs.
pub(super) fn likely<'a, 'b>(folded: &[char], texts: &'a [Text<'b>]) -> Vec<&'a Text<'b>> {
    let length = folded.iter().filter(|&&c| c != ' ').count().min(3);
    let mut runs = [false; RUNS];
    each_run(folded, length, |run| runs[run] = true);
    let all = runs.iter().filter(|&&is_there| is_there).count();
    let mut likely: Vec<(usize, &Text<'b>)> = Vec::new();
    // The text in which each run was last counted, so that a run counts once in each text.
    let mut counted_in = vec![usize::MAX; RUNS];
    for (nth, text) in texts.iter().enumerate() {
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

/// The number of texts that are aligned with a part.
const LIKELY: usize = 3;
/// The number of different hashes of runs. A few collisions do no harm.
const RUNS: usize = 1 << 13;

/// Calls `each` with the hash of every run of `length` characters, without white space.
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
