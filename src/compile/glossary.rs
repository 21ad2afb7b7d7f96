//! `glossary.toml`: terms of the original, with the renderings that each language may use.
//!
//! Where a piece of the original contains a term, its translation must contain one of the
//! renderings. A piece can be excused, by its key and with a written reason.

use std::collections::BTreeSet;

use crate::diagnostics::{Located, Reporter};
use crate::plan_toml::Manifest;
use crate::source::Source;
use crate::structure::document::{Document, Key};
use crate::toml_table::Table;

const FILE: &str = "glossary.toml";

/// A term of the original.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) original: String,
    /// The renderings in each language except the original, in the order of the plan's languages.
    pub(crate) renderings: Vec<Vec<Rendering>>,
    /// Keys of pieces that need no rendering. Their reasons are for readers of the file.
    pub(crate) excused: BTreeSet<String>,
}

/// One way to translate a term.
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
    root.all_tables(reporter)
        .iter()
        .map(|(term, table)| {
            check_term(term, original, reporter);
            read_term(term, table, manifest, &keys, reporter)
        })
        .collect()
}

fn check_term((term, location): &Located, original: &Document, reporter: &mut Reporter<'_>) {
    if !original
        .pieces()
        .any(|piece| piece.text.contains(term.as_str()))
    {
        let message = format!("expected a term that occurs in the original, found “{term}”");
        reporter.report(location, message, "correct its spelling, or remove it");
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
    let known: Vec<&str> = languages.clone().chain(["excused"]).collect();
    table.accept(&known, reporter);
    let mut renderings = |tag: &str| {
        let renderings = table.texts(tag, reporter).into_iter();
        renderings
            .map(|(written, _)| Rendering {
                in_lower_case: written.to_lowercase(),
                written,
            })
            .collect()
    };
    Term {
        original: term.clone(),
        renderings: languages.map(&mut renderings).collect(),
        excused: excused(table, keys, reporter),
    }
}

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
            let hint = "correct the eId, or write `title`, or `preamble_1` and so on";
            reporter.report(location, message, hint);
        }
        if reason.trim().is_empty() {
            let message = format!("expected a reason why “{key}” is excused, found none");
            let hint = "write why the term is translated differently there";
            reporter.report(location, message, hint);
        }
    }
    pairs.into_iter().map(|((key, _), _)| key).collect()
}
