//! `facets/*.toml`: the values of each facet, and the clauses with each value, with the evidence.
//!
//! 1. `file` reads the file of a facet.
//! 2. `rule`: a value lists divisions, whose clauses get the value, or phrases of the original that
//!    justify it.
//! 3. `correction`: if phrases cannot decide, an editor adds or removes a value of one clause, with
//!    a reason for readers.
//! 4. `spreadsheet`: the tags of `facets/NAME.csv`, beside the rules or in place of them.
//! 5. `glosses`: readers of a translation see what each phrase means.
//! 6. `tagging` applies the rules and corrections to the clauses. `[otherwise]` names the value of
//!    clauses without another value, also with a reason.
//!
//! `groups` orders the values of a facet, and `formerly` keeps links to earlier editions working.
//!
//! A rule that matches nothing is reported, and so is a value without clauses.

mod comparable;
mod correction;
mod divisions;
mod file;
mod formerly;
mod glosses;
mod groups;
mod known;
pub(crate) mod localized;
mod matches;
mod phrases;
pub(crate) mod reasons;
mod rule;
mod spreadsheet;
mod suggestions;
mod tagging;

use std::collections::BTreeSet;

use plan::{ById, Facet, FacetId, RESERVED_KEYS, Tag};

use crate::diagnostics::{Location, Reporter};
use crate::near;
use crate::plan_toml::{Manifest, id};
use crate::source::Source;
use crate::structure::document::Document;
use file::FacetFile;
use glosses::Glosses;

/// The facets of a plan, and the tags of its clauses.
#[derive(Debug, Default)]
pub(crate) struct Tagged {
    pub(crate) facets: ById<FacetId, Facet>,
    /// For each clause in the document's order, its tags in the order of facets and values.
    pub(crate) tags: Vec<Vec<Tag>>,
}

/// Reads the facets that `plan.toml` lists, and tags the clauses.
pub(crate) fn read(
    source: &Source,
    manifest: &Manifest,
    document: &Document,
    reporter: &mut Reporter<'_>,
) -> Tagged {
    let mut tagged = Tagged {
        facets: ById::default(),
        tags: vec![Vec::new(); document.clauses.len()],
    };
    let mut former_pairs = Vec::new();
    let mut are_whole = true;
    let mut glosses = Glosses::read(source, manifest, reporter);
    for (id, location) in &manifest.facets {
        check_facet_id(id, location, manifest, reporter);
        let before = reporter.count();
        if tagged.facets.iter().any(|facet| facet.id == *id) {
            reporter.report(
                location,
                format!("expected each facet once, found “{id}” again"),
                "remove one of them",
            );
        } else if is_missing(source, id) {
            report_missing_files(source, manifest, id, location, reporter);
            are_whole = false;
        } else if let Some(mut file) = FacetFile::read(source, id, manifest, document, reporter) {
            file.is_whole = reporter.count() == before;
            are_whole &= file.is_whole;
            let evidence = tagging::evidence(&file, document, reporter);
            former_pairs.extend(file.former_pairs);
            glosses.add_to(&mut file.facet.values, &file.rules, reporter);
            let facet = tagged.facets.push(file.facet);
            for (tags, values) in tagged.tags.iter_mut().zip(evidence) {
                tags.extend(values.into_iter().map(|(value, evidence)| Tag {
                    facet,
                    value,
                    evidence,
                }));
            }
        } else {
            are_whole = false;
        }
    }
    formerly::check(&former_pairs, &tagged.facets, reporter);
    glosses.report_missing_file(reporter);
    if are_whole {
        glosses.report_unused(reporter);
    }
    report_unlisted_files(source, manifest, reporter);
    tagged
}

fn check_facet_id(id: &str, location: &Location, manifest: &Manifest, reporter: &mut Reporter<'_>) {
    id::check(id, location, reporter);
    if RESERVED_KEYS.contains(&id) {
        let message = format!(
            "expected a facet's id other than {}; found “{id}”",
            RESERVED_KEYS.join(", ")
        );
        let hint = "rename the facet; views and the address of embed.html use these keys";
        reporter.report(location, message, hint);
    } else if manifest.levels.has_column(id) {
        let message = format!(
            "expected a facet's id that no level and no column of plan.csv has, found “{id}”"
        );
        let hint = "rename the facet, and its file: plan.csv would have two columns of this name";
        reporter.report(location, message, hint);
    }
}

fn is_missing(source: &Source, id: &str) -> bool {
    let paths = [file::path(id), spreadsheet::path(id)];
    paths.iter().all(|path| source.text(path).is_none())
}

/// Reports a facet that is listed and has no file.
fn report_missing_files(
    source: &Source,
    manifest: &Manifest,
    id: &str,
    location: &Location,
    reporter: &mut Reporter<'_>,
) {
    let message = format!("expected the file {}, found none", file::path(id));
    let otherwise = format!(
        "add it, or the spreadsheet {}, or remove the facet",
        spreadsheet::path(id)
    );
    let unlisted = unlisted_ids(source, manifest);
    let hint = near::hint(id, unlisted.iter().map(String::as_str), &otherwise);
    reporter.report(location, message, hint);
}

/// Returns the ids of the files in `facets/` that are not listed, each once.
fn unlisted_ids(source: &Source, manifest: &Manifest) -> BTreeSet<String> {
    let files = source.below("facets/").filter_map(|path| {
        let name = path.strip_prefix("facets/")?;
        let id = name.strip_suffix(".toml").or(name.strip_suffix(".csv"))?;
        Some(id.to_owned())
    });
    let is_listed = |id: &String| manifest.facets.iter().any(|(listed, _)| listed == id);
    files.filter(|id| !is_listed(id)).collect()
}

/// Reports files that are not listed, but for one whose name is near that of a missing file.
fn report_unlisted_files(source: &Source, manifest: &Manifest, reporter: &mut Reporter<'_>) {
    let unlisted = unlisted_ids(source, manifest);
    let missing = manifest.facets.iter().map(|(id, _)| id.as_str());
    let missing: Vec<&str> = missing.filter(|id| is_missing(source, id)).collect();
    for id in &unlisted {
        let is_meant =
            |listed: &&str| near::nearest(listed, unlisted.iter().map(String::as_str)) == Some(id);
        let paths = [file::path(id), spreadsheet::path(id)];
        let path = paths.into_iter().find(|path| source.text(path).is_some());
        if let Some(path) = path.filter(|_| !missing.iter().any(is_meant)) {
            let message = "expected only facets that plan.toml lists in `facets`, found this file";
            let hint = "add its name to `facets`, at the position in which it is to be shown, or remove the file";
            reporter.report(&Location::start_of(&path), message, hint);
        }
    }
}
