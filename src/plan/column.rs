//! Columns: the author's own data of single clauses, such as a deadline.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::ids::ClauseId;
use crate::localized::{Localized, Text};

/// A column of the author's own data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its key in data, such as `deadline`.
    pub id: Text,
    /// Its name for readers.
    pub label: Localized,
    /// The type of its values.
    #[serde(rename = "type")]
    pub kind: ColumnKind,
    /// The values in the order of their clauses, at most one for each.
    pub cells: Vec<Cell>,
}

impl Column {
    /// Returns the value of a clause, if it has one.
    #[must_use]
    pub fn value(&self, clause: ClauseId) -> Option<&str> {
        let found = self.cells.binary_search_by_key(&clause, |cell| cell.clause);
        found.ok().map(|position| &*self.cells[position].value)
    }
}

/// The type of the values of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnKind {
    /// Any text.
    Text,
    /// A number, with a point before its decimals.
    Number,
    /// A day, a month or a year; see [`crate::is_date`].
    Date,
    /// An address; see [`crate::is_address`].
    Link,
}

impl ColumnKind {
    /// Reports whether its values have an order that says more than that of their letters.
    #[must_use]
    pub fn is_ordered(self) -> bool {
        matches!(self, Self::Date | Self::Number)
    }

    /// Compares two values. A year is before its months, and a month before its days.
    #[must_use]
    pub fn compare(self, one: &str, other: &str) -> Ordering {
        match self {
            Self::Number => compare_numbers(one, other),
            _ => one.cmp(other),
        }
    }
}

/// Compares two numbers by their digits. To read them as floating-point numbers would cost the widget 10 KB.
fn compare_numbers(one: &str, other: &str) -> Ordering {
    match [one, other].map(|number| number.strip_prefix('-')) {
        [None, None] => size(one).cmp(&size(other)),
        [Some(one), Some(other)] => size(other).cmp(&size(one)),
        [below, _] if below.is_some() => Ordering::Less,
        _ => Ordering::Greater,
    }
}

/// Returns values of a positive number that are in the order of numbers: how many digits are before the point, and the
/// digits on both sides of it, without zeros that say nothing.
fn size(number: &str) -> (usize, &str, &str) {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let whole = whole.trim_start_matches('0');
    (whole.len(), whole, decimals.trim_end_matches('0'))
}

/// The value of a clause in a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The clause.
    pub clause: ClauseId,
    /// The value as the author wrote it.
    pub value: Text,
}

#[cfg(test)]
mod tests {
    use super::ColumnKind;

    #[test]
    fn numbers_and_dates_are_in_order() {
        let in_order = [
            (
                ColumnKind::Number,
                vec![
                    "-1250.5", "-90", "-3.25", "-3.2", "0", "0.05", "0.5", "007", "10.09", "10.1",
                    "90", "1250",
                ],
            ),
            (
                ColumnKind::Date,
                vec!["2025-12-31", "2026", "2026-05", "2026-05-01", "2026-11"],
            ),
        ];
        for (kind, values) in in_order {
            for (nth, one) in values.iter().enumerate() {
                for (other_nth, other) in values.iter().enumerate() {
                    assert_eq!(
                        kind.compare(one, other),
                        nth.cmp(&other_nth),
                        "{one} {other}"
                    );
                }
            }
        }
        assert!(ColumnKind::Number.compare("1.50", "01.5").is_eq());
    }
}
