//! Comparison of a translation with the original: the same pieces, numbers and subjects, the
//! glossary's terms, and the mark where the source breaks off.

use std::collections::{BTreeMap, BTreeSet};

use plan::CUT;
use plan::numerals::{self, Numeral};

use crate::diagnostics::{Location, Reporter};
use crate::figures::{Figure, Number, figures};
use crate::glossary::{Rendering, Term, terms_in};
use crate::plan_toml::language::LanguageFile;
use crate::structure::document::{Document, Key, Piece};

/// Reports everything that a translation adds, drops, or translates differently from the glossary.
/// `nth` is the index of the language among the translations, `ends_in` the eId of the clause in which
/// the source breaks off.
pub(crate) fn check(
    language: &LanguageFile,
    nth: usize,
    original: &Document,
    translation: &Document,
    glossary: &[Term],
    ends_in: Option<&str>,
    reporter: &mut Reporter<'_>,
) {
    // Sets of keys, because a search through all pieces for each piece would be quadratic.
    let translated: BTreeMap<Key<'_>, Piece<'_>> = translation
        .pieces()
        .map(|piece| (piece.key.clone(), piece))
        .collect();
    for piece in original.pieces() {
        let Some(translated) = translated.get(&piece.key) else {
            if language.is_partial {
                continue;
            }
            let message = format!(
                "expected a translation of {}, “{}”, found none",
                piece.key,
                beginning(piece.text)
            );
            let hint = "translate it at the same position as in the original, or say `partial = true` for this language in plan.toml";
            reporter.report(&Location::start_of(&language.file.0), message, hint);
            continue;
        };
        check_numbers(language, piece.text, translated, reporter);
        let is_excused = |term: &&Term| term.excused.contains(piece.key.as_ref());
        for term in terms_in(glossary, piece.text).filter(|term| !is_excused(term)) {
            check_term(term, &term.renderings[nth], translated, reporter);
        }
        for term in glossary
            .iter()
            .filter(|term| term.is_subject && !is_excused(term))
        {
            check_subjects(
                term,
                &term.renderings[nth],
                piece.text,
                translated,
                reporter,
            );
        }
        let is_cut = Some(piece.key.as_ref()) == ends_in || piece.text.ends_with(CUT);
        if is_cut != translated.text.ends_with(CUT) {
            let (expected, found, hint) = if is_cut {
                (
                    "the mark",
                    "none",
                    "end the translation with it, because the source breaks off there",
                )
            } else {
                (
                    "no mark",
                    "one",
                    "remove it, because the source does not break off there",
                )
            };
            let key = &piece.key;
            let message = format!("expected {expected} “{CUT}” at the end of {key}, found {found}");
            reporter.report(translated.location, message, hint);
        }
    }
    let known: BTreeSet<Key<'_>> = original.pieces().map(|piece| piece.key).collect();
    for piece in translation.pieces() {
        if !known.contains(&piece.key) {
            let message = format!(
                "expected only pieces of the original, found {}, “{}”",
                piece.key,
                beginning(piece.text)
            );
            let hint = "remove it, or number it as the original does";
            reporter.report(piece.location, message, hint);
        }
    }
}

fn check_term(
    term: &Term,
    renderings: &[Rendering],
    translated: &Piece<'_>,
    reporter: &mut Reporter<'_>,
) {
    let text = translated.text.to_lowercase();
    // A term without a rendering is a problem of the glossary, which says so.
    if !renderings.is_empty()
        && !renderings
            .iter()
            .any(|rendering| text.contains(&rendering.in_lower_case))
    {
        let renderings = renderings.iter().map(|one| format!("“{}”", one.written));
        let message = format!(
            "expected {} for {}, found none of them",
            renderings.collect::<Vec<_>>().join(" or "),
            term.original
        );
        let hint = "use one of them, add a rendering to glossary.toml, or excuse this piece there with a reason";
        reporter.report(translated.location, message, hint);
    }
}

