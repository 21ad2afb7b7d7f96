//! The word before a number that is no usual one, and the number after it.

use super::named;
use super::start::{Start, start};
use crate::text::is_without_spaces;
use plan::numerals::Numeral;

/// The longest start of a text in which a word is looked for, in characters.
const LONGEST: usize = 48;

/// Returns the length of the word before the number at the start of a text, with its rank if every document has it.
pub(super) fn word(text: &str) -> Option<(usize, Option<u8>)> {
    let usual = named::word(text);
    if let Some((length, rank)) =
        usual.filter(|(length, rank)| read_after(text, *length, *rank).is_some())
    {
        return Some((length, Some(rank)));
    }
    let first = text
        .chars()
        .next()
        .filter(|c| c.is_alphabetic() && !c.is_lowercase() && *c != '第')?;
    let length = if is_without_spaces(first) {
        before_chinese(text)
    } else {
        before(text)
    };
    length.map(|length| (length, None))
}

/// Returns the length of one to four Chinese characters before a numeral.
fn before_chinese(text: &str) -> Option<usize> {
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let mut starts = text.char_indices().take(5);
    let (length, _) = starts.find(|(_, c)| is_numeral(*c) || !is_without_spaces(*c))?;
    let is_before = length > 0 && text[length..].trim_start().starts_with(is_numeral);
    (is_before && text[..length].chars().all(char::is_alphabetic)).then_some(length)
}

/// Returns the length of one to three words before a numeral, as in `Medida nº 1`, or of a few capitals, as in `M1`.
fn before(text: &str) -> Option<usize> {
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let text = &text[..end];
    let capitals = text.find(|c: char| !c.is_uppercase()).unwrap_or(text.len());
    let glued = text[capitals..]
        .strip_prefix('-')
        .unwrap_or(&text[capitals..]);
    if text[..capitals].chars().count() <= 3 && glued.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(text.len() - glued.len());
    }
    let gaps = text
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .take(3);
    let is_roman = |token: &str| {
        let token = token.trim_end_matches(|c: char| !c.is_alphanumeric());
        !token.is_empty() && token.chars().all(|c| "IVX".contains(c))
    };
    let mut gaps = gaps
        .take_while(|&at| !text[..at].ends_with(['.', ':', ',', ';', ')']) || is_sign(&text[..at]));
    gaps.find(|&at| {
        let after = text[at..].trim_start();
        after.starts_with(|c: char| c.is_ascii_digit())
            || after.split_whitespace().next().is_some_and(is_roman)
    })
}

/// Reports whether a text ends with an abbreviation of “number”, or is itself one word with a period.
fn is_sign(text: &str) -> bool {
    let last = text
        .split_whitespace()
        .next_back()
        .unwrap_or_default()
        .to_lowercase();
    ["no.", "n.", "núm.", "num.", "nr."].contains(&last.as_str())
        || text == text.trim() && !text.contains(char::is_whitespace)
}

/// Reads the number after a word of this length and rank at the start of a text.
pub(super) fn read_after(text: &str, word: usize, rank: u8) -> Option<Start<'_>> {
    let start = if text[..word].ends_with(is_without_spaces) {
        Some(after_chinese(text, word, rank))
    } else {
        named::after_word(text, word, rank)
    };
    start.filter(|start| !start.readings.is_empty())
}

/// Reads the numeral after a Chinese word of this length and rank, such as 措施一：.
fn after_chinese(text: &str, word: usize, rank: u8) -> Start<'_> {
    let after = text[word..].trim_start();
    let first = text.len() - after.len();
    let is_numeral = |c: &char| c.is_ascii_digit() || "零〇一二三四五六七八九十百".contains(*c);
    let length: usize = after
        .chars()
        .take_while(is_numeral)
        .map(char::len_utf8)
        .sum();
    let end = first + length;
    let is_usual = |kind| matches!(kind, Numeral::Han | Numeral::Arabic);
    start(
        text,
        first..end,
        named::after_mark(text, end),
        Some(rank),
        is_usual,
    )
}
