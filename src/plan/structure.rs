//! The structure of a plan's texts, by clause and language.

use crate::document::Plan;
use crate::ids::ClauseId;
use crate::markup::{Markup, Note, Part, PartKind};

/// The words and the number of an item in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemText<'a> {
    /// The words, without the number.
    pub text: &'a str,
    /// The numbers of the items around it and its own, as printed, such as `(a)(i)`.
    pub number: String,
}

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

    /// Returns an item of a clause in a language, if the text has it.
    #[must_use]
    pub fn item(&self, clause: ClauseId, eid: &str, tag: &str) -> Option<ItemText<'_>> {
        let text = self.clauses[clause].text.nearest(tag).text;
        let parts = &self.markup_of(clause, tag)?.parts;
        let item = parts.iter().find(|part| part.item() == Some(eid))?;
        let mut number = String::new();
        let mut start = item.start;
        // The number of an item is at its start.
        let around = |it: &&Part| it.start <= item.start && item.end <= it.end;
        for outer in parts.iter().filter(|it| it.item().is_some()).filter(around) {
            let is_own = |it: &&Part| it.kind == PartKind::Number && it.start == outer.start;
            if let Some(own) = parts.iter().find(is_own) {
                start = own.end;
                number.push_str(text.get(own.start..own.end)?.trim_end_matches(['.', '、']));
            }
        }
        let text = text.get(start.max(item.start)..item.end)?.trim();
        Some(ItemText { text, number })
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
