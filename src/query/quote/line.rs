//! The form in which quotes and texts are compared: without invisible characters, with normalized
//! white space.

use std::ops::Range;

use plan::characters::{is_accent, is_chinese, is_invisible, is_letter, is_of_a_word};

use crate::index::Index;

/// A text without invisible characters, with one space between words and none beside a Chinese
/// character.
pub(super) struct Line {
    pub(super) chars: Vec<char>,
    /// The same characters, folded as for a search.
    pub(super) folded: Vec<char>,
    /// The byte index of each character in the text.
    at: Vec<usize>,
    /// The indices of the characters after a line break.
    pub(super) breaks: Vec<usize>,
}

impl Line {
    pub(super) fn new(text: &str, index: &Index) -> Self {
        Self::of_quote(text, index, |_| false)
    }

    /// Makes the line of a quote, in which words that were hyphenated at the end of a line are
    /// joined. `is_known` reports whether a word with a hyphen occurs in the plan; such a word
    /// keeps its hyphen.
    pub(super) fn of_quote(text: &str, index: &Index, is_known: impl Fn(&[char]) -> bool) -> Self {
        let mut line = Self {
            chars: Vec::new(),
            folded: Vec::new(),
            at: Vec::new(),
            breaks: Vec::new(),
        };
        let mut space = None;
        for (here, c) in text.char_indices().filter(|&(_, c)| !is_invisible(c)) {
            if c.is_whitespace() {
                let is_break = matches!(c, '\n' | '\r') || matches!(space, Some((_, true)));
                space = Some((here, is_break));
                continue;
            }
            if let (Some((at, is_break)), Some(&before)) = (space.take(), line.chars.last()) {
                let is_parted = is_break && line.ends_hyphenated() && is_alphabetic(c);
                let is_whole = is_parted && is_known(&line.compound(&text[here..]));
                if is_parted && !is_whole && !c.is_ascii_uppercase() {
                    line.pop();
                } else if !is_whole {
                    if !(is_chinese(before) || is_chinese(c)) {
                        line.push(at, ' ', ' ');
                    }
                    if is_break {
                        line.breaks.push(line.chars.len());
                    }
                }
            }
            line.push(here, c, index.fold(c));
        }
        line
    }

    /// Returns the last word of the line with its hyphen and its continuation after the break.
    fn compound(&self, rest: &str) -> Vec<char> {
        let is_inside = |c: &char| is_of_a_word(*c) || matches!(c, '-' | '\u{2010}');
        let before = self.chars.iter().rev().take_while(|c| is_inside(c)).count();
        let last = &self.chars[self.chars.len() - before..self.chars.len() - 1];
        let rest = rest.chars().take_while(|c| is_of_a_word(*c));
        last.iter().copied().chain(['-']).chain(rest).collect()
    }

    /// Reports whether the line ends with a word that may be hyphenated.
    fn ends_hyphenated(&self) -> bool {
        matches!(*self.chars, [.., before, '-' | '\u{2010}'] if is_alphabetic(before))
    }

    fn pop(&mut self) {
        self.at.pop();
        self.chars.pop();
        self.folded.pop();
    }

    fn push(&mut self, at: usize, c: char, folded: char) {
        self.at.push(at);
        self.chars.push(c);
        self.folded.push(folded);
    }

    /// Converts a range of the line's characters into bytes of the text. Neither its first nor its
    /// last character may be a space.
    pub(super) fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let last = range.end - 1;
        self.at[range.start]..self.at[last] + self.chars[last].len_utf8()
    }

    pub(super) fn tokens(&self, range: Range<usize>) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        for at in range {
            let c = self.folded[at];
            if c == ' ' {
                continue;
            }
            let continues = tokens.last_mut().filter(|last| {
                last.range.end == at && is_of_a_word(c) && is_of_a_word(self.folded[at - 1])
            });
            if let Some(last) = continues {
                last.range.end += 1;
                last.key = mixed(last.key, c);
            } else {
                tokens.push(Token {
                    range: at..at + 1,
                    key: mixed(0, c),
                    counts: is_letter(c),
                });
            }
        }
        tokens
    }

    /// Returns the nth token with the white space before the next one.
    pub(super) fn words(&self, tokens: &[Token], nth: usize) -> &[char] {
        let Range { start, end } = tokens[nth].range;
        let next = tokens.get(nth + 1).map_or(end, |next| next.range.start);
        &self.chars[start..next]
    }
}

/// A word, a Chinese character, or a punctuation mark.
pub(super) struct Token {
    pub(super) range: Range<usize>,
    /// Equal for tokens that a search treats as the same.
    pub(super) key: u64,
    /// Whether it counts as a difference; punctuation does not.
    pub(super) counts: bool,
}

fn mixed(key: u64, c: char) -> u64 {
    if is_accent(c) {
        return key;
    }
    (key ^ u64::from(c))
        .wrapping_add(1)
        .wrapping_mul(0x0100_0000_01b3)
}

/// Reports whether a character is a letter of an alphabet: neither a digit nor a Chinese character.
fn is_alphabetic(c: char) -> bool {
    is_of_a_word(c) && !c.is_ascii_digit()
}
