//! The day of a document, as its text states it.

use crate::block::{Block, Kind};
use crate::text::{beginning, is_figures};
use plan::is_date;

/// How many blocks at the beginning may state the day of the document.
const FIRST: usize = 8;

/// How many blocks at the end may.
const LAST: usize = 4;

/// The longest paragraph that states the day of the document, in characters. A longer one is about other things.
const LONGEST: usize = 120;

/// The most characters beside a day that stands alone, such as those of a place.
const LONGEST_PLACE: usize = 32;

/// The names of the months, in lower case.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "jan",
        "enero",
        "janeiro",
        "janvier",
        "januar",
        "يناير",
    ],
    &[
        "february",
        "feb",
        "febrero",
        "fevereiro",
        "février",
        "februar",
        "فبراير",
    ],
    &["march", "mar", "marzo", "março", "mars", "märz", "مارس"],
    &["april", "apr", "abril", "avril", "أبريل", "إبريل"],
    &["may", "mayo", "maio", "mai", "مايو"],
    &["june", "jun", "junio", "junho", "juin", "juni", "يونيو"],
    &["july", "jul", "julio", "julho", "juillet", "juli", "يوليو"],
    &["august", "aug", "agosto", "août", "أغسطس"],
    &[
        "september",
        "sept",
        "sep",
        "septiembre",
        "setiembre",
        "setembro",
        "septembre",
        "سبتمبر",
    ],
    &[
        "october",
        "oct",
        "octubre",
        "outubro",
        "octobre",
        "oktober",
        "أكتوبر",
    ],
    &[
        "november",
        "nov",
        "noviembre",
        "novembro",
        "novembre",
        "نوفمبر",
    ],
    &[
        "december",
        "dec",
        "diciembre",
        "dezembro",
        "décembre",
        "dezember",
        "ديسمبر",
    ],
];

/// The beginnings of words that say of a day that it is the document's, in lower case.
const ADOPTED: [&str; 30] = [
    "adopt",
    "approv",
    "enacted",
    "signed",
    "published",
    "issued",
    "date",
    "done at",
    "aprob",
    "aprov",
    "adot",
    "firmad",
    "publicad",
    "fecha",
    "data",
    "hecho en",
    "assinad",
    "approuv",
    "publié",
    "signé",
    "fait à",
    "verabschiedet",
    "beschlossen",
    "通过",
    "通過",
    "批准",
    "公布",
    "发布",
    "發布",
    "印发",
];

/// Takes the day from a paragraph at the beginning that is nothing but a day and a time in figures.
pub(crate) fn take_printed(blocks: &mut Vec<Block>) -> Option<String> {
    let is_stated = |block: &Block| block.kind == Kind::Paragraph && is_figures(&block.text);
    let at = blocks.iter().take(2).position(is_stated)?;
    day(&blocks[at].text).filter(|_| blocks.len() > 1)?;
    Some(blocks.remove(at).text.into_plain())
}

/// Returns the day that the text states as that of the document, and the beginning of the paragraph that does.
pub(crate) fn stated(blocks: &[Block]) -> Option<(String, String)> {
    let last = blocks.len().saturating_sub(LAST).max(FIRST);
    let blocks = blocks.iter().take(FIRST).chain(blocks.iter().skip(last));
    let mut stated =
        blocks.filter_map(|block| Some((of_document(&block.whole())?, beginning(&block.whole()))));
    stated.next()
}

/// Returns the day at the start of a text in the form that the compiler reads.
pub(crate) fn day(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    is_date(day).then(|| day.to_owned())
}

/// Returns the day in a paragraph that says little else.
fn of_document(text: &str) -> Option<String> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let day = any(text)?;
    let lower = text.to_lowercase();
    let is_adopted = ADOPTED.iter().any(|word| lower.contains(word));
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_alone = letters <= LONGEST_PLACE && !text.trim_end().ends_with(['.', ';', '。']);
    (is_adopted || is_alone).then_some(day)
}

