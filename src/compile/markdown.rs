//! Markdown as headings and paragraphs of plain text, with positions.
//!
//! The lines of a paragraph are joined: with a space, but with none between two characters of a
//! script that has no spaces. A plan needs no other markup. Any other markup is reported, so that no text is lost.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::characters;
use crate::diagnostics::{Location, Reporter};
use crate::source::Source;

/// A heading or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// 1 to 6 for a heading, `None` for a paragraph.
    pub(crate) heading_level: Option<usize>,
    /// The name at the end of a heading, as in `## Annex {#annex}`: it stands for a number in the
    /// eId.
    pub(crate) name: Option<String>,
    /// The text on one line, with its number.
    pub(crate) text: String,
    /// The range of the text.
    pub(crate) location: Location,
    /// The start of each further line in the text, and its location in the file.
    pub(crate) wraps: Vec<(usize, Location)>,
    /// Whether the next text begins a line that is joined.
    is_broken: bool,
}

/// Reads a Markdown file. Returns `None` for a missing file, which the caller reports.
pub(crate) fn read(source: &Source, file: &str, reporter: &mut Reporter<'_>) -> Option<Vec<Block>> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    let mut skipped_until = 0;
    for (event, bytes) in Parser::new(source.text(file)?).into_offset_iter() {
        // This is part of unexpected markup, which was reported as a whole.
        if bytes.start < skipped_until {
            continue;
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open = Some(block(Some(level as usize), file, bytes));
            }
            Event::Start(Tag::Paragraph) => open = Some(block(None, file, bytes)),
            Event::End(TagEnd::Heading(_)) => {
                if let Some(mut block) = open.take() {
                    block.take_name(reporter);
                    blocks.push(block);
                }
            }
            Event::End(TagEnd::Paragraph) => blocks.extend(open.take()),
            Event::Text(text) => {
                if let Some(block) = &mut open {
                    characters::check(&text, &Location::new(file, bytes.clone()), reporter);
                    block.push(&text, bytes);
                }
            }
            Event::SoftBreak => {
                if let Some(block) = &mut open {
                    block.is_broken = true;
                }
            }
            Event::HardBreak => unexpected(
                "a line break that a backslash or two spaces at the end of a line force",
                file,
                bytes,
                reporter,
            ),
            Event::Start(tag) => {
                // Inside a paragraph the text is still read; elsewhere the whole markup is skipped.
                if open.is_none() {
                    skipped_until = bytes.end;
                }
                unexpected(name(&tag), file, bytes, reporter);
            }
            Event::End(_) => {}
            _ => unexpected("markup", file, bytes, reporter),
        }
    }
    Some(blocks)
}

fn block(heading_level: Option<usize>, file: &str, bytes: Range<usize>) -> Block {
    Block {
        heading_level,
        text: String::new(),
        location: Location::new(file, bytes),
        name: None,
        wraps: Vec::new(),
        is_broken: false,
    }
}

impl Block {
    /// Takes the name from the end of a heading; reports one that cannot be part of an eId.
    fn take_name(&mut self, reporter: &mut Reporter<'_>) {
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

    fn push(&mut self, text: &str, bytes: Range<usize>) {
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
        self.text.push_str(text);
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

fn unexpected(found: &str, file: &str, bytes: Range<usize>, reporter: &mut Reporter<'_>) {
    reporter.report(
        &Location::new(file, bytes),
        format!("expected headings and paragraphs of plain text, found {found}"),
        "put each clause on one line of its own, with an empty line after it and a backslash before a character that Markdown would read as markup",
    );
}

fn name(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::List(_) | Tag::Item => "a list",
        Tag::BlockQuote(_) => "a quotation",
        Tag::CodeBlock(_) => "a code block",
        Tag::HtmlBlock => "HTML",
        Tag::Emphasis | Tag::Strong => "emphasis",
        Tag::Link { .. } | Tag::Image { .. } => "a link or image",
        _ => "markup",
    }
}
