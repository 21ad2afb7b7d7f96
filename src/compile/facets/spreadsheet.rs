//! `facets/NAME.csv`: tags of single clauses, written in a spreadsheet.
//!
//! The values are those of `facets/NAME.toml`, by id or by label. Without that file, each text in the
//! column `value` is a value, in the order in which they first occur. A spreadsheet has one language, that
//! of the original.

use std::collections::{BTreeSet, HashMap};

use plan::{ById, ClauseId, Evidence, Facet, FacetValue, Localized, ReasonId, ValueId};

use super::correction::ValuesOfClause;
use super::known::{Known, value_id};
use super::localized::{from_id, in_original};
use super::reasons::Reasons;
use crate::diagnostics::Reporter;
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
    known: &Known<'_>,
    reasons: &mut Reasons,
    manifest: &Manifest,
    reporter: &mut Reporter<'_>,
) -> Vec<SheetTag> {
    let mut seen = BTreeSet::new();
    let mut tags = Vec::new();
    for row in rows {
        let Some(value) = known.by_name(&row.value, reporter) else {
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
            reason: reasons.id_of(in_original(reason, manifest)),
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
    let mut spellings: HashMap<String, &str> = HashMap::new();
    for (text, location) in rows.iter().map(|row| &row.value) {
        let id = value_id(text);
        match spellings.get(&id) {
            None => {
                spellings.insert(id.clone(), text);
                values.push(FacetValue {
                    id: id.into(),
                    label: in_original(text, manifest),
                    heading: None,
                    description: Localized::default(),
                    phrases: Vec::new(),
                    formerly: None,
                });
            }
            Some(known) if known != text => {
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
