//! The structure of a plan's texts, by clause and language.

use crate::document::Plan;
use crate::ids::ClauseId;
use crate::markup::{Markup, Note, Part};

impl Plan {
    /// Returns the structure of a clause's text in a language, if it has one.
    #[must_use]
    pub fn markup_of(&self, clause: ClauseId, tag: &str) -> Option<&Markup> {
        let all = self.markup.as_deref()?;
        let first = all.partition_point(|one| one.clause < clause);
        let own = all[first..].iter().take_while(|one| one.clause == clause);
        own.into_iter().find(|one| one.language == tag)
    }

    /// Returns the notes to a clause's text in a language.
    #[must_use]
    pub fn notes(&self, clause: ClauseId, tag: &str) -> &[Note] {
        let markup = self.markup_of(clause, tag);
        markup.map_or(&[], |markup| &markup.notes)
    }

    /// Returns the clause with this eId, or with an item of this eId.
    #[must_use]
    pub fn clause_around(&self, eid: &str) -> Option<ClauseId> {
        self.clause_by_eid(eid).or_else(|| {
            let is_own = |part: &Part| part.item() == Some(eid);
            let mut all = self.markup.iter().flatten();
            let found = all.find(|markup| markup.parts.iter().any(is_own));
            found.map(|markup| markup.clause)
        })
    }
}
