//! `ranges` of a column: a facet of its dates or numbers, so that readers filter by them.
//!
//! ```toml
//! [[column]]
//! id = "deadline"
//! label = { en = "Deadline" }
//! ranges = ["year"]               # a value for each year; or ["2026-07", "2027"]
//! ```
//!
//! The key of the facet is that of the column with `-range`. Two bounds make three values: below the
//! first, from the first to below the second, and from the second on.

use std::collections::BTreeSet;

use plan::{
    ById, Cell, Column, ColumnKind, Evidence, Facet, FacetValue, Id, Localized, Tag, ValueId,
};

use crate::diagnostics::{Located, Reporter};
use crate::facets::Tagged;
use crate::facets::localized::in_original;
use crate::facets::reasons::Reasons;
use crate::plan_toml::Manifest;

/// The bound that stands for the first day of each year.
const YEAR: &str = "year";

/// A column and the bounds of its ranges; without bounds, it is no facet.
pub(crate) type WithBounds = (Column, Vec<Located>);

/// Returns the key of the facet of a column.
pub(crate) fn facet_id(column: &str) -> String {
    format!("{column}-range")
}

/// Reports bounds that a column cannot have. `flaw` says what is wrong with a value of the column.
pub(crate) fn check(
    kind: ColumnKind,
    bounds: &[Located],
    flaw: impl Fn(&str) -> Option<(&'static str, &'static str)>,
    reporter: &mut Reporter<'_>,
) {
    let Some((_, first)) = bounds.first() else {
        return;
    };
    if !kind.is_ordered() {
        let message = "expected ranges of dates or numbers, found a column of other values";
        let hint = "remove `ranges`, or correct the values; a facet filters by texts";
        reporter.report(first, message, hint);
        return;
    }
    if is_by_year(kind, bounds) {
        return;
    }
    let mut last: Option<&str> = None;
    for (bound, location) in bounds {
        if let Some((expected, hint)) = flaw(bound) {
            let message = format!("expected {expected} as a bound, found “{bound}”");
            reporter.report(location, message, hint);
        } else if let Some(last) = last.filter(|last| kind.compare(last, bound).is_ge()) {
            let message = format!(
                "expected the bounds of ranges in ascending order, found “{bound}” after “{last}”"
            );
            reporter.report(location, message, "put them in order, each once");
        }
        last = Some(bound);
    }
}

/// Adds a facet for each column with bounds, and returns the columns.
pub(crate) fn add(
    columns: Vec<WithBounds>,
    manifest: &Manifest,
    tagged: &mut Tagged,
) -> Vec<Column> {
    let columns = columns.into_iter().map(|(column, bounds)| {
        // A facet without values would wait for them.
        if !bounds.is_empty() && !column.cells.is_empty() {
            add_facet(&column, &bounds, manifest, tagged);
        }
        column
    });
    columns.collect()
}

fn add_facet(column: &Column, bounds: &[Located], manifest: &Manifest, tagged: &mut Tagged) {
    let years: BTreeSet<&str> = column.cells.iter().map(|cell| year(&cell.value)).collect();
    let is_by_year = is_by_year(column.kind, bounds);
    let values: Vec<(String, String)> = if is_by_year {
        let years = years.iter();
        years
            .map(|year| ((*year).to_owned(), (*year).to_owned()))
            .collect()
    } else {
        ranges(column.kind, bounds)
    };
    let nth = |cell: &Cell| {
        if is_by_year {
            years.range(..year(&cell.value)).count()
        } else {
            let is_below = |(bound, _): &&Located| column.kind.compare(bound, &cell.value).is_le();
            bounds.iter().take_while(is_below).count()
        }
    };
    let facet = tagged.facets.push(Facet {
        id: facet_id(&column.id).into(),
        label: column.label.clone(),
        scale: None,
        // Beside other tags, “2026” would say nothing; an opened clause has the value with its name.
        details: true,
        values: values
            .into_iter()
            .map(|(id, label)| value(id, &label, manifest))
            .collect(),
        reasons: ById::default(),
        otherwise: None,
    });
    let mut reasons = Reasons::default();
    for cell in &column.cells {
        let reason = reasons.id_of(in_original(&cell.value, manifest));
        tagged.tags[cell.clause.index()].push(Tag {
            facet,
            value: ValueId::new(nth(cell)),
            evidence: Evidence::Reason(reason),
        });
    }
    tagged.facets[facet].reasons = reasons.into_all();
}

/// Returns the ids and labels of the ranges. The labels need no language.
fn ranges(kind: ColumnKind, bounds: &[Located]) -> Vec<(String, String)> {
    let ids: Vec<String> = bounds.iter().map(|(bound, _)| id(bound)).collect();
    let labels = bounds.iter().map(|(bound, _)| shown(kind, bound));
    let labels: Vec<String> = labels.collect();
    let inner = (1..bounds.len()).map(|nth| {
        let id = format!("{}-to-{}", ids[nth - 1], ids[nth]);
        (id, format!("{} – < {}", labels[nth - 1], labels[nth]))
    });
    let last = bounds.len() - 1;
    let first = (format!("below-{}", ids[0]), format!("< {}", labels[0]));
    let end = (format!("from-{}", ids[last]), format!("≥ {}", labels[last]));
    [first].into_iter().chain(inner).chain([end]).collect()
}

/// Returns a bound as a part of an id: letters, digits and hyphens.
fn id(bound: &str) -> String {
    let named = match bound.strip_prefix('-') {
        Some(rest) => format!("minus-{rest}"),
        None => bound.to_owned(),
    };
    named.replace('.', "-")
}

/// Returns a bound for readers: numbers with narrow spaces between thousands.
fn shown(kind: ColumnKind, bound: &str) -> String {
    if kind != ColumnKind::Number {
        return bound.to_owned();
    }
    let whole = bound.split('.').next().unwrap_or_default();
    let digits = whole.trim_start_matches('-').len();
    let mut shown = String::new();
    for (nth, c) in bound.chars().enumerate() {
        let left = whole.len().saturating_sub(nth);
        if c.is_ascii_digit() && left < digits && left > 0 && left % 3 == 0 {
            shown.push('\u{202f}');
        }
        shown.push(c);
    }
    shown
}

fn value(id: String, label: &str, manifest: &Manifest) -> FacetValue {
    FacetValue {
        id: id.into(),
        label: in_original(label, manifest),
        heading: None,
        description: Localized::default(),
        phrases: Vec::new(),
        formerly: None,
    }
}

fn is_by_year(kind: ColumnKind, bounds: &[Located]) -> bool {
    kind == ColumnKind::Date && matches!(bounds, [(bound, _)] if bound == YEAR)
}

fn year(date: &str) -> &str {
    date.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_shown_and_named_without_a_language() {
        for (bound, label, name) in [
            ("500", "500", "500"),
            ("1250000", "1\u{202f}250\u{202f}000", "1250000"),
            ("-2500.5", "-2\u{202f}500.5", "minus-2500-5"),
        ] {
            assert_eq!(shown(ColumnKind::Number, bound), label);
            assert_eq!(id(bound), name);
        }
        assert_eq!(id("2026-07"), "2026-07");
    }
}
