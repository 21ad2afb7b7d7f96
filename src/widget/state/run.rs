//! The results of a view, in its order.

use std::rc::Rc;

use query::{Results, View};

use crate::rare;
use crate::shared_plan::SharedPlan;

/// Returns the results of a view; in the order of the document, as long as the code that sorts them is not there.
pub(super) fn run(shared: &SharedPlan, view: &View) -> Rc<Results> {
    let mut results = shared.run(view);
    if view.sort.is_some()
        && let Some(clauses) = rare::sorted(shared, view, &results.clauses)
    {
        results.clauses = clauses;
    }
    Rc::new(results)
}
