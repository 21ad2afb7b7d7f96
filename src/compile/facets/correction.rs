//! What an editor adds to the rules of a facet, or takes away, clause by clause, with a reason.

use super::super::Placed;
use super::super::diagnostic::{Place, Reporter};
use super::super::manifest::Manifest;
use super::super::structure::Document;
use super::super::toml_table::Table;
use super::{Carried, localized};
use plan::{ById, ClauseId, Evidence, Facet, FacetValue, Id, Localized, ReasonId, ValueId};

/// One value that a clause carries, or does not carry, whatever the rules say.
#[derive(Debug)]
pub(super) struct Correction {
    /// The clause.
    pub(super) clause: ClauseId,
    /// The value.
    pub(super) value: ValueId,
    /// For a value that is added, the reason. Readers do not see tags that
    /// were taken away, so that their reason stays in the file.
    added: Option<ReasonId>,
    place: Place,
}

impl Correction {
    /// None if it could not be applied, which has been reported.
    pub(super) fn read(
        table: &Table<'_>,
        values: &ById<ValueId, FacetValue>,
        document: &Document,
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
                reporter.report(&table.place, message, "name one value of this facet by it");
                return None;
            }
        };
        let value = value(values, &named, reporter);
        let (eid, place) = clause?;
        let known = document
            .clauses
            .iter()
            .position(|clause| clause.eid.as_str() == eid)
            .map(ClauseId::new);
        if known.is_none() {
            let message = format!("expected the eId of a clause, found “{eid}”");
            reporter.report(
                &place,
                message,
                "eIds look like art_1__para_3 or art_2__sec_7__para_4",
            );
        }
        let added = is_added.then(|| reason_id(reasons, reason.unwrap_or_default()));
        Some(Self {
            clause: known?,
            value: value?,
            added,
            place: table.place.clone(),
        })
    }

    /// Adds or removes the value; reports a correction that changes nothing.
    pub(super) fn apply(&self, carried: &mut Carried, facet: &Facet, reporter: &mut Reporter<'_>) {
        let has = carried.contains_key(&self.value);
        let id = &facet.values[self.value].id;
        let idle = match self.added {
            Some(_) if has => Some(("adds", "has it already")),
            None if !has => Some(("removes", "does not have it")),
            _ => None,
        };
        if let Some((does, because)) = idle {
            let message = format!(
                "expected a correction that changes something, found one that {does} “{id}” where the clause {because}"
            );
            reporter.report(&self.place, message, "remove it");
        }
        match self.added {
            Some(reason) => {
                carried
                    .entry(self.value)
                    .or_insert(Evidence::Reason(reason));
            }
            None => {
                carried.remove(&self.value);
            }
        }
    }
}

/// The id of a reason, which is added to the facet's reasons if it is new.
pub(super) fn reason_id(reasons: &mut ById<ReasonId, Localized>, reason: Localized) -> ReasonId {
    let known = reasons.id_of(|known| *known == reason);
    known.unwrap_or_else(|| reasons.push(reason))
}

/// The value with this key; None, and reported, if the facet does not have it.
pub(super) fn value(
    values: &ById<ValueId, FacetValue>,
    (id, place): &Placed,
    reporter: &mut Reporter<'_>,
) -> Option<ValueId> {
    let found = values.id_of(|value| value.id == *id);
    if found.is_none() {
        let known: Vec<&str> = values.iter().map(|value| value.id.as_ref()).collect();
        let message = format!(
            "expected a value of this facet ({}), found “{id}”",
            known.join(", ")
        );
        reporter.report(place, message, "mend its spelling");
    }
    found
}
