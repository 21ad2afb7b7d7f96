//! The clauses directly in one division, of which some may have no number.

use std::collections::BTreeSet;

use plan::{ClauseId, EId};

use super::document::Document;

/// The stem of paragraphs without number before numbered ones, by the Akoma Ntoso naming convention.
const INTRODUCTION: &str = "intro";

/// The clauses of a division so far.
#[derive(Debug, Default)]
pub(super) struct Place {
    /// The clauses without a number.
    free: Vec<ClauseId>,
    has_numbers: bool,
}

impl Place {
    /// Reports whether a clause has a number.
    pub(super) fn has_numbers(&self) -> bool {
        self.has_numbers
    }

    /// Reports whether there is no clause yet.
    pub(super) fn is_empty(&self) -> bool {
        !self.has_numbers && self.free.is_empty()
    }

    pub(super) fn add_free(&mut self, clause: ClauseId) {
        self.free.push(clause);
    }

    /// Adds a clause with a number. Those without one before it are its introduction, so that
    /// positions are not confused with numbers.
    pub(super) fn add_numbered(&mut self, document: &mut Document, eids: &mut BTreeSet<String>) {
        if std::mem::replace(&mut self.has_numbers, true) {
            return;
        }
        for (nth, &id) in (1..).zip(&self.free) {
            let clause = &mut document.clauses[id];
            eids.remove(clause.eid.as_str());
            let own = format!("{INTRODUCTION}_{nth}");
            let eid = match clause.eid.as_str().rsplit_once("__") {
                Some((parent, _)) => format!("{parent}__{own}"),
                None => own,
            };
            eids.insert(eid.clone());
            clause.eid = EId(eid.into());
        }
    }

    /// Gives the clauses without number one by their position, if there are several. `¶` is
    /// understood in every language.
    pub(super) fn close(&mut self, document: &mut Document) {
        let Self { free, .. } = std::mem::take(self);
        for (nth, &id) in (1..).zip(&free) {
            let number = &mut document.clauses[id].number;
            if free.len() > 1 || number.is_empty() {
                let space = if number.is_empty() { "" } else { " " };
                number.extend([space, "¶", &nth.to_string()]);
            }
        }
    }
}
