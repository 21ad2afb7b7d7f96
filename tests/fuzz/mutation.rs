//! Mutations of a corpus, the same in each run.

/// Pieces that have a meaning somewhere: in query strings, quotes, JSON, TOML, Markdown, the packed
/// form, or in Unicode.
const PIECES: [&[u8]; 28] = [
    b"%",
    b"%25",
    b"&",
    b"&amp;",
    b"=",
    b"+",
    b"#",
    b"\"",
    b"q=",
    b"pin=",
    b"lang=zh",
    b"__proto__",
    b"constructor",
    b"18446744073709551615",
    b"-1",
    b"1e999",
    b"null",
    b"[]",
    b"{}",
    b"\n## ",
    b"\n[[value]]\n",
    b"\0",
    b"\xff\xff\xff\xff\xff\xff\xff\xff\x7f",
    b"\x80",
    "\u{202e}".as_bytes(),
    "……".as_bytes(),
    "“".as_bytes(),
    "e\u{301}ﬁ計畫".as_bytes(),
];

/// Longest input, in bytes, so that no target becomes slow by repetition alone.
const LONGEST: usize = 20_000;

/// An endless iterator of mutated inputs.
pub(crate) struct Mutations {
    corpus: Vec<Vec<u8>>,
    /// The state of the generator `SplitMix64`.
    state: u64,
}

impl Mutations {
    /// Mutates these inputs, of which there must be one at least.
    pub(crate) fn of(corpus: Vec<Vec<u8>>) -> Self {
        assert!(!corpus.is_empty(), "the corpus is empty");
        Self { corpus, state: 0 }
    }

    fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from 0 up to `end`, which is included.
    fn up_to(&mut self, end: usize) -> usize {
        let range = u64::try_from(end).expect("a length") + 1;
        usize::try_from(self.random() % range).expect("at most the end")
    }

    fn pick(&mut self) -> Vec<u8> {
        let nth = self.up_to(self.corpus.len() - 1);
        self.corpus[nth].clone()
    }

    /// Returns two sorted positions in an input.
    fn range(&mut self, input: &[u8]) -> std::ops::Range<usize> {
        let (one, other) = (self.up_to(input.len()), self.up_to(input.len()));
        one.min(other)..one.max(other)
    }

    fn mutate(&mut self, input: &mut Vec<u8>) {
        let at = self.up_to(input.len());
        match self.up_to(6) {
            0 if at < input.len() => input[at] ^= 1 << self.up_to(7),
            1 if at < input.len() => {
                input.remove(at);
            }
            2 => {
                let range = self.range(input);
                input.drain(range);
            }
            3 => {
                let range = self.range(input);
                let copy = input[range].to_vec();
                input.splice(at..at, copy);
            }
            4 => {
                let other = self.pick();
                let range = self.range(&other);
                input.splice(at.., other[range].to_vec());
            }
            _ => {
                let piece = PIECES[self.up_to(PIECES.len() - 1)];
                input.splice(at..at, piece.iter().copied());
            }
        }
    }
}

impl Iterator for Mutations {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let mut input = self.pick();
        for _ in 0..=self.up_to(3) {
            self.mutate(&mut input);
        }
        input.truncate(LONGEST);
        Some(input)
    }
}
