//! The plan that `src/build.rs` compiled from `content/`, and the words of the widget, packed.

use std::sync::OnceLock;

use crate::interface::Interface;
use crate::pack::{Pack, Reader};
use crate::plan::{List, Plan};

/// The plan.
#[must_use]
pub fn plan() -> Plan {
    Plan::unpack(&mut Reader::baked(
        include_bytes!(concat!(env!("OUT_DIR"), "/plan.numbers")),
        include_str!(concat!(env!("OUT_DIR"), "/plan.txt")),
    ))
}

/// The words of the widget in each language.
#[must_use]
pub fn interfaces() -> &'static [Interface] {
    static INTERFACES: OnceLock<List<Interface>> = OnceLock::new();
    INTERFACES.get_or_init(|| {
        Pack::unpack(&mut Reader::baked(
            include_bytes!(concat!(env!("OUT_DIR"), "/interfaces.numbers")),
            include_str!(concat!(env!("OUT_DIR"), "/interfaces.txt")),
        ))
    })
}
