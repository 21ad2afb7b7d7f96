//! The form in which quotes and texts are compared: without invisible characters, with normalized
//! white space.

use std::ops::Range;

use plan::characters::{
    is_accent, is_chinese, is_dash, is_invisible, is_letter, is_of_a_word, is_quotation_mark,
    ligature,
};

use crate::index::Index;

/// A text without invisible characters, with one space between words and none beside a Chinese
/// character.
pub(super) struct Line {
    pub(super) chars: Vec<char>,
    /// The same characters, folded as for a search.
    pub(super) folded: Vec<char>,
    /// The bytes of each character in the text. The letters of a ligature have the same.
    bytes: Vec<Range<usize>>,
    /// The folded characters without quotation marks, with spaces for dashes. Equal texts differ
    /// only in typography, in letter case, or in the form of Chinese.
    pub(super) plain: Vec<char>,
    /// The index of each plain character.
    pub(super) plain_at: Vec<usize>,
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
            bytes: Vec::new(),
            plain: Vec::new(),
            plain_at: Vec::new(),
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
                        line.push(at..at + 1, ' ', ' ');
                    }
                    if is_break {
                        line.breaks.push(line.chars.len());
                    }
                }
            }
            let bytes = here..here + c.len_utf8();
            for letter in ligature(c).unwrap_or_default().chars() {
                line.push(bytes.clone(), letter, letter);
            }
            if ligature(c).is_none() {
                line.push(bytes, c, folded(c, index));
            }
        }
        for (at, &c) in line.folded.iter().enumerate() {
            let c = if c == '-' { ' ' } else { c };
            if c != '"' && !(c == ' ' && line.plain.ends_with(&[' '])) {
                line.plain.push(c);
                line.plain_at.push(at);
            }
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
        self.bytes.pop();
        self.chars.pop();
        self.folded.pop();
    }

    fn push(&mut self, bytes: Range<usize>, c: char, folded: char) {
        self.bytes.push(bytes);
        self.chars.push(c);
        self.folded.push(folded);
    }

    /// Converts a range of the line's characters into bytes of the text. Neither its first nor its
    /// last character may be a space.
    pub(super) fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        self.bytes[range.start].start..self.bytes[range.end - 1].end
    }

    /// Reports whether a range has a ligature: letters with the same bytes.
    pub(super) fn has_ligature(&self, range: &Range<usize>) -> bool {
        let mut pairs = self.bytes[range.clone()].windows(2);
        pairs.any(|pair| pair[0] == pair[1])
    }

    /// Returns the plain characters of a range, without spaces around them.
    pub(super) fn plain_in(&self, range: &Range<usize>) -> &[char] {
        let [mut start, mut end] =
            [range.start, range.end].map(|end| self.plain_at.partition_point(|&at| at < end));
        while start < end && self.plain[start] == ' ' {
            start += 1;
        }
        while start < end && self.plain[end - 1] == ' ' {
            end -= 1;
        }
        &self.plain[start..end]
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

/// Reports whether a character ends a sentence, or a point may, if a space follows it.
pub(super) fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ';' | '。' | '！' | '？' | '；')
}

/// Folds a character as for a search; all quotation marks are one, and all dashes.
fn folded(c: char, index: &Index) -> char {
    if is_quotation_mark(c) {
        '"'
    } else if is_dash(c) {
        '-'
    } else {
        index.fold(c)
    }
}

/// Reports whether a character is a letter of an alphabet: neither a digit nor a Chinese character.
fn is_alphabetic(c: char) -> bool {
    is_of_a_word(c) && !c.is_ascii_digit()
}
