//! `glossary.toml`: terms of the original, with the renderings that each language may use.
//!
//! Where a piece of the original contains a term outside a longer one, its translation must contain
//! the term's rendering, or a form of it. A piece can be excused, by its key and with a written
//! reason.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostics::{Located, Reporter};
use crate::near;
use crate::plan_toml::Manifest;
use crate::source::Source;
use crate::structure::document::{Document, Key};
use crate::toml_table::Table;

const FILE: &str = "glossary.toml";

/// A term of the original.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) original: String,
    /// The rendering and its forms in each language except the original, in the order of the plan's
    /// languages.
    pub(crate) renderings: Vec<Vec<Rendering>>,
    /// Whether sentences and parts of sentences that begin with the term begin with its rendering.
    pub(crate) is_subject: bool,
    /// Keys of pieces that need no rendering. Their reasons are for readers of the file.
    pub(crate) excused: BTreeSet<String>,
}

/// The translation of a term, or a form of it such as its plural.
#[derive(Debug)]
pub(crate) struct Rendering {
    pub(crate) written: String,
    pub(crate) in_lower_case: String,
}

/// Reads the glossary. A plan in one language needs none.
pub(crate) fn read(
    source: &Source,
    manifest: &Manifest,
    original: &Document,
    reporter: &mut Reporter<'_>,
) -> Vec<Term> {
    if source.text(FILE).is_none() && manifest.languages.len() < 2 {
        return Vec::new();
    }
    let Some(root) = Table::read(source, FILE, reporter) else {
        return Vec::new();
    };
    let keys: BTreeSet<Key<'_>> = original.pieces().map(|piece| piece.key).collect();
    let tables = root.all_tables(reporter);
    let read = tables
        .iter()
        .map(|(term, table)| read_term(term, table, manifest, &keys, reporter));
    let terms: Vec<Term> = read.collect();
    check_terms(&terms, &tables, original, reporter);
    terms
}

/// Returns the terms in a text of the original, without those that occur only inside longer terms.
pub(crate) fn terms_in<'a>(terms: &'a [Term], text: &str) -> impl Iterator<Item = &'a Term> {
    let occurrences = terms.iter().flat_map(|term| {
        let starts = text.match_indices(&term.original).map(|(start, _)| start);
        starts.map(move |start| (term, start..start + term.original.len()))
    });
    let occurrences: Vec<(&Term, Range<usize>)> = occurrences.collect();
    let is_inside = |inner: &Range<usize>, outer: &Range<usize>| {
        inner != outer && outer.start <= inner.start && inner.end <= outer.end
    };
    let is_own = |(_, range): &&(&Term, Range<usize>)| {
        !occurrences.iter().any(|(_, outer)| is_inside(range, outer))
    };
    let own = occurrences.iter().filter(is_own).map(|&(term, _)| term);
    let mut own: Vec<&Term> = own.collect();
    own.dedup_by_key(|term| &term.original);
    own.into_iter()
}

/// Reports every term that occurs nowhere, or only inside longer terms.
fn check_terms(
    terms: &[Term],
    tables: &[(Located, Table<'_>)],
    original: &Document,
    reporter: &mut Reporter<'_>,
) {
    let pieces = original.pieces();
    let own = pieces.flat_map(|piece| terms_in(terms, piece.text));
    let own: BTreeSet<&str> = own.map(|term| &*term.original).collect();
    for ((term, location), _) in tables {
        if !own.contains(term.as_str()) {
            let message = format!(
                "expected a term that occurs in the original outside longer terms, found “{term}”"
            );
            reporter.report_against_original(
                location,
                message,
                "correct its spelling, or remove it",
            );
        }
    }
}

fn read_term(
    (term, _): &Located,
    table: &Table<'_>,
    manifest: &Manifest,
    keys: &BTreeSet<Key<'_>>,
    reporter: &mut Reporter<'_>,
) -> Term {
    let languages = manifest.tags().skip(1);
    let known: Vec<&str> = languages.clone().chain(["subject", "excused"]).collect();
    let listed: Vec<&str> = manifest.tags().collect();
    table.accept_languages(&known, &listed, reporter);
    let renderings = |tag: &str| {
        let listed = table.texts(tag, reporter);
        if listed.is_empty() && table.has(tag) {
            let message = format!("expected the rendering of “{term}” in {tag}, found none");
            let hint = "write how the term is translated, or remove the term";
            reporter.report(&table.location, message, hint);
        }
        renderings(listed, reporter)
    };
    Term {
        original: term.clone(),
        renderings: languages.map(renderings).collect(),
        is_subject: table.flag("subject", reporter),
        excused: excused(table, keys, reporter),
    }
}

/// Returns a term's rendering and its forms; reports others, because one term has one rendering.
fn renderings(listed: Vec<Located>, reporter: &mut Reporter<'_>) -> Vec<Rendering> {
    if let Some(((rendering, _), forms)) = listed.split_first() {
        for (form, location) in forms.iter().filter(|(form, _)| !is_form(form, rendering)) {
            let message = format!("expected a form of “{rendering}”, found “{form}”");
            let hint = "use one rendering for a term; give a longer term a rendering of its own, \
                        or excuse a clause with a reason";
            reporter.report(location, message, hint);
        }
    }
    let renderings = listed.into_iter().map(|(written, _)| Rendering {
        in_lower_case: written.to_lowercase(),
        written,
    });
    renderings.collect()
}

/// Reports whether two renderings differ only in short words, such as articles, and in the ends of
/// words.
fn is_form(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<Vec<char>> {
        let text = text.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(|word| word.chars().collect()).collect()
    };
    let (one, other) = (words(one), words(other));
    let is_form = |(one, other): (&Vec<char>, &Vec<char>)| {
        let longer = one.len().max(other.len());
        let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
        longer <= SHORT || 2 * same >= longer
    };
    one.len() == other.len() && one.iter().zip(&other).all(is_form)
}

/// The length of the longest article or preposition that may differ between forms.
const SHORT: usize = 3;

/// Returns the keys in the table `excused`; reports unknown keys and missing reasons.
fn excused(
    table: &Table<'_>,
    keys: &BTreeSet<Key<'_>>,
    reporter: &mut Reporter<'_>,
) -> BTreeSet<String> {
    let pairs = table
        .optional_table("excused", reporter)
        .map_or_else(Vec::new, |table| table.all_texts(reporter));
    for ((key, location), (reason, _)) in &pairs {
        if !keys.contains(key.as_str()) {
            let message = format!("expected the eId of a clause or division, found “{key}”");
            let known = keys.iter().map(|key| &**key);
            let otherwise = "write its eId, or `title`, or `preamble_1` and so on";
            let hint = near::hint(key, known, otherwise);
            reporter.report_against_original(location, message, hint);
        }
        if reason.trim().is_empty() {
            let message = format!("expected a reason why “{key}” is excused, found none");
            let hint = "write why the term is translated differently there";
            reporter.report(location, message, hint);
        }
    }
    pairs.into_iter().map(|((key, _), _)| key).collect()
}
