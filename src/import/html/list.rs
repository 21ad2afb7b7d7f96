//! The numbers of lists.

use super::dom::{Dom, NodeId};
use plan::numerals::Numeral;

/// A list that is open.
pub(super) struct List {
    pub(super) numeral: Option<Numeral>,
    /// The number of the next item.
    pub(super) next: i64,
    pub(super) step: i64,
}

impl List {
    /// Returns a list before its first item.
    pub(super) fn new(dom: &Dom, id: NodeId) -> Self {
        let is_ordered = dom.name(id) == "ol";
        let numeral = match dom.attribute(id, "type") {
            Some("a") => Numeral::LowerLetter,
            Some("A") => Numeral::UpperLetter,
            Some("i") => Numeral::LowerRoman,
            Some("I") => Numeral::UpperRoman,
            _ => Numeral::Arabic,
        };
        let items = dom
            .children(id)
            .iter()
            .filter(|id| dom.name(**id) == "li")
            .count();
        let is_reversed = dom.attribute(id, "reversed").is_some();
        let first = if is_reversed {
            i64::try_from(items).unwrap_or(1)
        } else {
            1
        };
        let start = dom
            .attribute(id, "start")
            .and_then(|start| start.trim().parse().ok());
        Self {
            numeral: is_ordered.then_some(numeral),
            next: start.unwrap_or(first),
            step: if is_reversed { -1 } else { 1 },
        }
    }
}
