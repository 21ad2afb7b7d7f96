//! `facets/NAME.csv`: tags of single clauses, written in a spreadsheet.
//!
//! The values are those of `facets/NAME.toml`, by id or by label. Without that file, each text in the
//! column `value` is a value, in the order in which they first occur. A spreadsheet has one language, that
//! of the original.

use std::collections::BTreeSet;

use plan::{ById, ClauseId, Evidence, Facet, FacetValue, Localized, ReasonId, ValueId};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::correction::{Known, ValuesOfClause, reason_id};
use super::localized::{from_id, in_original};
use crate::diagnostics::{Located, Reporter};
use crate::near;
use crate::plan_toml::Manifest;
use crate::sheet::Row;

/// A value that a row gives to a clause.
#[derive(Debug)]
pub(super) struct SheetTag {
    clause: ClauseId,
    value: ValueId,
    reason: ReasonId,
    has_reason: bool,
}

impl SheetTag {
    /// Adds the value. A written reason is better evidence than a phrase.
    pub(super) fn apply(&self, tags: &mut ById<ClauseId, ValuesOfClause>) {
        let evidence = Evidence::Reason(self.reason);
        let values = &mut tags[self.clause];
        if self.has_reason {
            values.insert(self.value, evidence);
        } else {
            values.entry(self.value).or_insert(evidence);
        }
    }
}

/// Returns the path of a facet's spreadsheet.
pub(super) fn path(facet: &str) -> String {
    format!("facets/{facet}.csv")
}

/// Returns the tags of the rows; reports unknown values, and rows that occur twice.
pub(super) fn tags(
    rows: &[Row],
    known: Known<'_>,
    reasons: &mut ById<ReasonId, Localized>,
    manifest: &Manifest,
    reporter: &mut Reporter<'_>,
) -> Vec<SheetTag> {
    let mut seen = BTreeSet::new();
    let mut tags = Vec::new();
    for row in rows {
        let Some(value) = value(known, &row.value, reporter) else {
            continue;
        };
        if !seen.insert((row.clause, value)) {
            let (text, location) = &row.value;
            let message = format!("expected each value once for a clause, found “{text}” again");
            reporter.report(location, message, "remove one of the rows");
            continue;
        }
        let reason = row.reason.as_ref().map_or("", |(text, _)| text);
        tags.push(SheetTag {
            clause: row.clause,
            value,
            reason: reason_id(reasons, in_original(reason, manifest)),
            has_reason: !reason.is_empty(),
        });
    }
    tags
}

/// Returns a facet that has no file but its spreadsheet. Reports values that differ only in signs
/// and in capital letters.
pub(super) fn facet(
    id: &str,
    rows: &[Row],
    manifest: &Manifest,
    reporter: &mut Reporter<'_>,
) -> Facet {
    let mut values: ById<ValueId, FacetValue> = ById::default();
    for (text, location) in rows.iter().map(|row| &row.value) {
        let id = value_id(text);
        match values.iter().find(|value| value.id == id) {
            None => {
                values.push(FacetValue {
                    id: id.into(),
                    label: in_original(text, manifest),
                    heading: None,
                    description: Localized::default(),
                    phrases: Vec::new(),
                    formerly: None,
                });
            }
            Some(known) if known.label.original().text != text => {
                let known = known.label.original().text;
                let message = format!("expected one spelling of “{known}”, found “{text}”");
                reporter.report(location, message, format!("write it as “{known}” too"));
            }
            Some(_) => {}
        }
    }
    Facet {
        id: id.to_owned().into(),
        label: from_id(id, manifest),
        scale: None,
        details: false,
        values,
        reasons: ById::default(),
        otherwise: None,
    }
}

/// Returns the value with this id, or with this label in one of the languages. Signs and capital
/// letters do not count.
fn value(
    Known { values, are_all }: Known<'_>,
    (text, location): &Located,
    reporter: &mut Reporter<'_>,
) -> Option<ValueId> {
    let wanted = value_id(text);
    let is_it = |name: &str| value_id(name) == wanted;
    let found =
        values.id_of(|value| value.id == wanted || value.label.iter().any(|it| is_it(it.text)));
    if found.is_none() && are_all {
        let labels = values.iter().flat_map(|value| value.label.iter());
        let ids = values.iter().map(|value| &*value.id);
        let known = ids.clone().chain(labels.map(|label| label.text));
        let hint = near::hint(
            text,
            known,
            "write the id or the label of a value, or add it to the facet's file",
        );
        let message = format!(
            "expected a value of this facet ({}), found “{text}”",
            ids.collect::<Vec<_>>().join(", ")
        );
        reporter.report(location, message, hint);
    }
    found
}

/// Returns the id of a value that only has a label: its letters and digits in lower case, without
/// accents. Other scripts are written as code points, so that an id depends on nothing but its label.
fn value_id(label: &str) -> String {
    let mut parts = vec![String::new()];
    for c in label.nfkd().filter(|c| !is_combining_mark(*c)) {
        if c.is_ascii_alphanumeric() {
            if let Some(part) = parts.last_mut() {
                part.push(c.to_ascii_lowercase());
            }
        } else if c.is_alphanumeric() {
            parts.extend([format!("{:x}", u32::from(c)), String::new()]);
        } else {
            parts.push(String::new());
        }
    }
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() {
        parts.push("other".to_owned());
    }
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::value_id;

    #[test]
    fn ids_of_values_are_made_of_their_labels() {
        for (label, id) in [
            ("In progress", "in-progress"),
            ("  Não iniciado!", "nao-iniciado"),
            ("5% done", "5-done"),
            ("完成", "5b8c-6210"),
            ("—", "other"),
        ] {
            assert_eq!(value_id(label), id);
        }
    }
}
