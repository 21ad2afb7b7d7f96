//! Comparison of the numbers in a translation with those of the original.
//!
//! Numbers in figures, with the words and signs that multiply them (`2 million`, `200万`), and the
//! names of months are compared. A number in figures in one text may be a word in the other one.
//!
//! “May” and “March” are months beside a figure. Elsewhere they may be other words, so that the other text may have the
//! number and need not.

use std::collections::BTreeMap;

use plan::numerals::{self, Numeral};

use crate::diagnostics::{Location, Reporter};
use crate::figures::{Figure, Number, figures};
use crate::months::{Months, has_unknown_month};
use crate::plan_toml::language::LanguageFile;
use crate::plan_toml::number_words::NumberWords;
use crate::structure::document::Piece;

/// Reports numbers of a piece that its translation lacks or adds. An excused piece must have such a
/// difference.
pub(crate) fn check(
    original: &LanguageFile,
    language: &LanguageFile,
    piece: &Piece<'_>,
    translated: &Piece<'_>,
    reporter: &mut Reporter<'_>,
) {
    let texts = [
        Text::new(piece.text, original),
        Text::new(translated.text, language),
    ];
    let differences = differences(&texts);
    match language.excused_numbers.get(piece.key.as_ref()) {
        Some(_) if !differences.iter().all(Vec::is_empty) => {}
        Some(excuse) => report_useless_excuse(piece, excuse, reporter),
        None => report(&texts, &differences, translated.location, reporter),
    }
}

/// The numbers of a text.
struct Text<'a> {
    numbers: BTreeMap<Number, usize>,
    /// The months that the text names.
    months: Months,
    written: &'a str,
    language: &'a LanguageFile,
}

/// A number that one text has more often than the other one.
struct Difference {
    number: Number,
    wanted: usize,
    found: usize,
}

impl<'a> Text<'a> {
    fn new(text: &'a str, language: &'a LanguageFile) -> Self {
        let words = &language.words;
        let mut numbers = BTreeMap::new();
        for figure in figures(text).filter(|figure| !is_in_a_name(figure)) {
            let number = figure.number.times(scale(figure.after, words));
            *numbers.entry(number).or_default() += 1;
        }
        let months = Months::new(text, words);
        for (month, times) in &months.certain {
            *numbers.entry(Number::whole(*month)).or_default() += times;
        }
        Self {
            numbers,
            months,
            written: text,
            language,
        }
    }

    fn times(&self, number: Number) -> usize {
        self.numbers.get(&number).copied().unwrap_or(0)
    }

    /// Returns how often a number occurs, in figures or words.
    fn times_in_any_form(&self, number: Number) -> usize {
        let in_words = number.as_whole().map_or(0, |it| self.times_in_words(it));
        self.times(number) + in_words + self.months.times_perhaps(number)
    }

    fn times_in_words(&self, number: usize) -> usize {
        let runs = self.written.split(|c: char| !numerals::is_han(c));
        let in_han = runs.filter(|run| numerals::value(Numeral::Han, run) == Some(number));
        let forms = number
            .checked_sub(1)
            .and_then(|nth| self.language.words.numbers.get(nth));
        let forms = forms.into_iter().flatten();
        let text = self.written.to_lowercase();
        let in_words = forms.map(|form| count_words(&text, &form.to_lowercase()));
        in_han.count() + in_words.sum::<usize>()
    }
}

/// Reports whether a figure is part of a name, as the 19 of COVID-19 is.
fn is_in_a_name(figure: &Figure<'_>) -> bool {
    let before = figure.before.strip_suffix('-');
    before.is_some_and(|before| before.ends_with(char::is_alphabetic))
}

