//! Comparison of a translation with the original: the same pieces, numbers and subjects, the
//! glossary's terms, and the mark where the source breaks off.

use std::collections::{BTreeMap, BTreeSet};

use plan::CUT;

use crate::diagnostics::{Location, Reporter};
use crate::glossary::{Rendering, Term, terms_in};
use crate::near;
use crate::numbers;
use crate::plan_toml::language::LanguageFile;
use crate::structure::document::{Document, Key, Piece};

/// A translation and the original that it is compared with.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) original: (&'a LanguageFile, &'a Document),
    pub(crate) translation: (&'a LanguageFile, &'a Document),
    /// The index of the language among the translations.
    pub(crate) nth: usize,
}

/// Reports everything that a translation adds, drops, or translates differently from the glossary.
/// `ends_in` is the eId of the clause in which the source breaks off.
pub(crate) fn check(
    pair: Pair<'_>,
    glossary: &[Term],
    ends_in: Option<&str>,
    reporter: &mut Reporter<'_>,
) {
    let Pair {
        original: (original_language, original),
        translation: (language, translation),
        nth,
    } = pair;
    // Sets of keys, because a search through all pieces for each piece would be quadratic.
    let translated: BTreeMap<Key<'_>, Piece<'_>> = translation
        .pieces()
        .map(|piece| (piece.key.clone(), piece))
        .collect();
    check_pieces(pair, &translated, reporter);
    for piece in original.pieces() {
        let Some(translated) = translated.get(&piece.key) else {
            continue;
        };
        numbers::check(original_language, language, &piece, translated, reporter);
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
}

/// Reports pieces that the translation lacks, pieces that only the translation has, and excuses of
/// pieces that do not exist. Of a division with all that it contains, only the division is reported.
fn check_pieces(
    pair: Pair<'_>,
    translated: &BTreeMap<Key<'_>, Piece<'_>>,
    reporter: &mut Reporter<'_>,
) {
    let (_, original) = pair.original;
    let (language, translation) = pair.translation;
    let ends = ends(translated);
    // The last translated piece in each division, and outside of all under "".
    let mut siblings: BTreeMap<&str, &str> = BTreeMap::new();
    let pieces: Vec<Piece<'_>> = original.pieces().collect();
    let mut missing: BTreeSet<String> = BTreeSet::new();
    for piece in &pieces {
        let parent = piece.key.rsplit_once("__").map_or("", |(parent, _)| parent);
        if translated.contains_key(&piece.key) {
            siblings.insert(parent, &piece.key);
        } else if !language.is_partial && !is_below(&piece.key, &missing) {
            missing.insert(piece.key.to_string());
            let message = format!(
                "expected a translation of {}, “{}”, found none",
                piece.key,
                beginning(piece.text)
            );
            let hint = "translate it at the same position as in the original, or say `partial = true` for this language in plan.toml";
            let around = || translated.get(parent).map(|it| it.location.bytes.end);
            let before = siblings.get(parent).and_then(|key| ends.get(*key).copied());
            let before = before.or_else(around).unwrap_or(0);
            let location = Location::new(&language.file.0, before..before);
            reporter.report(&location, message, hint);
        }
    }
    let known: BTreeSet<&str> = pieces.iter().map(|piece| &*piece.key).collect();
    let mut added: BTreeSet<String> = BTreeSet::new();
    for piece in translation.pieces() {
        if known.contains(&*piece.key) || is_below(&piece.key, &added) {
            continue;
        }
        added.insert(piece.key.to_string());
        let message = format!(
            "expected only pieces of the original, found {}, “{}”",
            piece.key,
            beginning(piece.text)
        );
        let hint = "remove it, or number it as the original does";
        reporter.report(piece.location, message, hint);
    }
    for (key, location) in &language.excused_numbers {
        if !known.contains(key.as_str()) {
            let message = format!("expected the eId of a clause or division, found “{key}”");
            let keys = known.iter().copied();
            let otherwise = "write its eId, or `title`, or `preamble_1` and so on";
            reporter.report(location, message, near::hint(key, keys, otherwise));
        }
    }
}

/// Returns where each piece of a translation ends, with all that it contains.
fn ends<'a>(translated: &'a BTreeMap<Key<'_>, Piece<'_>>) -> BTreeMap<&'a str, usize> {
    let mut ends = BTreeMap::new();
    for (key, piece) in translated {
        let parents = key.match_indices("__").map(|(at, _)| &key[..at]);
        for key in parents.chain([&**key]) {
            let end = ends.entry(key).or_default();
            *end = piece.location.bytes.end.max(*end);
        }
    }
    ends
}

/// Reports whether one of these divisions contains a piece.
fn is_below(key: &str, divisions: &BTreeSet<String>) -> bool {
    let ends = key.match_indices("__").map(|(at, _)| at);
    ends.into_iter().any(|at| divisions.contains(&key[..at]))
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

fn beginning(text: &str) -> String {
    text.chars().take(16).chain("…".chars()).collect()
}
