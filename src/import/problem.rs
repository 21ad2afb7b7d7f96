//! The reasons why a file cannot be imported.

use std::fmt;

/// Why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The expected file or content.
    pub expected: String,
    /// The found one.
    pub found: String,
    /// The way to a file that can be imported.
    pub hint: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            expected,
            found,
            hint,
        } = self;
        write!(f, "expected {expected}, found {found}; {hint}")
    }
}