/// Returns the product of the words and signs directly after a number, such as 2 mil millones.
fn scale(after: &str, words: &NumberWords) -> u64 {
    const SIGNS: [(&str, u64); 4] = [
        ("万", 10_000),
        ("萬", 10_000),
        ("亿", 100_000_000),
        ("億", 100_000_000),
    ];
    let mut scale = 1_u64;
    let mut rest = after;
    loop {
        let text = rest.trim_start();
        let sign = SIGNS
            .iter()
            .find_map(|(sign, value)| Some((*value, text.strip_prefix(sign)?)));
        let word = words.scales().filter_map(|(word, value)| {
            let rest = text.strip_prefix(word)?;
            let is_whole = !rest.starts_with(char::is_alphabetic);
            is_whole.then_some((value, rest))
        });
        let Some((value, after)) = sign.or_else(|| word.max_by_key(|(value, _)| *value)) else {
            return scale;
        };
        scale = scale.saturating_mul(value);
        rest = after;
    }
}

/// Returns how often some words occur in a text, as whole words.
fn count_words(text: &str, words: &str) -> usize {
    let found = text.match_indices(words).filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    });
    found.count()
}

/// Returns the numbers that the translation lacks, and then those that it adds.
fn differences([original, translation]: &[Text<'_>; 2]) -> [Vec<Difference>; 2] {
    let more = |one: &Text<'_>, other: &Text<'_>| {
        let numbers = one.numbers.keys().copied();
        let more = numbers.filter(|it| other.times_in_any_form(*it) < one.times(*it));
        let difference = |number| Difference {
            number,
            wanted: original.times(number),
            found: translation.times(number),
        };
        more.map(difference).collect()
    };
    [more(original, translation), more(translation, original)]
}

fn report(
    [original, translation]: &[Text<'_>; 2],
    [missing, added]: &[Vec<Difference>; 2],
    location: &Location,
    reporter: &mut Reporter<'_>,
) {
    let hint = |of_original: Option<Number>, of_translation: Option<Number>| {
        let unnamed = of_original.and_then(|number| unnamed_month(number, original, translation));
        let unnamed = unnamed.or_else(|| unnamed_month(of_translation?, translation, original));
        unnamed.unwrap_or_default() + HINT
    };
    // One number in place of another one is one mistake.
    if let ([wanted], [found]) = (&**missing, &**added)
        && (wanted.found, found.wanted) == (0, 0)
    {
        let message = format!(
            "expected the number {} of the original, found {}",
            wanted.number, found.number
        );
        let hint = hint(Some(wanted.number), Some(found.number));
        reporter.report(location, message, hint);
        return;
    }
    for Difference {
        number,
        wanted,
        found,
    } in missing.iter().chain(added)
    {
        let message = match (wanted, found) {
            (0, _) => format!("expected only the numbers of the original, found {number}"),
            (_, 0) => format!("expected the number {number} of the original, found none"),
            _ => format!(
                "expected the number {number} {}, as in the original, found it {}",
                times(*wanted),
                times(*found)
            ),
        };
        let [of_original, of_translation] =
            [wanted > found, found > wanted].map(|is_more| Some(*number).filter(|_| is_more));
        reporter.report(location, message, hint(of_original, of_translation));
    }
}

/// The remedy for a wrong number.
const HINT: &str = "write the number of the original; a number in words counts if `number-words` in plan.toml lists it, and a piece can be excused in `excused-numbers`, with a reason";

/// Returns the beginning of the remedy for a number that one text has and the other one lacks, if it is probably a month
/// whose name is unknown in the other text.
fn unnamed_month(number: Number, one: &Text<'_>, other: &Text<'_>) -> Option<String> {
    let month = number.as_whole().filter(|month| (1..=12).contains(month))?;
    let is_month = one.months.has(number) || one.written.contains(&format!("{month}月"));
    let names_none = other.months.certain.is_empty() && !other.written.contains('月');
    let is_unnamed =
        is_month && names_none || has_unknown_month(other.written, &other.language.words);
    let tag = &other.language.language.tag;
    is_unnamed.then(|| {
        format!("if it is a month, list the twelve names that the language “{tag}” has for them, January first, as `months = [\"…\", …]` in its [[language]] in plan.toml; otherwise ")
    })
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

fn report_useless_excuse(piece: &Piece<'_>, excuse: &Location, reporter: &mut Reporter<'_>) {
    let message = format!(
        "expected other numbers in {} than in the original, because it is excused, found the same",
        piece.key
    );
    reporter.report(excuse, message, "remove the excuse");
}
