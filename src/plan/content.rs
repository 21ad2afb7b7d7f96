//! The compiled content: a plan and the words of the widget.

use crate::document::Plan;
use crate::format::pack_fields;
use crate::interface::Interface;

/// The result of compiling a content folder, and the content of the engine's section `plan`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The plan.
    pub plan: Plan,
    /// The widget's own words, one set for each language, sorted by tag.
    pub interfaces: Vec<Interface>,
}

pack_fields! { Content { plan, interfaces } }
