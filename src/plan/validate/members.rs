//! The check of the plans that a collection was merged from.

use super::{Flaw, ensure, flaw};
use crate::document::Plan;
use crate::ids::{ClauseId, Id};

impl Plan {
    /// Checks that every clause belongs to a member, and that the sources of the members lead to the web.
    pub(super) fn check_members(&self) -> Result<(), Flaw> {
        let mut least = ClauseId::new(0);
        for (nth, member) in self.members.iter().enumerate() {
            let at = format!("members[{nth}]");
            let is_right = if nth == 0 {
                member.first == least
            } else {
                member.first >= least && self.clauses.find(member.first).is_some()
            };
            ensure(is_right, || {
                let expected = "the index of a clause behind those of the member before";
                flaw(&format!("{at}.first"), expected, &member.first)
            })?;
            self.check_source(&format!("{at}.source"), &member.source)?;
            least = ClauseId::new(member.first.index() + 1);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Member;
    use crate::test_plan;

    fn with_members(firsts: &[usize], url: &'static str) -> Result<(), String> {
        let mut plan = test_plan::plan();
        let source = crate::Source {
            url: url.into(),
            ..plan.source.clone()
        };
        let member = |&first: &usize| Member {
            id: "a".into(),
            title: plan.title.clone(),
            languages: plan.languages.clone(),
            source: source.clone(),
            first: ClauseId::new(first),
        };
        plan.members = firsts.iter().map(member).collect();
        plan.validate().map_err(|flaw| flaw.to_string())
    }

    #[test]
    fn rejects_members_without_clauses_and_unsafe_links() {
        let url = "https://example.org";
        for right in [&[][..], &[0], &[0, 1], &[0, 62]] {
            assert_eq!(with_members(right, url), Ok(()), "{right:?}");
        }
        for wrong in [&[1][..], &[0, 0], &[0, 63], &[0, 2, 1]] {
            let flaw = with_members(wrong, url).expect_err("a flaw");
            assert!(flaw.contains(".first, found"), "{flaw}");
        }
        let flaw = with_members(&[0], "javascript:alert(1)").expect_err("a flaw");
        assert!(flaw.contains("at members[0].source.url, found"), "{flaw}");
    }

    #[test]
    fn a_clause_belongs_to_the_last_member_that_begins_before_it() {
        let mut plan = test_plan::plan();
        let member = |id: &'static str, first| Member {
            id: id.into(),
            title: plan.title.clone(),
            languages: Vec::new(),
            source: plan.source.clone(),
            first: ClauseId::new(first),
        };
        let members = vec![member("a", 0), member("b", 10)];
        assert_eq!(plan.origin(ClauseId::new(9)).id, &plan.id);
        plan.members = members;
        let ids = [0, 9, 10, 62].map(|id| &**plan.origin(ClauseId::new(id)).id);
        assert_eq!(ids, ["a", "a", "b", "b"]);
        assert!(plan.origin(ClauseId::new(0)).language("zh").is_none());
    }

    /// A level for the plans is above those of each plan.
    #[test]
    fn a_collection_may_have_one_level_more() {
        let mut plan = test_plan::plan();
        let level = |nth: usize| crate::Level {
            stem: "a".into(),
            key: format!("level-{nth}").into(),
            name: crate::Localized::default(),
        };
        plan.own_levels = Some((0..6).map(level).collect());
        assert!(plan.validate().is_err());
        plan.members = vec![Member {
            id: "a".into(),
            title: plan.title.clone(),
            languages: plan.languages.clone(),
            source: plan.source.clone(),
            first: ClauseId::new(0),
        }];
        assert_eq!(plan.validate(), Ok(()));
    }
}
