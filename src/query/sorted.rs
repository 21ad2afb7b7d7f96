//! The order of the listed clauses by the values of a column.

use plan::ClauseId;

use crate::index::Index;
use crate::view::{View, sorting_column};

impl Index {
    /// Returns the clauses of a result in the order of a view. Clauses of the same value stay in the document's order, and
    /// so do those without one, which come last. Pins that are listed alone stay in the order of the pins.
    #[must_use]
    pub fn sorted(&self, view: &View, clauses: &[ClauseId]) -> Vec<ClauseId> {
        let column = view
            .order()
            .and_then(|sort| sorting_column(sort, &self.plan));
        let Some((column, is_descending)) = column else {
            return clauses.to_vec();
        };
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for &id in clauses {
            match column.value(id) {
                Some(value) => with.push((id, value)),
                None => without.push(id),
            }
        }
        with.sort_unstable_by(|(id, one), (other_id, other)| {
            let order = column.kind.compare(one, other);
            let order = if is_descending {
                order.reverse()
            } else {
                order
            };
            order.then(id.cmp(other_id))
        });
        let with = with.into_iter().map(|(id, _)| id);
        with.chain(without).collect()
    }
}