/// Returns the first day in a text.
fn any(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if let Some(day) = chinese(&lower) {
        return Some(day);
    }
    let is_inside = |c: char| c.is_alphanumeric() || c == '-';
    let words: Vec<&str> = lower
        .split(|c| !is_inside(c))
        .filter(|word| !word.is_empty())
        .collect();
    let of_words = |at: usize| {
        let word = *words.get(at)?;
        if let Some(day) = day(word) {
            return Some(day);
        }
        // 3 May 2024, 12 de marzo de 2026, May 3 2024
        let mut parts = words[at..]
            .iter()
            .filter(|word| !["de", "del", "of", "the"].contains(word));
        let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
        let year = number(third).filter(|year| third.len() == 4 && *year > 1000)?;
        let (day, month) = match (ordinal(first), month(second)) {
            (Some(day), Some(month)) => (day, month),
            _ => (ordinal(second)?, month(first)?),
        };
        written(year, month, day)
    };
    (0..words.len()).find_map(of_words)
}

/// Returns a day such as 2024年5月3日.
fn chinese(text: &str) -> Option<String> {
    let (before, after) = text.split_once('年')?;
    let start = before
        .trim_end_matches(|c: char| c.is_ascii_digit() || "〇零一二三四五六七八九".contains(c))
        .len();
    let (month, after) = after.split_once('月')?;
    let (day, _) = after.split_once(['日', '号'])?;
    let year = figures(&before[start..])?;
    written(year, small(month)?, small(day)?)
}

/// Returns the value of digits, which may be Chinese ones: 二〇二四.
fn figures(text: &str) -> Option<u32> {
    let digit = |c: char| match "〇一二三四五六七八九".chars().position(|digit| digit == c)
    {
        Some(value) => char::from_digit(u32::try_from(value).ok()?, 10),
        None => (c == '零').then_some('0').or(Some(c)),
    };
    text.chars()
        .map(digit)
        .collect::<Option<String>>()?
        .parse()
        .ok()
}

/// Returns the value of a Chinese number below 100, or of digits.
fn small(text: &str) -> Option<u32> {
    match text.trim().split_once('十') {
        Some((tens, ones)) => {
            let of = |text: &str, without: u32| {
                if text.is_empty() {
                    Some(without)
                } else {
                    figures(text)
                }
            };
            Some(of(tens, 1)? * 10 + of(ones, 0)?)
        }
        None => figures(text.trim()),
    }
}

/// Returns the day of a month, such as `3`, `3rd` or `1º`.
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = &word[digits.len()..];
    number(digits).filter(|_| ["", "st", "nd", "rd", "th", "º", "er"].contains(&ending))
}

fn number(word: &str) -> Option<u32> {
    word.parse().ok().filter(|_| word.len() <= 4)
}

fn month(word: &str) -> Option<u32> {
    let mut months = (1..).zip(MONTHS);
    months
        .find(|(_, names)| names.contains(&word))
        .map(|(month, _)| month)
}

/// Returns a calendar day as `2026-01-31`; `None` if the calendar has no such day.
fn written(year: u32, month: u32, day: u32) -> Option<String> {
    let written = format!("{year:04}-{month:02}-{day:02}");
    is_date(&written).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_day_of_the_document() {
        for (text, expected) in [
            (
                "Aprobado el 12 de marzo de 2026 por el pleno.",
                Some("2026-03-12"),
            ),
            ("Adopted on 3 May 2024.", Some("2024-05-03")),
            (
                "(Approved by the Council on March 1st, 2025)",
                Some("2025-03-01"),
            ),
            ("Aprovado em 1º de março de 2023", Some("2023-03-01")),
            ("Adopté le 1er août 2022.", Some("2022-08-01")),
            ("Valdemar, a 12 de marzo de 2026", Some("2026-03-12")),
            ("2024年5月3日", Some("2024-05-03")),
            ("（二〇二四年十二月二十一日市人大通过）", Some("2024-12-21")),
            ("Date: 2026-01-31", Some("2026-01-31")),
            ("Adopted on 31 February 2024.", None),
            ("Aprobado en 2026.", None),
            ("The harbour was opened on 3 May 1924.", None),
            (
                "The council will renew the whole bus fleet of the city before 3 May 2024",
                None,
            ),
        ] {
            assert_eq!(of_document(text).as_deref(), expected, "{text}");
        }
    }
}
