//! Corrections: values that an editor adds to single clauses or removes from them, with a reason.

use std::collections::BTreeMap;

use plan::{ClauseId, Evidence, Facet, ReasonId, ValueId};

use super::known::Known;
use super::localized::localized;
use super::reasons::Reasons;
use crate::clause_eid::Clauses;
use crate::diagnostics::{Location, Reporter};
use crate::plan_toml::Manifest;
use crate::toml_table::Table;

/// A clause's values of one facet, with their evidence.
pub(super) type ValuesOfClause = BTreeMap<ValueId, Evidence>;

/// One value that an editor adds to a clause or removes from it.
#[derive(Debug)]
pub(super) struct Correction {
    /// The clause.
    pub(super) clause: ClauseId,
    /// The value.
    pub(super) value: ValueId,
    /// The reason for an added value. A removed tag is not shown, so its reason stays in the file.
    added: Option<ReasonId>,
    location: Location,
}

impl Correction {
    /// Reports a correction that cannot be applied, and returns `None`. `clauses` has all clauses
    /// by their eId.
    pub(super) fn read(
        table: &Table<'_>,
        known: &Known<'_>,
        clauses: &Clauses<'_>,
        manifest: &Manifest,
        reasons: &mut Reasons,
        reporter: &mut Reporter<'_>,
    ) -> Option<Self> {
        table.accept(&["clause", "add", "remove", "reason"], reporter);
        let clause = table.text("clause", reporter);
        let reason = table
            .table("reason", reporter)
            .map(|table| localized(&table, manifest, reporter));
        let add = table.optional_text("add", reporter);
        let remove = table.optional_text("remove", reporter);
        let (named, is_added) = match (add, remove) {
            (Some(value), None) => (value, true),
            (None, Some(value)) => (value, false),
            (add, remove) => {
                let found = if add.and(remove).is_some() {
                    "both"
                } else {
                    "none"
                };
                let message =
                    format!("expected either “add” or “remove” in a correction, found {found}");
                let hint = "write `add` or `remove`, with one value of this facet";
                reporter.report(&table.location, message, hint);
                return None;
            }
        };
        let value = known.by_id(&named, reporter);
        let clause = clauses.named(&clause?, reporter);
        let added = is_added.then(|| reasons.id_of(reason.unwrap_or_default()));
        Some(Self {
            clause: clause?,
            value: value?,
            added,
            location: table.location.clone(),
        })
    }

    /// Adds or removes the value; reports a correction that changes nothing.
    pub(super) fn apply(
        &self,
        values: &mut ValuesOfClause,
        facet: &Facet,
        reporter: &mut Reporter<'_>,
    ) {
        let has = values.contains_key(&self.value);
        let id = &facet.values[self.value].id;
        let useless = match self.added {
            Some(_) if has => Some(("adds", "has it already")),
            None if !has => Some(("removes", "does not have it")),
            _ => None,
        };
        if let Some((does, because)) = useless {
            let message = format!(
                "expected a correction that changes something, found one that {does} “{id}” where the clause {because}"
            );
            reporter.report_against_original(&self.location, message, "remove it");
        }
        match self.added {
            Some(reason) => {
                values.entry(self.value).or_insert(Evidence::Reason(reason));
            }
            None => {
                values.remove(&self.value);
            }
        }
    }
}
