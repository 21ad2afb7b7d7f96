//! The levels of a plan's divisions. Only this module knows their number and names.

use crate::document::{Clause, Division, Plan};
use crate::ids::{ClauseId, DivisionId};

/// One level of divisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The stem of its eIds by the Akoma Ntoso naming convention, such as `art`.
    pub stem: &'static str,
    /// Its name in data and in messages, such as `article`.
    pub name: &'static str,
}

/// The levels, outermost first.
pub const LEVELS: [Level; 2] = [
    Level {
        stem: "art",
        name: "article",
    },
    Level {
        stem: "sec",
        name: "section",
    },
];

/// The stem of a clause's eId.
pub const CLAUSE_STEM: &str = "para";

impl Plan {
    /// Returns the divisions that contain a clause, outermost first.
    pub fn path(&self, clause: ClauseId) -> impl Iterator<Item = DivisionId> + use<> {
        self.path_of_division(self.clauses[clause].division)
    }

    /// Returns a division and the divisions that contain it, outermost first.
    pub fn path_of_division(
        &self,
        division: DivisionId,
    ) -> impl Iterator<Item = DivisionId> + use<> {
        let parent = |&division: &DivisionId| self.divisions[division].parent;
        let mut path: Vec<_> = std::iter::successors(Some(division), parent).collect();
        path.reverse();
        path.into_iter()
    }

    /// Returns the division of a clause for each of [`LEVELS`], outermost first; `None` for a level
    /// on which the clause has no division.
    #[must_use]
    pub fn divisions_by_level(&self, clause: &Clause) -> [Option<&Division>; LEVELS.len()] {
        let mut by_level = [None; LEVELS.len()];
        let path = self.path_of_division(clause.division);
        for (slot, division) in by_level.iter_mut().zip(path) {
            *slot = Some(&self.divisions[division]);
        }
        by_level
    }

    /// Counts the divisions that contain a division: 0 on the outermost level.
    #[must_use]
    pub fn depth(&self, division: DivisionId) -> usize {
        self.path_of_division(division).count() - 1
    }
}
