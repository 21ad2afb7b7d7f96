//! Corrections: values that an editor adds to single clauses or removes from them, with a reason.

use std::collections::{BTreeMap, HashMap};

use plan::{ById, ClauseId, Evidence, Facet, FacetValue, Localized, ReasonId, ValueId};

use super::localized::localized;
use crate::clause_eid;
use crate::diagnostics::{Located, Location, Reporter};
use crate::near;
use crate::plan_toml::Manifest;
use crate::toml_table::Table;

/// A clause's values of one facet, with their evidence.
pub(super) type ValuesOfClause = BTreeMap<ValueId, Evidence>;

/// The values of a facet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    pub(super) values: &'a ById<ValueId, FacetValue>,
    /// Whether all of them could be read. An unknown value is reported only then.
    pub(super) are_all: bool,
}

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
        known: Known<'_>,
        clauses: &HashMap<&str, ClauseId>,
        manifest: &Manifest,
        reasons: &mut ById<ReasonId, Localized>,
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
        let value = value(known, &named, reporter);
        let clause = clause_eid::clause(clauses, &clause?, &manifest.levels, reporter);
        let added = is_added.then(|| reason_id(reasons, reason.unwrap_or_default()));
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

/// Returns the id of a reason. A new reason is added to the facet's reasons.
pub(super) fn reason_id(reasons: &mut ById<ReasonId, Localized>, reason: Localized) -> ReasonId {
    let known = reasons.id_of(|known| *known == reason);
    known.unwrap_or_else(|| reasons.push(reason))
}

/// Returns the value with this id; reports an id that the facet does not have.
pub(super) fn value(
    Known { values, are_all }: Known<'_>,
    (id, location): &Located,
    reporter: &mut Reporter<'_>,
) -> Option<ValueId> {
    let found = values.id_of(|value| value.id == *id);
    if found.is_none() && are_all {
        let known: Vec<&str> = values.iter().map(|value| value.id.as_ref()).collect();
        let message = format!(
            "expected a value of this facet ({}), found “{id}”",
            known.join(", ")
        );
        let hint = near::hint(id, known.iter().copied(), "correct its spelling");
        reporter.report(location, message, hint);
    }
    found
}
