//! A `plan.json`.

use plan::Plan;
use plan::format::{pack, unpack};

use crate::plan_use::use_if_valid;

/// Reads the bytes as a `plan.json`.
///
/// # Panics
/// If a plan is another one after it was written as JSON or packed, or a valid plan cannot be used.
pub fn plan_json(bytes: &[u8]) {
    let Ok(plan) = serde_json::from_slice::<Plan>(bytes) else {
        return;
    };
    let json = serde_json::to_string(&plan).expect("a plan is JSON");
    assert_eq!(
        serde_json::from_str::<Plan>(&json).ok().as_ref(),
        Some(&plan)
    );
    assert_eq!(unpack::<Plan>(&pack(&plan)).as_ref(), Ok(&plan));
    use_if_valid(plan);
}
