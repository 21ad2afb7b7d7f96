//! The error of a site that could not be made.

use std::fmt;

/// The step that failed, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteError {
    /// The step as an infinitive, such as “minify embed.js”.
    step: String,
    found: String,
}

impl SiteError {
    pub(super) fn new(step: &str, found: impl fmt::Display) -> Self {
        Self {
            step: step.to_owned(),
            found: found.to_string(),
        }
    }
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected to {}, but: {}", self.step, self.found)
    }
}

impl std::error::Error for SiteError {}
