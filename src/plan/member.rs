//! The plans of a collection: `www/element/more/merge.js` merges several plans into one, and each clause belongs to one of them.

use crate::document::{Language, Member, Plan, Source};
use crate::format::{Pack, Packer, Reader, Shape};
use crate::ids::ClauseId;
use crate::localized::{Localized, Text};

/// The facts about the plan that a clause belongs to: those of a member of a collection, or of the whole plan.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The short name of the plan.
    pub id: &'a Text,
    /// The plan's name.
    pub title: &'a Localized,
    languages: &'a [Language],
    /// The copy from which the text was taken.
    pub source: &'a Source,
}

impl<'a> Origin<'a> {
    /// Returns the language with this tag, with its status in this plan.
    #[must_use]
    pub fn language(&self, tag: &str) -> Option<&'a Language> {
        self.languages.iter().find(|language| language.tag == tag)
    }
}

impl Plan {
    /// Returns the member of a collection that a clause belongs to; `None` if the plan is no collection.
    #[must_use]
    pub fn member(&self, clause: ClauseId) -> Option<&Member> {
        let after = self
            .members
            .partition_point(|member| member.first <= clause);
        self.members.get(after.checked_sub(1)?)
    }

    /// Returns the facts about the plan that a clause belongs to.
    #[must_use]
    pub fn origin(&self, clause: ClauseId) -> Origin<'_> {
        let Some(member) = self.member(clause) else {
            return Origin {
                id: &self.id,
                title: &self.title,
                languages: &self.languages,
                source: &self.source,
            };
        };
        Origin {
            id: &member.id,
            title: &member.title,
            languages: &member.languages,
            source: &member.source,
        }
    }
}

/// A plan as `www/element/more/pack.js` packs it: with the members, if it is a collection. The plan of a content folder is
/// packed without them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithMembers(pub Plan);

impl Pack for WithMembers {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.0.members.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let mut plan = Plan::unpack(from);
        plan.members = Pack::unpack(from);
        Self(plan)
    }

    fn shape() -> Shape {
        Shape::Fields(vec![
            ("plan", Plan::shape()),
            ("members", Vec::<Member>::shape()),
        ])
    }
}
