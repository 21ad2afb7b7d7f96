//! The document tree from the top down: what each division contains.

use crate::document::Plan;
use crate::ids::{ById, ClauseId, DivisionId};

/// The divisions and clauses that each division contains, in the document's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    outermost: Vec<DivisionId>,
    contents: ById<DivisionId, (Vec<DivisionId>, Vec<ClauseId>)>,
}

impl Outline {
    /// Sorts divisions and clauses by the division that contains them, in one pass.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut outermost = Vec::new();
        let empty = vec![(Vec::new(), Vec::new()); plan.divisions.len()];
        let mut contents = ById::from(empty);
        for (id, division) in plan.divisions.enumerated() {
            match division.parent {
                Some(parent) => contents[parent].0.push(id),
                None => outermost.push(id),
            }
        }
        for (id, clause) in plan.clauses.enumerated() {
            contents[clause.division].1.push(id);
        }
        Self {
            outermost,
            contents,
        }
    }

    /// Returns the divisions directly inside a division, or the outermost ones.
    #[must_use]
    pub fn divisions(&self, parent: Option<DivisionId>) -> &[DivisionId] {
        parent.map_or(&self.outermost, |parent| &self.contents[parent].0)
    }

    /// Returns the clauses directly inside a division.
    #[must_use]
    pub fn clauses(&self, division: DivisionId) -> &[ClauseId] {
        &self.contents[division].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contains_every_division_and_clause_once() {
        fn walk(plan: &Plan, outline: &Outline, parent: Option<DivisionId>) -> (usize, usize) {
            let mut counts = (0, 0);
            for &id in outline.divisions(parent) {
                assert_eq!(plan.divisions[id].parent, parent);
                for &clause in outline.clauses(id) {
                    assert_eq!(plan.clauses[clause].division, id);
                }
                let inside = walk(plan, outline, Some(id));
                counts.0 += 1 + inside.0;
                counts.1 += outline.clauses(id).len() + inside.1;
            }
            counts
        }
        let plan = crate::test_plan::plan();
        let counts = walk(&plan, &Outline::new(&plan), None);
        assert_eq!(counts, (plan.divisions.len(), plan.clauses.len()));
    }
}
