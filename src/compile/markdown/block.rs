//! Headings, paragraphs and other blocks of a text.

use std::collections::BTreeMap;
use std::ops::Range;

use plan::{Part, PartKind};

use crate::diagnostics::{Location, Reporter};
use crate::rich::{Rich, part, sort};

/// The contents of a Markdown file.
#[derive(Debug, Default)]
pub(crate) struct Markdown {
    pub(crate) blocks: Vec<Block>,
    /// The footnotes by their marks.
    pub(crate) notes: BTreeMap<String, Rich>,
}

/// A heading, a paragraph, a table or a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// 1 to 6 for a heading, `None` for any other block.
    pub(crate) heading_level: Option<usize>,
    /// The name at the end of a heading, as in `## Annex {#annex}`: it stands for a number in the
    /// eId.
    pub(crate) name: Option<String>,
    /// The text with its number. A heading and a paragraph are on one line.
    pub(crate) text: String,
    /// The parts of the text that have markup.
    pub(crate) parts: Vec<Part>,
    /// The range of the text.
    pub(crate) location: Location,
    /// The start of each further line in the text, and its location in the file.
    pub(crate) wraps: Vec<(usize, Location)>,
    /// Whether the next text begins a line that is joined.
    pub(super) is_broken: bool,
    /// The parts whose ends are still to come, as indices. A part has no words yet if its start is
    /// [`UNKNOWN`].
    open: Vec<usize>,
}

/// The start of a part before its first word.
const UNKNOWN: usize = usize::MAX;

impl Block {
    pub(super) fn new(heading_level: Option<usize>, file: &str, bytes: Range<usize>) -> Self {
        Self {
            heading_level,
            name: None,
            text: String::new(),
            parts: Vec::new(),
            location: Location::new(file, bytes),
            wraps: Vec::new(),
            is_broken: false,
            open: Vec::new(),
        }
    }

    /// Returns the text with its parts.
    pub(crate) fn rich(&self) -> Rich {
        Rich {
            text: self.text.clone(),
            parts: self.parts.clone(),
        }
    }

    /// Reports whether this is a table or a quotation, which belongs to the clause before it.
    pub(crate) fn is_attached(&self) -> bool {
        let first = self.parts.first();
        first.is_some_and(|first| matches!(first.kind, PartKind::Table | PartKind::Quotation))
    }

    /// Takes the name from the end of a heading; reports one that cannot be part of an eId.
    pub(super) fn take_name(&mut self, reporter: &mut Reporter<'_>) {
        let inside = self.text.strip_suffix('}');
        let Some((heading, name)) = inside.and_then(|text| text.rsplit_once("{#")) else {
            return;
        };
        let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || !name.chars().all(is_allowed) {
            reporter.report(
                &self.location,
                format!("expected a name of the letters a to z, digits and hyphens in `{{#…}}`, found “{name}”"),
                "write it like `## Annex {#annex}`; it becomes the eId",
            );
        }
        self.name = Some(name.to_owned());
        self.text = heading.trim_end().to_owned();
    }

    /// Adds words.
    pub(super) fn push(&mut self, text: &str, bytes: Range<usize>) {
        if self.text.is_empty() {
            self.location.bytes.start = bytes.start;
        }
        if std::mem::take(&mut self.is_broken) {
            if needs_space(&self.text, text) {
                self.text.push(' ');
            }
            let location = Location::new(&self.location.file, bytes);
            self.wraps.push((self.text.len(), location));
        }
        for part in &mut self.parts {
            if part.start == UNKNOWN {
                part.start = self.text.len();
            }
        }
        self.text.push_str(text);
    }

    /// Begins a part.
    pub(super) fn begin(&mut self, kind: PartKind, target: Option<String>) {
        self.open.push(self.parts.len());
        self.parts.push(part(kind, UNKNOWN..UNKNOWN, target));
    }

    /// Ends the part that began last. Returns whether it has words.
    pub(super) fn end(&mut self) -> bool {
        let Some(index) = self.open.pop() else {
            return true;
        };
        let has_words = self.parts[index].start != UNKNOWN;
        if has_words {
            self.parts[index].end = self.text.len();
        } else {
            self.parts.remove(index);
        }
        has_words
    }

    /// Adds a reference to a note.
    pub(super) fn refer(&mut self, mark: &str) {
        let at = self.text.len();
        let reference = part(PartKind::Note, at..at, Some(mark.to_owned()));
        self.parts.push(reference);
    }

    /// Returns the block when all of its words have been added.
    pub(super) fn finished(mut self) -> Self {
        sort(&mut self.parts);
        self
    }

    /// Replaces the text.
    pub(super) fn with(self, Rich { text, parts }: Rich) -> Self {
        Self {
            text,
            parts,
            ..self
        }
    }
}

/// Reports whether a space is needed where these lines are joined.
fn needs_space(line: &str, next: &str) -> bool {
    let (last, first) = (line.chars().next_back(), next.chars().next());
    let is_ideographic = |c: Option<char>| c.is_some_and(is_ideographic);
    // A quotation mark or a dash may belong to either kind of script.
    let is_mark = |c: Option<char>| c.is_some_and(|c| "“”‘’—…".contains(c));
    let is_tight = is_ideographic(last) && (is_ideographic(first) || is_mark(first))
        || is_mark(last) && is_ideographic(first);
    !is_tight
}

/// Reports whether a character belongs to a script that has no spaces between words: Chinese and
/// Japanese, with their punctuation.
fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
