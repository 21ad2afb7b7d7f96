//! Files that look like content and that nothing reads, because of their names.
//!
//! Other files are none of the compiler's business: a content folder may also be a repository.

use crate::diagnostics::{Location, Reporter};
use crate::near;
use crate::plan_toml::{self, Manifest};
use crate::source::Source;

/// The files that a content folder may have beside `plan.toml` and the texts.
const FILES: [&str; 6] = [
    "columns.toml",
    "glossary.toml",
    "glosses.toml",
    "names.toml",
    "slips.toml",
    "translation.toml",
];

/// The folders, with the endings of their files. The parts that read them report unlisted files.
const FOLDERS: [(&str, &[&str]); 3] = [
    ("facets/", &["toml", "csv"]),
    ("columns/", &["csv"]),
    ("interface/", &["toml"]),
];

/// Reports files that nothing reads.
pub(crate) fn check(source: &Source, manifest: &Manifest, reporter: &mut Reporter<'_>) {
    for path in source.below("") {
        let is_hidden = path
            .rsplit('/')
            .next()
            .is_some_and(|name| name.starts_with('.'));
        if !is_hidden && let Some(hint) = hint(path, source, manifest, reporter) {
            let message = "expected only files that a plan can have, found this file";
            reporter.report(&Location::start_of(path), message, hint);
        }
    }
}

/// Returns the remedy for a file that nothing reads; `None` for every other file.
fn hint(
    path: &str,
    source: &Source,
    manifest: &Manifest,
    reporter: &Reporter<'_>,
) -> Option<String> {
    let (stem, ending) = path.rsplit_once('.')?;
    if let Some((folder, endings)) = FOLDERS.iter().find(|(folder, _)| path.starts_with(folder)) {
        let is_read = endings.contains(&ending);
        return (!is_read).then(|| in_folder(folder, endings));
    }
    let mut texts = manifest.languages.iter().map(|it| &*it.file.0);
    let is_known = path == plan_toml::FILE || FILES.contains(&path);
    if is_known || path.contains('/') || texts.clone().any(|text| text == path) {
        return None;
    }
    if ending == "md" {
        let start = |path: &str| path.split('.').next().map(str::to_owned);
        let is_like_a_text = texts.any(|text| start(text) == start(path));
        return is_like_a_text.then(|| {
            format!("add a [[language]] with text = \"{path}\" to plan.toml, or remove the file")
        });
    }
    if path == "columns.csv" {
        return Some("write each column to a spreadsheet of its own, such as columns/deadline.csv with the columns eid and value, and remove this one".to_owned());
    }
    let stems = FILES.iter().map(|file| file.trim_end_matches(".toml"));
    let meant = format!("{}.toml", near::nearest(stem, stems)?);
    // A file that is required and missing is reported.
    if reporter.has_problems_in(&meant) {
        return None;
    }
    Some(if source.text(&meant).is_some() {
        format!("move its contents to {meant}, and remove it")
    } else {
        format!("did you mean {meant}? Otherwise remove the file")
    })
}

/// Returns the remedy for a file in one of the folders.
fn in_folder(folder: &str, endings: &[&str]) -> String {
    let endings: Vec<String> = endings.iter().map(|it| format!(".{it}")).collect();
    let endings = endings.join(" and ");
    let elsewhere = if folder == "columns/" {
        "; labels and types are in columns.toml"
    } else {
        ""
    };
    format!("remove it: {folder} has only {endings} files{elsewhere}")
}
