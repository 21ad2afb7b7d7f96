//! Numbers without a word: `一、`, `(一)`, `1.`, `a)`, `IV.`, `2.1.1`, `①`.

use super::start::{Label, Start, Style, start};
use crate::text::is_without_spaces;
use plan::numerals::{Numeral, readings};

/// The longest numeral, in characters.
const LONGEST: usize = 8;

/// The largest number that needs none before it, unless every document has its word. Larger ones may be years or amounts.
pub(super) const LARGEST: usize = 999;

/// Reads numbers with dots between them: `2.1`, `2.1.1.`, `17.a`.
pub(super) fn composite(text: &str) -> Option<Start<'_>> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let printed = &text[..end];
    let numeral = printed.trim_end_matches(['.', ')', ':']);
    let parts: Vec<&str> = numeral.split('.').collect();
    let is_part = |(nth, part): (usize, &&str)| {
        let is_number =
            part.len() <= 3 && !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let is_letter = nth > 0 && part.len() == 1 && part.bytes().all(|b| b.is_ascii_lowercase());
        is_number || is_letter
    };
    if !(2..=6).contains(&parts.len()) || !parts.iter().enumerate().all(is_part) {
        return None;
    }
    let (_, value) = readings(parts.last()?)
        .into_iter()
        .find(|(kind, _)| matches!(kind, Numeral::Arabic | Numeral::LowerLetter))?;
    let label = Label {
        printed: printed.to_owned(),
        numeral: 0..numeral.len(),
        style: Style {
            form: "%".to_owned(),
            numeral: Numeral::Composite(parts.len()),
            rank: None,
        },
        value: Some(value),
    };
    Some(Start {
        readings: vec![label],
        rest: text[end..].trim_start(),
    })
}

/// Reads numbers in parentheses.
pub(super) fn enclosed(text: &str) -> Option<Start<'_>> {
    let open = text
        .chars()
        .next()
        .filter(|c| "(（".contains(*c))?
        .len_utf8();
    let inside = &text[open..];
    let ends = inside.char_indices().take(LONGEST + 1);
    let (length, close) = ends.into_iter().find(|(_, c)| ")）".contains(*c))?;
    let numeral = open..open + length;
    Some(start(
        text,
        numeral.clone(),
        numeral.end + close.len_utf8(),
        None,
        is_not_word,
    ))
}

/// Reads a numeral that a mark ends.
pub(super) fn ended(text: &str) -> Option<Start<'_>> {
    let mut ends = text.char_indices().take(LONGEST + 1);
    let (length, mark) = ends.find(|(_, c)| !c.is_alphanumeric() && *c != '〇')?;
    let end = length + mark.len_utf8();
    let next = text[end..].chars().next();
    let is_apart = next.is_none_or(|next| next.is_whitespace() || is_without_spaces(next));
    let is_usual: fn(Numeral) -> bool = match mark {
        '、' => |kind| matches!(kind, Numeral::Han | Numeral::Arabic),
        '.' | '．' if is_apart => is_not_word,
        ')' | '）' => is_not_word,
        '-' | '–' if next.is_some_and(char::is_whitespace) => |kind| kind == Numeral::Arabic,
        _ => return None,
    };
    Some(start(text, 0..length, end, None, is_usual))
}

/// Reads a number in a circle.
pub(super) fn circled(text: &str) -> Option<Start<'_>> {
    let first = text.chars().next()?.len_utf8();
    Some(start(text, 0..first, first, None, |kind| {
        kind == Numeral::Circled
    }))
}

/// Reads a numeral before a space.
pub(super) fn unmarked(text: &str) -> Option<Start<'_>> {
    let end = text.find(char::is_whitespace)?;
    small(start(text, 0..end, end, None, |kind| {
        kind == Numeral::Arabic
    }))
}

fn is_not_word(kind: Numeral) -> bool {
    kind != Numeral::Word
}

/// Returns a start with its readings as numbers that need none before them.
pub(super) fn small(start: Start<'_>) -> Option<Start<'_>> {
    with_values(start, |value| value <= LARGEST)
}

/// Returns a start with its other readings.
pub(super) fn large(start: Start<'_>) -> Option<Start<'_>> {
    with_values(start, |value| value > LARGEST)
}

fn with_values(start: Start<'_>, is_meant: fn(usize) -> bool) -> Option<Start<'_>> {
    let Start { mut readings, rest } = start;
    readings.retain(|label| label.value.is_some_and(is_meant));
    (!readings.is_empty()).then_some(Start { readings, rest })
}