/// Reports a translation with more or fewer sentences, or parts of sentences, that begin with a
/// subject.
fn check_subjects(
    term: &Term,
    renderings: &[Rendering],
    original: &str,
    translated: &Piece<'_>,
    reporter: &mut Reporter<'_>,
) {
    let wanted = original.split(['。', '；', '，', '：']);
    let wanted = wanted.filter(|part| part.starts_with(&term.original));
    let text = translated.text.to_lowercase();
    let begins_with = |part: &str, rendering: &Rendering| {
        let rest = part.trim_start().strip_prefix(&*rendering.in_lower_case);
        rest.is_some_and(|rest| rest.starts_with(char::is_whitespace))
    };
    let found = text.split(['.', ';', ',', ':']).filter(|part| {
        let mut renderings = renderings.iter();
        renderings.any(|rendering| begins_with(part, rendering))
    });
    let (wanted, found) = (wanted.count(), found.count());
    if let Some(rendering) = renderings.first().filter(|_| found != wanted) {
        let (rendering, subject) = (&rendering.written, &term.original);
        let message = format!(
            "expected sentences, or parts of them, that begin with “{rendering}”: {wanted}, as many as begin with {subject} in the original; found {found}"
        );
        let hint = "keep the subject of each sentence, or excuse this piece in glossary.toml with a reason";
        reporter.report(translated.location, message, hint);
    }
}

fn check_numbers(
    language: &LanguageFile,
    original: &str,
    translated: &Piece<'_>,
    reporter: &mut Reporter<'_>,
) {
    let wanted = numbers_of_the_original(original);
    let found = numbers(translated.text, language);
    for (&number, &times) in &wanted {
        if found.get(&number).copied().unwrap_or(0) < times {
            let message = format!("expected the number {number} of the original, found none");
            let hint = "write it in figures, a month as its name, and 200万 as 2 million";
            reporter.report(translated.location, message, hint);
        }
    }
    for (number, times) in found {
        if wanted.get(&number).copied().unwrap_or(0) < times && !is_spelt_out(number, original) {
            let message = format!("expected only the numbers of the original, found {number}");
            let hint = "remove it, or write the number of the original";
            reporter.report(translated.location, message, hint);
        }
    }
}

/// The number of times that each number occurs in a text.
type Numbers = BTreeMap<Number, usize>;

/// Returns the numbers in figures. 万 after a number multiplies it by ten thousand, 亿 by a hundred
/// million.
fn numbers_of_the_original(text: &str) -> Numbers {
    let mut numbers = Numbers::new();
    for Figure { number, after, .. } in figures(text) {
        let scales = [
            ("万亿", 1_000_000_000_000),
            ("亿", 100_000_000),
            ("万", 10_000),
        ];
        let scale = scales.iter().find(|(unit, _)| after.starts_with(unit));
        let number = number.times(scale.map_or(1, |(_, scale)| *scale));
        *numbers.entry(number).or_default() += 1;
    }
    numbers
}

/// Returns the numbers in figures, and the names of months as numbers. A word for a million after a
/// number multiplies it.
fn numbers(text: &str, language: &LanguageFile) -> Numbers {
    let mut numbers = Numbers::new();
    for figure in figures(text) {
        // The 19 of COVID-19 is part of a name.
        let before = figure.before.strip_suffix('-');
        if !before.is_some_and(|before| before.ends_with(char::is_alphabetic)) {
            let after = figure.after.trim_start();
            let mut words = language.million.iter();
            let is_million = words.any(|word| after.starts_with(word.as_str()));
            let scale = if is_million { 1_000_000 } else { 1 };
            *numbers.entry(figure.number.times(scale)).or_default() += 1;
        }
    }
    for (month, name) in (1..).zip(&language.months) {
        let times = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word == name)
            .count();
        if times > 0 {
            *numbers.entry(Number::whole(month)).or_default() += times;
        }
    }
    numbers
}

/// Reports whether the original has an ordinal of this number in Chinese numerals, such as 第四届.
fn is_spelt_out(number: Number, original: &str) -> bool {
    let ordinal = |number| format!("第{}", numerals::print(Numeral::Han, number));
    let number = number.as_whole();
    number.is_some_and(|number| original.contains(&ordinal(number)))
}

fn beginning(text: &str) -> String {
    text.chars().take(16).chain("…".chars()).collect()
}
