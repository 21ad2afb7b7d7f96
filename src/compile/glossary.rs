//! `glossary.toml`: terms of the original with the renderings that each language may use.
//!
//! Where a piece of the original has a term, the translation of that piece must have one of its renderings.
//! A piece can be excused, by its key and with a written reason.

use super::diagnostic::Reporter;
use super::manifest::Manifest;
use super::structure::Document;
use super::toml_table::Table;
use super::{Placed, Source};

const FILE: &str = "glossary.toml";

/// A term of the original.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) original: String,
    /// For each language besides the original, in the order of the plan's languages, its renderings.
    pub(super) renderings: Vec<Vec<String>>,
    /// Keys of pieces that need not have a rendering; the reasons are for readers of the file.
    pub(super) excused: Vec<String>,
}

/// Reads the glossary. A plan in one language needs none.
pub(super) fn read(
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
    root.all_tables(reporter)
        .iter()
        .map(|(term, table)| read_term(term, table, manifest, original, reporter))
        .collect()
}

fn read_term(
    term: &Placed,
    table: &Table<'_>,
    manifest: &Manifest,
    original: &Document,
    reporter: &mut Reporter<'_>,
) -> Term {
    let (term, place) = term;
    if !original
        .pieces()
        .any(|(_, text, _)| text.contains(term.as_str()))
    {
        let message =
            format!("expected a term that stands in the original, found “{term}”, which does not");
        reporter.report(place, message, "mend its spelling, or remove it");
    }
    let languages = manifest.languages[1..]
        .iter()
        .map(|language| language.language.tag.as_ref());
    let known: Vec<&str> = languages.clone().chain(["excused"]).collect();
    table.accept(&known, reporter);
    let renderings = |tag: &str, reporter: &mut Reporter<'_>| {
        let renderings = table.texts(tag, reporter);
        renderings
            .into_iter()
            .map(|(rendering, _)| rendering)
            .collect()
    };
    let renderings = languages.map(|tag| renderings(tag, reporter)).collect();
    Term {
        original: term.clone(),
        renderings,
        excused: excused(table, original, reporter),
    }
}

/// The keys in the table `excused`, each with its reason.
fn excused(table: &Table<'_>, original: &Document, reporter: &mut Reporter<'_>) -> Vec<String> {
    let pairs = table
        .optional_table("excused", reporter)
        .map_or_else(Vec::new, |table| table.all_texts(reporter));
    for ((key, place), (reason, _)) in &pairs {
        if !original.pieces().any(|(known, ..)| known == *key) {
            let message = format!("expected the eId of a clause or division, found “{key}”");
            reporter.report(place, message, "or `title`, or `preamble_1` and so on");
        }
        if reason.trim().is_empty() {
            let message = format!("expected a reason why “{key}” is excused, found none");
            reporter.report(
                place,
                message,
                "write why the term is rendered otherwise there",
            );
        }
    }
    pairs.into_iter().map(|((key, _), _)| key).collect()
}
