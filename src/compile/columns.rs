//! `columns/*.csv`: the author's own data of single clauses, such as a deadline.
//!
//! `columns.toml` lists the columns in the order in which they are shown, each with its label and, if its
//! values do not show it, its type:
//!
//! ```toml
//! [[column]]
//! id = "deadline"
//! type = "date"
//! label = { en = "Deadline" }
//! ```
//!
//! Without `columns.toml`, each spreadsheet is a column with the name of its file.

use std::collections::BTreeMap;

use plan::{Cell, Column, ColumnKind, Localized, is_address, is_date};

use crate::clause_eid::Clauses;
use crate::diagnostics::{Located, Location, Reporter};
use crate::facets::localized::{from_id, localized};
use crate::near;
use crate::plan_toml::{Manifest, id};
use crate::ranges::{self, WithBounds};
use crate::sheet::{self, Row};
use crate::source::Source;
use crate::structure::document::Document;
use crate::toml_table::Table;

const FILE: &str = "columns.toml";
const FOLDER: &str = "columns/";

/// The types by their names.
const KINDS: [(&str, ColumnKind); 4] = [
    ("text", ColumnKind::Text),
    ("number", ColumnKind::Number),
    ("date", ColumnKind::Date),
    ("link", ColumnKind::Link),
];

/// A column before its values are read.
#[derive(Debug)]
struct Draft {
    id: Located,
    label: Localized,
    /// `None` if the values show it.
    kind: Option<ColumnKind>,
    /// The bounds of the ranges by which readers filter; empty if they do not.
    ranges: Vec<Located>,
}

/// Reads the columns of a plan. A plan needs none.
pub(crate) fn read(
    source: &Source,
    manifest: &Manifest,
    original: &Document,
    reporter: &mut Reporter<'_>,
) -> Vec<WithBounds> {
    let drafts = if source.text(FILE).is_some() {
        listed(source, manifest, reporter)
    } else {
        let ids = source
            .below(FOLDER)
            .filter_map(id_of)
            .map(|(path, id)| Draft {
                id: (id.to_owned(), Location::start_of(path)),
                label: from_id(id, manifest),
                kind: None,
                ranges: Vec::new(),
            });
        ids.collect()
    };
    for Draft {
        id: (id, location), ..
    } in &drafts
    {
        check_id(id, location, manifest, reporter);
    }
    let clauses = Clauses::new(original);
    let columns = drafts.into_iter();
    let columns = columns.filter_map(|draft| draft.read(source, &clauses, original, reporter));
    columns.collect()
}

/// Returns the columns that `columns.toml` lists; reports spreadsheets that it does not list.
fn listed(source: &Source, manifest: &Manifest, reporter: &mut Reporter<'_>) -> Vec<Draft> {
    let before = reporter.count();
    let Some(root) = Table::read(source, FILE, reporter) else {
        return Vec::new();
    };
    root.accept(&["column"], reporter);
    let mut drafts: Vec<Draft> = Vec::new();
    for table in root.tables("column", reporter) {
        table.accept(&["id", "label", "type", "ranges"], reporter);
        let id = table.text("id", reporter);
        let label = table.table("label", reporter);
        let label = label.map(|table| localized(&table, manifest, reporter));
        let kind = table.optional_text("type", reporter);
        let kind = kind.and_then(|named| kind_named(&named, reporter));
        let ranges = table.optional_texts("ranges", reporter);
        let Some(id) = id else {
            continue;
        };
        if drafts.iter().any(|draft| draft.id.0 == id.0) {
            let message = format!("expected each column once, found “{}” again", id.0);
            reporter.report(&id.1, message, "rename or remove one of them");
            continue;
        }
        drafts.push(Draft {
            id,
            label: label.unwrap_or_default(),
            kind,
            ranges,
        });
    }
    // A spreadsheet may belong to a column that could not be read.
    let is_whole = reporter.count() == before;
    for (path, id) in source.below(FOLDER).filter_map(id_of).filter(|_| is_whole) {
        if !drafts.iter().any(|draft| draft.id.0 == id) {
            let is_missed = |draft: &&Draft| source.text(&path_of(&draft.id.0)).is_none();
            let missed = drafts.iter().filter(is_missed);
            // The column that it belongs to is reported.
            if near::nearest(id, missed.map(|draft| &*draft.id.0)).is_some() {
                continue;
            }
            let message = format!("expected only columns that {FILE} lists, found this file");
            let hint = format!("add a [[column]] with the id “{id}” there, or remove the file");
            reporter.report(&Location::start_of(path), message, hint);
        }
    }
    drafts
}

/// Returns the path of a spreadsheet and the id of its column.
fn id_of(path: &str) -> Option<(&str, &str)> {
    let id = path.strip_prefix(FOLDER)?.strip_suffix(".csv")?;
    Some((path, id))
}

