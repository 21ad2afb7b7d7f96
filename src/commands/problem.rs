//! A failed build as the served page shows it.

use std::path::Path;

use compile::Diagnostic;
use serde::Serialize;

use crate::failure::Failure;

/// A problem as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// File, line and column.
    place: Option<String>,
    message: String,
    hint: Option<String>,
}

impl Problem {
    /// Returns the problems behind a failed build.
    #[must_use]
    pub fn of(failure: &Failure) -> Vec<Self> {
        let Failure::Content {
            folder,
            diagnostics,
        } = failure
        else {
            return vec![Self {
                place: None,
                message: failure.to_string(),
                hint: None,
            }];
        };
        let problem = |it: &Diagnostic| {
            let file = Path::new(folder).join(&it.file);
            Self {
                place: Some(format!("{}:{}:{}", file.display(), it.line, it.column)),
                message: it.message.clone(),
                hint: Some(it.hint.clone()),
            }
        };
        diagnostics.iter().map(problem).collect()
    }
}
