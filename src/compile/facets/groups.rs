//! Groups of values: `[[group]]` lists them in the order in which they are shown.

use std::cell::Cell;

use plan::Localized;

use super::localized::localized;
use crate::diagnostics::{Location, Reporter};
use crate::near;
use crate::plan_toml::{Manifest, id};
use crate::toml_table::Table;

/// The groups of a facet; empty if its values have no groups.
#[derive(Debug)]
pub(super) struct Groups {
    all: Vec<Group>,
    /// Whether a value's group was reported. Another group is then not reported as empty.
    has_wrong_value: Cell<bool>,
    /// Whether all of them could be read. An unknown group is reported only then.
    is_whole: bool,
}

#[derive(Debug)]
struct Group {
    id: String,
    label: Localized,
    location: Location,
    is_used: Cell<bool>,
}

impl Groups {
    /// Reads the groups of a facet; reports an id that two of them have.
    pub(super) fn read(root: &Table<'_>, manifest: &Manifest, reporter: &mut Reporter<'_>) -> Self {
        let before = reporter.count();
        let mut groups: Vec<Group> = Vec::new();
        for table in root.optional_tables("group", reporter) {
            table.accept(&["id", "label"], reporter);
            let id = table.text("id", reporter);
            let label = table
                .table("label", reporter)
                .map(|table| localized(&table, manifest, reporter));
            let Some((id, location)) = id else {
                continue;
            };
            id::check(&id, &location, reporter);
            if groups.iter().any(|group| group.id == id) {
                let message = format!("expected each group once, found “{id}” again");
                reporter.report(&location, message, "rename or remove one of them");
                continue;
            }
            groups.push(Group {
                id,
                label: label.unwrap_or_default(),
                location: table.location.clone(),
                is_used: Cell::new(false),
            });
        }
        Self {
            has_wrong_value: Cell::new(false),
            is_whole: reporter.count() == before && !root.is_misspelt("group"),
            all: groups,
        }
    }

    /// Returns the position of a value's group, 0 if the facet has no groups. Reports an unknown group, and a value
    /// without a group beside groups.
    pub(super) fn of(&self, value: &Table<'_>, reporter: &mut Reporter<'_>) -> usize {
        let known = || {
            let ids = self.all.iter().map(|group| group.id.as_str());
            ids.collect::<Vec<_>>().join(", ")
        };
        let Some((id, location)) = value.optional_text("group", reporter) else {
            if !self.all.is_empty() && !value.has("group") {
                let message = format!("expected a group for each value ({}), found none", known());
                let hint = "add `group = \"…\"` with the id of one of them";
                reporter.report(&value.location, message, hint);
                self.has_wrong_value.set(true);
            }
            return 0;
        };
        let position = self.all.iter().position(|group| group.id == id);
        if let Some(position) = position {
            self.all[position].is_used.set(true);
        } else if self.is_whole {
            let message = format!("expected a group of this facet ({}), found “{id}”", known());
            let ids = self.all.iter().map(|group| group.id.as_str());
            let hint = near::hint(
                &id,
                ids,
                "correct its spelling, or add a [[group]] with this id",
            );
            reporter.report(&location, message, hint);
            self.has_wrong_value.set(true);
        }
        position.unwrap_or(0)
    }

    /// Reports whether the facet has no groups.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the label of a group.
    pub(super) fn label(&self, position: usize) -> Option<Localized> {
        self.all.get(position).map(|group| group.label.clone())
    }

    /// Reports groups without values.
    pub(super) fn check(&self, reporter: &mut Reporter<'_>) {
        if self.has_wrong_value.get() {
            return;
        }
        for group in self.all.iter().filter(|group| !group.is_used.get()) {
            let message = format!("expected a value in the group “{}”, found none", group.id);
            reporter.report(
                &group.location,
                message,
                "remove it, or write its id as `group` of a value",
            );
        }
    }
}
