//! A translation against the original: the same pieces, the same numbers, the fixed terms.

use std::collections::BTreeMap;

use super::diagnostic::{Place, Reporter};
use super::glossary::Term;
use super::manifest::LanguageFile;
use super::structure::Document;

/// Reports whatever a translation adds, drops, or renders otherwise than the glossary says.
pub(super) fn check(
    language: &LanguageFile,
    nth: usize,
    original: &Document,
    translation: &Document,
    glossary: &[Term],
    reporter: &mut Reporter<'_>,
) {
    let translated: BTreeMap<String, (&str, &Place)> = translation
        .pieces()
        .map(|(key, text, place)| (key, (text, place)))
        .collect();
    for (key, text, _) in original.pieces() {
        let Some((translated, place)) = translated.get(&key) else {
            let start = Place::new(&language.file.0, 0..0);
            let message = format!(
                "expected a translation of {key}, “{}”, found none",
                beginning(text)
            );
            reporter.report(
                &start,
                message,
                "translate it in the place where the original has it",
            );
            continue;
        };
        check_numbers(language, text, translated, place, reporter);
        for term in glossary
            .iter()
            .filter(|term| text.contains(&term.original) && !term.excused.contains(&key))
        {
            check_term(term, &term.renderings[nth], translated, place, reporter);
        }
    }
    for (key, text, place) in translation.pieces() {
        if !original.pieces().any(|(known, ..)| known == key) {
            let message = format!(
                "expected only what the original has, found {key}, “{}”",
                beginning(text)
            );
            reporter.report(
                place,
                message,
                "remove it, or number it as the original does",
            );
        }
    }
}

fn check_term(
    term: &Term,
    renderings: &[String],
    text: &str,
    place: &Place,
    reporter: &mut Reporter<'_>,
) {
    let text = text.to_lowercase();
    if !renderings
        .iter()
        .any(|rendering| text.contains(&rendering.to_lowercase()))
    {
        let renderings: Vec<String> = renderings
            .iter()
            .map(|rendering| format!("“{rendering}”"))
            .collect();
        let message = format!(
            "expected {} for {}, found none of them",
            renderings.join(" or "),
            term.original
        );
        let hint = "use one of them, add a rendering to glossary.toml, or excuse this piece there with a reason";
        reporter.report(place, message, hint);
    }
}

fn check_numbers(
    language: &LanguageFile,
    original: &str,
    text: &str,
    place: &Place,
    reporter: &mut Reporter<'_>,
) {
    let wanted = numbers_of_the_original(original);
    let found = numbers(text, language);
    for (&number, &times) in &wanted {
        if found.get(&number).copied().unwrap_or(0) < times {
            let message =
                format!("expected the number {number}, which the original has here, found none");
            reporter.report(
                place,
                message,
                "write it in figures; a month as its name, and 200万 as 2 million",
            );
        }
    }
    for (number, times) in found {
        if wanted.get(&number).copied().unwrap_or(0) < times && !is_spelt_out(number, original) {
            let message = format!("expected only the numbers of the original, found {number}");
            reporter.report(
                place,
                message,
                "remove it, or write it where the original has it",
            );
        }
    }
}

/// How many times each number stands in a text.
type Numbers = BTreeMap<u64, usize>;

/// The numbers in figures, with 万 (ten thousand) counted in.
fn numbers_of_the_original(text: &str) -> Numbers {
    let mut numbers = Numbers::new();
    for (number, _, after) in figures(text) {
        let scale = if after.starts_with('万') { 10_000 } else { 1 };
        *numbers.entry(number * scale).or_default() += 1;
    }
    numbers
}

/// The numbers in figures, with words for a million counted in, and the names of months as numbers.
fn numbers(text: &str, language: &LanguageFile) -> Numbers {
    let mut numbers = Numbers::new();
    for (number, before, after) in figures(text) {
        // The 19 of COVID-19 belongs to a name.
        let is_in_name = before
            .strip_suffix('-')
            .is_some_and(|before| before.ends_with(char::is_alphabetic));
        if !is_in_name {
            let is_million = language
                .million
                .iter()
                .any(|word| after.trim_start().starts_with(word.as_str()));
            let scale = if is_million { 1_000_000 } else { 1 };
            *numbers.entry(number * scale).or_default() += 1;
        }
    }
    for (month, name) in (1..).zip(&language.months) {
        let times = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word == name)
            .count();
        if times > 0 {
            *numbers.entry(month).or_default() += times;
        }
    }
    numbers
}

/// Each run of digits as a number, with what stands before and after it.
fn figures(text: &str) -> impl Iterator<Item = (u64, &str, &str)> {
    let is_start = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_digit());
    let starts = text
        .match_indices(|c: char| c.is_ascii_digit())
        .map(|(at, _)| at)
        .filter(move |&at| is_start(at));
    starts.filter_map(|at| {
        let rest = &text[at..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        Some((rest[..end].parse().ok()?, &text[..at], &rest[end..]))
    })
}

/// Whether the original has an edition or article of this number in Chinese numerals, such as 第四届.
fn is_spelt_out(number: u64, original: &str) -> bool {
    usize::try_from(number).is_ok_and(|number| {
        original.contains(&format!("第{}", super::numbering::han_numeral(number)))
    })
}

fn beginning(text: &str) -> String {
    text.chars().take(16).chain("…".chars()).collect()
}
