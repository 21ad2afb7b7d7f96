//! Diagnostics: what is wrong with the content, as data, with file, line and column.
//!
//! The wording of each message is in the module that finds the problem: what was expected, what was
//! found, and a hint that says what to change.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use serde::Serialize;

use crate::source::Source;

/// One problem in the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// The file's path below the content folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The expected and the found content.
    pub message: String,
    /// How to correct the content.
    pub hint: String,
    /// How many characters from the column on the problem is about; 0 if it is about a position. Of
    /// several lines, only the first one counts.
    pub length: usize,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            message,
            hint,
            ..
        } = self;
        write!(
            f,
            "error: {message}\n  --> {file}:{line}:{column}\n  hint: {hint}"
        )
    }
}

/// A range of bytes in one file of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    pub(crate) file: String,
    pub(crate) bytes: Range<usize>,
}

impl Location {
    pub(crate) fn new(file: &str, bytes: Range<usize>) -> Self {
        Self {
            file: file.to_owned(),
            bytes,
        }
    }

    /// Returns the start of a file, for problems that no range of it shows.
    pub(crate) fn start_of(file: &str) -> Self {
        Self::new(file, 0..0)
    }
}

/// A text of the content and its location.
pub(crate) type Located = (String, Location);

/// Collects diagnostics and turns locations into lines and columns.
#[derive(Debug)]
pub(crate) struct Reporter<'a> {
    source: &'a Source,
    /// For each file with a problem, the byte at which each line starts. Counting the lines again
    /// for each problem would be quadratic.
    line_starts: BTreeMap<String, Vec<usize>>,
    diagnostics: Vec<Diagnostic>,
    ignored: BTreeSet<String>,
    /// Whether the original has problems, so that most other files seem to differ from it.
    is_original_wrong: bool,
    /// The number of problems that are not reported, because they only follow from others.
    ignored_count: usize,
}

impl<'a> Reporter<'a> {
    pub(crate) fn new(source: &'a Source) -> Self {
        Self {
            source,
            line_starts: BTreeMap::new(),
            diagnostics: Vec::new(),
            ignored: BTreeSet::new(),
            is_original_wrong: false,
            ignored_count: 0,
        }
    }

    pub(crate) fn report(
        &mut self,
        location: &Location,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if self.ignored.contains(&location.file) {
            self.ignored_count += 1;
            return;
        }
        let (line, column, length) = self.measure(location);
        self.diagnostics.push(Diagnostic {
            file: location.file.clone(),
            line,
            column,
            message: message.into(),
            hint: hint.into(),
            length,
        });
    }

    /// Reports a problem that a comparison with the original found, unless the original is wrong.
    pub(crate) fn report_against_original(
        &mut self,
        location: &Location,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if self.is_original_wrong {
            self.ignored_count += 1;
        } else {
            self.report(location, message, hint);
        }
    }

    /// Ignores problems that a comparison with the original finds, because they only follow from
    /// those of the original.
    pub(crate) fn distrust_original(&mut self) {
        self.is_original_wrong = true;
    }

    /// Ignores further problems in a file, because they only follow from a reported one.
    pub(crate) fn ignore_rest_of(&mut self, file: &str) {
        self.ignored.insert(file.to_owned());
    }

    /// Returns the number of problems so far. A check that relies on data is left out if reading them
    /// raised this number: its problems would only follow from those.
    pub(crate) fn count(&self) -> usize {
        self.diagnostics.len() + self.ignored_count
    }

    /// Reports whether a file has problems so far.
    pub(crate) fn has_problems_in(&self, file: &str) -> bool {
        self.diagnostics.iter().any(|problem| problem.file == file)
    }

    /// Returns all diagnostics, file by file, from top to bottom, each once.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort();
        self.diagnostics.dedup();
        self.diagnostics
    }

    /// Returns the line and the column of a location, both from 1, and its length on this line.
    fn measure(&mut self, Location { file, bytes }: &Location) -> (usize, usize, usize) {
        let text = self.source.text(file).unwrap_or("");
        if !self.line_starts.contains_key(file) {
            let after_newlines = text.match_indices('\n').map(|(at, _)| at + 1);
            let starts = std::iter::once(0).chain(after_newlines).collect();
            self.line_starts.insert(file.clone(), starts);
        }
        let starts = &self.line_starts[file];
        let line = starts.partition_point(|start| *start <= bytes.start);
        let start = starts[line - 1];
        let before = text.get(start..bytes.start).unwrap_or("");
        let marked = text.get(bytes.clone()).unwrap_or("");
        let marked = marked.lines().next().unwrap_or("");
        (line, before.chars().count() + 1, marked.chars().count())
    }
}
