//! The project's own plan for unit tests.

use serde_json::Value;

use crate::document::Plan;

/// Returns the plan's JSON. The fixture links another build of this library, whose types are
/// others.
pub(crate) fn json() -> Value {
    serde_json::to_value(fixture::plan()).expect("a plan is JSON")
}

/// Returns the plan.
pub(crate) fn plan() -> Plan {
    serde_json::from_value(json()).expect("the JSON is a plan")
}
