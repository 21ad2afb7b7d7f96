//! Columns: the author's own data of single clauses, such as a deadline.

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

/// The value of a clause in a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The clause.
    pub clause: ClauseId,
    /// The value as the author wrote it.
    pub value: Text,
}