fn path_of(id: &str) -> String {
    format!("{FOLDER}{id}.csv")
}

fn check_id(id: &str, location: &Location, manifest: &Manifest, reporter: &mut Reporter<'_>) {
    id::check(id, location, reporter);
    let of_ranges = ranges::facet_id(id);
    let mut facets = manifest.facets.iter();
    let is_facet = facets.any(|(facet, _)| facet == id || *facet == of_ranges);
    if is_facet || manifest.levels.has_column(id) {
        let message =
            format!("expected an id that no facet and no column of plan.csv has, found “{id}”");
        reporter.report(location, message, "rename the column, and its file");
    }
}

fn kind_named((name, location): &Located, reporter: &mut Reporter<'_>) -> Option<ColumnKind> {
    let found = KINDS.iter().find(|(known, _)| known == name);
    if found.is_none() {
        let names = KINDS.map(|(name, _)| name);
        let message = format!(
            "expected one of the types {}; found “{name}”",
            names.join(", ")
        );
        let hint = near::hint(name, names, "remove it: the values show the type too");
        reporter.report(location, message, hint);
    }
    found.map(|(_, kind)| *kind)
}

impl Draft {
    /// Reads the values; reports values of another type, and a second value of a clause.
    fn read(
        self,
        source: &Source,
        clauses: &Clauses<'_>,
        original: &Document,
        reporter: &mut Reporter<'_>,
    ) -> Option<WithBounds> {
        let (id, location) = self.id;
        let path = path_of(&id);
        if source.text(&path).is_none() {
            let message = format!("expected the file {path}, found none");
            let others = source.below(FOLDER).filter_map(id_of).map(|(_, id)| id);
            let otherwise = "add it, with the columns eid and value, or remove this column";
            let hint = near::hint(&id, others, otherwise);
            reporter.report(&location, message, hint);
            return None;
        }
        let rows = sheet::read(source, &path, clauses, reporter)?;
        let kind = self.kind.unwrap_or_else(|| shown_kind(&rows));
        // Without values, the type is not known.
        if !rows.is_empty() {
            ranges::check(kind, &self.ranges, |value| flaw(kind, value), reporter);
        }
        let mut cells = BTreeMap::new();
        for Row {
            clause,
            value: (value, location),
            ..
        } in rows
        {
            if let Some((expected, hint)) = flaw(kind, &value) {
                reporter.report(
                    &location,
                    format!("expected {expected}, found “{value}”"),
                    hint,
                );
            }
            if cells.insert(clause, value).is_some() {
                let eid = &original.clauses[clause].eid;
                let message =
                    format!("expected one value for each clause, found another one for {eid}");
                reporter.report(&location, message, "remove one of the rows");
            }
        }
        let cells = cells.into_iter().map(|(clause, value)| Cell {
            clause,
            value: value.into(),
        });
        let column = Column {
            id: id.into(),
            label: self.label,
            kind,
            cells: cells.collect(),
        };
        Some((column, self.ranges))
    }
}

/// Returns the type that all values have.
fn shown_kind(rows: &[Row]) -> ColumnKind {
    let is_of = |kind: ColumnKind| rows.iter().all(|row| flaw(kind, &row.value.0).is_none());
    // A year is a date, and a number too.
    let kinds = [ColumnKind::Date, ColumnKind::Number, ColumnKind::Link];
    let found = kinds
        .into_iter()
        .find(|kind| !rows.is_empty() && is_of(*kind));
    found.unwrap_or(ColumnKind::Text)
}

/// Returns what is expected of a value, and a hint, if the value is of another type.
fn flaw(kind: ColumnKind, value: &str) -> Option<(&'static str, &'static str)> {
    match kind {
        ColumnKind::Date if !is_date(value) && is_like_a_date(value) => Some((
            "a valid calendar date",
            "correct the year, the month or the day",
        )),
        ColumnKind::Date if !is_date(value) => Some((
            "a date such as 2024-05-31",
            "write year, month and day, year and month, or the year; in a spreadsheet, give the column the format YYYY-MM-DD",
        )),
        ColumnKind::Number if !is_number(value) => Some((
            "a number such as 1250 or -3.5",
            "write digits, with a point before decimals and nothing between thousands",
        )),
        ColumnKind::Link if !is_address(value) => Some((
            "an address that begins with https://, http:// or mailto:",
            "write the whole address, or give the column the type “text”",
        )),
        _ => None,
    }
}

/// Reports whether a text has the form of a date, such as 2024-05-32.
fn is_like_a_date(text: &str) -> bool {
    let form = text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c });
    ["0000-00-00", "0000-00", "0000"].contains(&&*form.collect::<String>())
}

/// Reports whether a text is a number with digits, perhaps a minus sign, and perhaps decimals behind a
/// point.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(decimals)
}
