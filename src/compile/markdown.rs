//! Markdown as headings and paragraphs of plain text, with positions.
//!
//! A plan needs no other markup. Any other markup is reported, so that no text is lost.

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
    /// The text on one line, with its number.
    pub(crate) text: String,
    /// The range of the text.
    pub(crate) location: Location,
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
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => blocks.extend(open.take()),
            Event::Text(text) => {
                if let Some(block) = &mut open {
                    characters::check(&text, &Location::new(file, bytes.clone()), reporter);
                    block.push(&text, bytes);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                unexpected("a line break inside a paragraph", file, bytes, reporter);
            }
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
    }
}

impl Block {
    fn push(&mut self, text: &str, bytes: Range<usize>) {
        if self.text.is_empty() {
            self.location.bytes.start = bytes.start;
        }
        self.text.push_str(text);
    }
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
