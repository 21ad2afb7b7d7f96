//! A number, and a number that was inserted after it: 20, 第二十条之一, 3a, 3 bis.

use plan::numerals::{self, Numeral};

/// A number of a division or clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: Value,
    /// The number in an eId, such as `20`, `20-1`, `3a` or `3bis`.
    pub(crate) token: String,
}

/// The position of a number among those of its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Value {
    /// From 1; 0 before the first number.
    pub(crate) base: usize,
    /// The position among the insertions after `base`; 0 for `base` itself.
    pub(crate) insertion: usize,
}

impl Value {
    /// Returns the whole number after this one.
    pub(crate) fn next(self) -> usize {
        self.base + 1
    }
}

/// The Latin words of insertions. The first insertion is the second of its number.
const LATIN: [&str; 9] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
];

/// The mark of an insertion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Insertion {
    pub(super) value: usize,
    /// The mark in an eId, such as `-1`, `a` or `bis`.
    pub(super) token: String,
}

/// Returns the possible insertions at the start of a text, each with the text after it: a letter as
/// in `3a` and `3-A`, or a Latin word.
pub(super) fn insertions(text: &str) -> impl Iterator<Item = (Insertion, &str)> {
    let latin = text.strip_prefix([' ', '-', '\u{a0}']).unwrap_or(text);
    let letter = text.strip_prefix('-').unwrap_or(text);
    let words = (1..).zip(LATIN).filter_map(move |(value, word)| {
        let rest = strip_ignoring_case(latin, word)?;
        Some((value, word.to_owned(), rest))
    });
    let letters = letter.chars().next().filter(char::is_ascii_alphabetic);
    let letters = letters.map(move |c| {
        let token = c.to_ascii_lowercase();
        let value = usize::from(token as u8 - b'a') + 1;
        (value, token.to_string(), &letter[1..])
    });
    let all = words.chain(letters);
    all.map(|(value, token, rest)| (Insertion { value, token }, rest))
}

/// Returns the insertion `之一` at the start of a text, and the text after it.
pub(super) fn chinese_insertion(text: &str) -> Option<(Insertion, &str)> {
    let numeral = text.strip_prefix('之')?;
    let end = numeral.find(|c| !numerals::is_han(c));
    let (numeral, rest) = numeral.split_at(end.unwrap_or(numeral.len()));
    let value = numerals::value(Numeral::Han, numeral)?;
    let token = format!("-{value}");
    Some((Insertion { value, token }, rest))
}

fn strip_ignoring_case<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}
