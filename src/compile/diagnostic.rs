//! What is wrong with content, as data, and where.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use super::Source;

/// One thing that is wrong with the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// The file's path below the content folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What was expected, and what was found.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            message,
            hint,
        } = self;
        write!(
            f,
            "error: {message}\n  --> {file}:{line}:{column}\n  hint: {hint}"
        )
    }
}

/// A range of bytes in one file of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) bytes: Range<usize>,
}

impl Place {
    pub(super) fn new(file: &str, bytes: Range<usize>) -> Self {
        Self {
            file: file.to_owned(),
            bytes,
        }
    }
}

/// Collects diagnostics and turns places into lines and columns.
#[derive(Debug)]
pub(super) struct Reporter<'a> {
    source: &'a Source,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reporter<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self {
            source,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn report(
        &mut self,
        place: &Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let text = self.source.text(&place.file).unwrap_or("");
        let before = text.get(..place.bytes.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        self.diagnostics.push(Diagnostic {
            file: place.file.clone(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
            hint: hint.into(),
        });
    }

    /// All diagnostics, file by file, from top to bottom, each once.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort();
        self.diagnostics.dedup();
        self.diagnostics
    }
}
