//! The levels of a plan's divisions: what contains a clause, and on which level.

use crate::document::{Clause, Division, Plan};
use crate::ids::{ClauseId, DivisionId, Id, LevelId};
use crate::level::{LEVELS, Level};

impl Plan {
    /// Returns the levels of divisions, outermost first.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        self.own_levels.as_deref().unwrap_or(&LEVELS)
    }

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

    /// Returns the level of a division.
    #[must_use]
    pub fn level(&self, division: DivisionId) -> LevelId {
        let Division { level, parent, .. } = &self.divisions[division];
        let below = |parent| LevelId::new(self.level(parent).index() + 1);
        level.unwrap_or_else(|| parent.map_or(LevelId::new(0), below))
    }

    /// Returns the division of a clause on a level, unless the clause has none there.
    #[must_use]
    pub fn division_on(&self, level: LevelId, clause: &Clause) -> Option<&Division> {
        let mut path = self.path_of_division(clause.division);
        let found = path.find(|&division| self.level(division) == level);
        found.map(|division| &self.divisions[division])
    }

    /// Counts the divisions that contain a division: 0 on the outermost level.
    #[must_use]
    pub fn depth(&self, division: DivisionId) -> usize {
        self.path_of_division(division).count() - 1
    }
}
