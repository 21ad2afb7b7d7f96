//! The patterns of numbers: the first number of a form, as `plan.toml` writes it.

use std::collections::HashMap;

use crate::label::{ANNEX, Label, Style};
use crate::lists::index_or_push;
use plan::numerals::{Numeral, print_word};

/// The most patterns that one kind of number may have.
const MOST: usize = 4;

/// How the numbers of a style are written in `plan.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Counted,
    /// Any number; it is kept and not counted.
    AsPrinted,
}

/// Returns the patterns of all labels of a style, the most usual ones first. A number word has the pattern of
/// the first number, because “Parte Três” may be Spanish or Portuguese: “Parte Um” says it.
pub(super) fn patterns<'a>(labels: impl Iterator<Item = &'a Label>, scheme: Scheme) -> Vec<String> {
    let labels: Vec<&Label> = labels.collect();
    let words = labels
        .iter()
        .filter(|label| label.style.numeral == Numeral::Word && label.value == Some(1));
    let ones: HashMap<_, &Label> = words.map(|label| (around(label), *label)).collect();
    let mut times: HashMap<String, (usize, usize)> = HashMap::new();
    for label in labels {
        let is_word = label.style.numeral == Numeral::Word && label.value.is_some();
        let one = ones.get(&around(label)).filter(|_| is_word);
        if let Some(pattern) = pattern(one.copied().unwrap_or(label), scheme) {
            let nth = times.len();
            times.entry(pattern).or_insert((0, nth)).0 += 1;
        }
    }
    let mut patterns: Vec<(String, (usize, usize))> = times.into_iter().collect();
    patterns.sort_by_key(|(_, (times, nth))| (std::cmp::Reverse(*times), *nth));
    let patterns = patterns.into_iter().map(|(pattern, _)| pattern);
    patterns.take(MOST).collect()
}

/// Returns the style of most labels, and how many are like it. Annexes are beside the divisions
/// that are counted.
pub(super) fn most_usual<'a>(labels: impl Iterator<Item = &'a Label>) -> Option<(Style, usize)> {
    let mut styles: Vec<(&Style, usize)> = Vec::new();
    let mut indices: HashMap<&Style, usize> = HashMap::new();
    for label in labels {
        let style = &label.style;
        let index = *indices.entry(style).or_insert_with(|| {
            let is_like = |(known, _): &(&Style, _)| known.is_like(style);
            index_or_push(&mut styles, is_like, || (style, 0))
        });
        styles[index].1 += 1;
    }
    let most = styles
        .into_iter()
        .min_by_key(|(style, times)| (style.rank == Some(ANNEX), std::cmp::Reverse(*times)));
    most.map(|(style, times)| (style.clone(), times))
}

/// Returns the first number in the form of a label. An insertion has no form of its own.
fn pattern(label: &Label, scheme: Scheme) -> Option<String> {
    let numeral = &label.printed[label.numeral.clone()];
    let (before, after) = around(label);
    label.value?;
    let first = match (scheme, label.style.numeral) {
        // After a word, the number is all up to the next space.
        (Scheme::AsPrinted, _) if before.contains(char::is_alphabetic) => {
            return Some(format!("{before}*"));
        }
        (Scheme::AsPrinted, _) => "*".to_owned(),
        (_, Numeral::Arabic) => "1".to_owned(),
        (_, Numeral::Han) => "一".to_owned(),
        (_, Numeral::UpperRoman) => "I".to_owned(),
        (_, Numeral::LowerRoman) => "i".to_owned(),
        (_, Numeral::UpperLetter) => "A".to_owned(),
        (_, Numeral::LowerLetter) => "a".to_owned(),
        (_, Numeral::Circled) => "①".to_owned(),
        (_, Numeral::Word) => print_word(numeral, 1),
        (_, Numeral::Composite(parts)) => {
            let is_letter = numeral.ends_with(|c: char| c.is_ascii_lowercase());
            "1.".repeat(parts - 1) + if is_letter { "a" } else { "1" }
        }
    };
    Some(format!("{before}{first}{after}"))
}

/// Returns what is printed before and after a numeral.
fn around(label: &Label) -> (&str, &str) {
    (
        &label.printed[..label.numeral.start],
        &label.printed[label.numeral.end..],
    )
}
