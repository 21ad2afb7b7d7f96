//! A packed plan.

use plan::format::{pack, unpack};
use plan::{Content, Plan, WithMembers};

use crate::plan_use::use_if_valid;

/// Unpacks the bytes as a plan, as a collection, and as a plan with the words of the widget.
///
/// # Panics
/// If what was unpacked is another plan after it was packed and unpacked, or a valid plan cannot be
/// used.
pub fn packed(bytes: &[u8]) {
    if let Ok(plan) = unpack::<Plan>(bytes) {
        assert_eq!(unpack::<Plan>(&pack(&plan)).as_ref(), Ok(&plan));
        use_if_valid(plan);
    }
    if let Ok(WithMembers(plan)) = unpack(bytes) {
        let again = unpack(&pack(&WithMembers(plan.clone())));
        assert_eq!(again, Ok(WithMembers(plan.clone())));
        use_if_valid(plan);
    }
    if let Ok(content) = unpack::<Content>(bytes) {
        assert_eq!(unpack::<Content>(&pack(&content)), Ok(content));
    }
}
