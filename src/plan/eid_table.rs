//! The clauses by eId, for many lookups in one plan.

use crate::document::Plan;
use crate::ids::{ClauseId, Id};
use crate::names::Names;

/// The clauses of a plan by their eIds.
#[derive(Debug)]
pub struct EIdTable<'a> {
    eids: Names<'a>,
    /// The clause of each slot of the names.
    clauses: Vec<ClauseId>,
}

impl<'a> EIdTable<'a> {
    /// Reads the eIds of a plan once. For a single clause, [`Plan::clause_by_eid`] costs less.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        let mut eids = Names::with_capacity(plan.clauses.len());
        let mut clauses = vec![ClauseId::new(0); eids.slots()];
        for (id, clause) in plan.clauses.enumerated() {
            let eid = clause.eid.as_str();
            if eids.insert(eid)
                && let Some(slot) = eids.find(eid)
            {
                clauses[slot] = id;
            }
        }
        Self { eids, clauses }
    }

    /// Returns the clause with this eId.
    #[must_use]
    pub fn clause(&self, eid: &str) -> Option<ClauseId> {
        self.eids.find(eid).map(|slot| self.clauses[slot])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_plan;

    #[test]
    fn finds_what_the_plan_finds() {
        let plan = test_plan::plan();
        let table = EIdTable::new(&plan);
        let eids = plan.clauses.iter().map(|clause| clause.eid.as_str());
        for eid in eids.chain(["", "art_9__para_9"]) {
            assert_eq!(table.clause(eid), plan.clause_by_eid(eid), "{eid}");
        }
        assert!(plan.clauses.len() > 1);
    }
}
