//! The months that a text names.

use std::collections::BTreeMap;

use crate::figures::Number;
use crate::plan_toml::number_words::NumberWords;

/// Names of months that are other words too.
const AMBIGUOUS: [&str; 2] = ["May", "March"];

/// How often a text names each month, by the month's number.
#[derive(Debug, Default)]
pub(crate) struct Months {
    pub(crate) certain: BTreeMap<u64, usize>,
    /// Words that have other meanings too, without a figure beside them.
    perhaps: BTreeMap<u64, usize>,
}

impl Months {
    pub(crate) fn new(text: &str, words: &NumberWords) -> Self {
        let mut months = Self::default();
        for (word, before, after) in self::words(text) {
            let mut named = words.months.iter();
            let Some((name, month)) = named.find(|(name, _)| is_name(word, name)) else {
                continue;
            };
            let is_certain =
                !AMBIGUOUS.contains(&&**name) || day(before).is_some() || figure(after).is_some();
            let counts = if is_certain {
                &mut months.certain
            } else {
                &mut months.perhaps
            };
            *counts.entry(*month).or_default() += 1;
        }
        months
    }

    /// Reports whether the text names the month with this number.
    pub(crate) fn has(&self, number: Number) -> bool {
        self.certain
            .keys()
            .any(|month| Number::whole(*month) == number)
    }

    /// Returns how often a word that may be this month occurs.
    pub(crate) fn times_perhaps(&self, number: Number) -> usize {
        let mut perhaps = self.perhaps.iter();
        let month = perhaps.find(|(month, _)| Number::whole(**month) == number);
        month.map_or(0, |(_, times)| *times)
    }
}

/// Reports whether a text has a date with a word in place of a month that is no known name: `4 липня 2026`, `juli 4`.
pub(crate) fn has_unknown_month(text: &str, known: &NumberWords) -> bool {
    let is_known = |word: &str| known.months.iter().any(|(name, _)| is_name(word, name));
    let mut words = words(text);
    words.any(|(word, before, after)| {
        let is_year = |figure: u64| (1000..3000).contains(&figure);
        let is_like_a_month = word.chars().count() >= 3 && !is_known(word);
        is_like_a_month && day(before).is_some() && figure(after).is_some_and(is_year)
    })
}

/// Reports whether a word is a name, perhaps with capital letters.
fn is_name(word: &str, name: &str) -> bool {
    let is_capitalized = || {
        let (mut word, mut name) = (word.chars(), name.chars());
        let first = name.next().map(|c| c.to_uppercase().collect::<String>());
        word.next().map(String::from) == first && word.as_str() == name.as_str()
    };
    !name.is_empty() && (word == name || is_capitalized() || word == name.to_uppercase())
}

/// Returns the words of a text, each with the text before and after it.
fn words(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(char::is_alphabetic)?;
        let length = text[start..].find(|c: char| !c.is_alphabetic());
        let end = length.map_or(text.len(), |length| start + length);
        from = end;
        Some((&text[start..end], &text[..start], &text[end..]))
    })
}

/// Returns the day at the end of a text: `4`, `4.`, `4th`, `4 de`, `4th of`.
fn day(text: &str) -> Option<u64> {
    let is_between = |c: char| c.is_whitespace() || ".,º".contains(c);
    let mut rest = text.trim_end_matches(is_between);
    // A preposition, and the ending of an ordinal.
    for _ in 0..2 {
        let before = rest.trim_end_matches(char::is_alphabetic);
        if rest[before.len()..].chars().count() > 2 {
            return None;
        }
        rest = before.trim_end_matches(is_between);
    }
    let digits = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    let day = rest[digits.len()..].parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}

/// Returns the figure at the start of a text, perhaps behind a preposition: ` 2026`, ` de 2026`, `, 2026`.
fn figure(text: &str) -> Option<u64> {
    let is_between = |c: char| c.is_whitespace() || ".,".contains(c);
    let text = text.trim_start_matches(is_between);
    let after = text.trim_start_matches(char::is_alphabetic);
    let preposition = &text[..text.len() - after.len()];
    if !["", "of", "the", "de"].contains(&preposition) {
        return None;
    }
    let figure = after.trim_start_matches(is_between);
    let end = figure.find(|c: char| !c.is_ascii_digit());
    figure[..end.unwrap_or(figure.len())].parse().ok()
}
