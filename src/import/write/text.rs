//! The text as Markdown, with one piece on each line, and the notes about these lines.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::escape::{cell, heading};
use super::marks::Marks;
use super::markup::{inline, paragraph};
use crate::block::{self, Attached};
use crate::fit::{Entry, Part};
use crate::folder::Note;
use crate::rich::Rich;

/// The text so far.
pub(super) struct Text<'a> {
    file: &'a str,
    pub(super) markdown: String,
    /// The number of lines so far.
    lines: usize,
    /// The doubts about its lines.
    pub(super) notes: Vec<Note>,
    footnotes: &'a [block::Note],
    marks: Marks,
    /// The footnotes that were written.
    written: BTreeSet<usize>,
}

impl<'a> Text<'a> {
    pub(super) fn new(file: &'a str, footnotes: &'a [block::Note]) -> Self {
        Self {
            file,
            markdown: String::new(),
            lines: 0,
            notes: Vec::new(),
            footnotes,
            marks: Marks::new(footnotes),
            written: BTreeSet::new(),
        }
    }

    pub(super) fn part(&mut self, part: &Part) {
        if let Some(entry) = &part.heading {
            self.note(entry);
            let marks = "#".repeat(part.level + 2);
            let written = match &part.name {
                Some(name) => format!("{} {{#{name}}}", heading(&entry.text)),
                None => heading(&without_name(&entry.text)),
            };
            self.line(&format!("{marks} {written}"));
        }
        for clause in &part.clauses {
            self.entry(clause);
        }
    }

    /// Adds a paragraph, a table or a quotation, and the footnotes to which it refers.
    pub(super) fn entry(&mut self, entry: &Entry) {
        self.note(entry);
        let mut footnotes: Vec<usize> = entry.text.notes().collect();
        match &entry.attached {
            None => self.line(&paragraph(&entry.text, &self.marks)),
            Some(Attached::Table(rows)) => {
                footnotes.extend(rows.iter().flatten().flat_map(Rich::notes));
                self.table(rows);
            }
            Some(Attached::Quotation(lines)) => {
                footnotes.extend(lines.iter().flat_map(Rich::notes));
                let lines = lines.iter().map(|line| paragraph(line, &self.marks));
                let lines: Vec<String> = lines.map(|line| format!("> {line}")).collect();
                self.line(&lines.join("\n>\n"));
            }
        }
        for footnote in footnotes {
            if self.written.insert(footnote) {
                self.footnote(footnote);
            }
        }
    }

    fn table(&mut self, rows: &[Vec<Rich>]) {
        let written = rows.iter().map(|row| {
            let cells = row.iter().map(|text| cell(&inline(text, &self.marks)));
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        });
        let mut written: Vec<String> = written.collect();
        let columns = rows.first().map_or(0, Vec::len);
        written.insert(1, format!("|{}", " --- |".repeat(columns)));
        self.line(&written.join("\n"));
    }

    fn footnote(&mut self, footnote: usize) {
        let Some(mark) = self.marks.of(footnote) else {
            return;
        };
        let lines = &self.footnotes[footnote].lines;
        let lines = lines.iter().map(|line| {
            // A note refers to no other note.
            paragraph(&line.clone().without_notes(), &self.marks)
        });
        let lines: Vec<String> = lines.collect();
        self.line(&format!("[^{mark}]: {}", lines.join("\n\n    ")));
    }

    /// Adds lines, with an empty line before them.
    pub(super) fn line(&mut self, line: &str) {
        if self.lines > 0 {
            self.markdown.push('\n');
            self.lines += 1;
        }
        self.markdown.push_str(line);
        self.markdown.push('\n');
        self.lines += line.split('\n').count();
    }

    /// Adds the doubts about the entry that comes next.
    fn note(&mut self, entry: &Entry) {
        let line = if self.lines == 0 { 1 } else { self.lines + 2 };
        self.notes.extend(entry.doubts.iter().map(|doubt| Note {
            file: self.file.to_owned(),
            line,
            origin: (entry.origin > 0).then_some(entry.origin),
            message: doubt.clone(),
        }));
    }
}

/// Returns the text of a heading without a name, so that its last words are none: `{#x}` as `{ #x}`.
pub(super) fn without_name(text: &str) -> Cow<'_, str> {
    match text.rfind("{#").filter(|_| text.ends_with('}')) {
        Some(at) => Cow::Owned(format!("{}{{ {}", &text[..at], &text[at + 1..])),
        None => Cow::Borrowed(text),
    }
}
