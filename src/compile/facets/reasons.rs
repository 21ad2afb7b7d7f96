//! The reasons that editors give for the values of clauses. Equal ones are kept once.

use std::collections::HashMap;

use plan::{ById, Localized, ReasonId};

/// The reasons of a facet.
#[derive(Debug, Default)]
pub(crate) struct Reasons {
    all: ById<ReasonId, Localized>,
    by_text: HashMap<String, ReasonId>,
}

impl Reasons {
    /// Returns the id of a reason. A new reason is added.
    pub(crate) fn id_of(&mut self, reason: Localized) -> ReasonId {
        let texts = reason.iter().flat_map(|it| [it.tag, "\n", it.text, "\n"]);
        let key: String = texts.collect();
        let all = &mut self.all;
        let id = self.by_text.entry(key);
        *id.or_insert_with(|| all.push(reason))
    }

    /// Returns all reasons in the order in which they were added.
    pub(crate) fn into_all(self) -> ById<ReasonId, Localized> {
        self.all
    }
}
