//! Builds blocks from the events of the Markdown parser, and reports markup that a plan cannot keep.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use plan::{PartKind, is_address};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::block::{Block, Markdown};
use super::{rows, unclosed};
use crate::characters;
use crate::diagnostics::{Location, Reporter};
use crate::rich::{Rich, table};

pub(super) struct Reader<'r, 'p, 's> {
    /// The whole file.
    source: &'s str,
    file: &'s str,
    reporter: &'r mut Reporter<'p>,
    contents: Markdown,
    /// The heading, paragraph or cell that is being read.
    open: Option<Block>,
    outer: Option<Outer>,
    /// The marks of footnotes to which the text refers.
    references: BTreeSet<String>,
    /// Where each footnote begins.
    notes: BTreeMap<String, Location>,
    /// Everything before this byte is part of unexpected markup, which was reported as a whole.
    skipped_until: usize,
}

/// A block that contains paragraphs or cells.
enum Outer {
    Quotation(Block, Rich),
    Note(String, Rich),
    Table(Block, Vec<Vec<Rich>>),
}

impl<'r, 'p, 's> Reader<'r, 'p, 's> {
    pub(super) fn new(source: &'s str, file: &'s str, reporter: &'r mut Reporter<'p>) -> Self {
        Self {
            source,
            file,
            reporter,
            contents: Markdown::default(),
            open: None,
            outer: None,
            references: BTreeSet::new(),
            notes: BTreeMap::new(),
            skipped_until: 0,
        }
    }

    pub(super) fn finish(mut self) -> Markdown {
        for (mark, location) in std::mem::take(&mut self.notes) {
            if !self.references.contains(&mark) {
                let message =
                    format!("expected a reference `[^{mark}]` to this footnote, found none");
                let hint = "write it in a clause, behind the words that the footnote is about, or remove the footnote";
                self.reporter.report(&location, message, hint);
            }
        }
        self.contents
    }

    pub(super) fn read(&mut self, event: Event<'_>, bytes: Range<usize>) {
        if bytes.start < self.skipped_until {
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag, bytes),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, bytes),
            Event::SoftBreak => {
                if let Some(block) = &mut self.open {
                    block.is_broken = true;
                }
            }
            Event::FootnoteReference(mark) => {
                if matches!(self.outer, Some(Outer::Note(..))) {
                    self.unexpected("a reference to a footnote in a footnote", bytes);
                } else if let Some(block) = &mut self.open {
                    self.references.insert(mark.to_string());
                    block.refer(&mark);
                }
            }
            Event::HardBreak => self.unexpected(
                "a line break that a backslash or two spaces at the end of a line force",
                bytes,
            ),
            Event::Html(_) | Event::InlineHtml(_) => self.unexpected("HTML", bytes),
            Event::Code(_) => self.unexpected("code between backticks", bytes),
            _ => self.unexpected("markup", bytes),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, bytes: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } if self.outer.is_none() => {
                self.close();
                self.open = Some(Block::new(Some(*level as usize), self.file, bytes));
            }
            Tag::Paragraph => {
                // The first paragraph of an item of a numbered list follows the number.
                if self.open.is_none() {
                    let location = Location::new(self.file, bytes.clone());
                    rows::check_paragraph(self.source, &location, self.reporter);
                    self.open = Some(Block::new(None, self.file, bytes));
                }
            }
            Tag::List(Some(_)) if self.outer.is_none() => self.close(),
            Tag::Item if self.outer.is_none() => self.start_item(bytes),
            Tag::BlockQuote(_) if self.outer.is_none() => {
                self.close();
                let block = Block::new(None, self.file, bytes);
                self.outer = Some(Outer::Quotation(block, Rich::default()));
            }
            Tag::FootnoteDefinition(mark) if self.outer.is_none() => {
                self.close();
                self.start_note(mark, bytes);
            }
            Tag::Table(_) if self.outer.is_none() => {
                self.close();
                let block = Block::new(None, self.file, bytes);
                self.outer = Some(Outer::Table(block, Vec::new()));
            }
            Tag::TableHead | Tag::TableRow => self.start_row(bytes),
            Tag::TableCell => self.open = Some(Block::new(None, self.file, bytes)),
            Tag::Emphasis => self.begin(PartKind::Emphasis, None),
            Tag::Strong => self.begin(PartKind::Strong, None),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.start_link(*link_type, dest_url, title, bytes),
            _ => {
                // Inside a paragraph the text is still read; elsewhere the whole markup is skipped.
                if self.open.is_none() {
                    self.skipped_until = bytes.end;
                }
                self.unexpected(name(tag), bytes);
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item => self.close(),
            TagEnd::TableCell => {
                let cell = self.open.take().map(|cell| cell.finished().rich());
                if let Some(Outer::Table(_, rows)) = &mut self.outer
                    && let Some(row) = rows.last_mut()
                {
                    row.extend(cell);
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => {
                if let Some(block) = &mut self.open {
                    block.end();
                }
            }
            TagEnd::Link => {
                if let Some(block) = &mut self.open
                    && !block.end()
                {
                    let message = "expected words in the square brackets of a link, found none";
                    let hint = "write the words that lead to the address";
                    self.reporter.report(&block.location, message, hint);
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::Table => self.end_outer(),
            _ => {}
        }
    }

    fn end_outer(&mut self) {
        self.close();
        match self.outer.take() {
            Some(Outer::Quotation(block, mut text)) => {
                text.enclose(PartKind::Quotation);
                self.contents.blocks.push(block.with(text));
            }
            Some(Outer::Note(mark, text)) => {
                self.contents.notes.entry(mark).or_insert(text);
            }
            Some(Outer::Table(block, mut rows)) => {
                let is_empty = |row: &[Rich]| row.iter().all(|cell| cell.text.is_empty());
                rows.retain(|row| !is_empty(row));
                if rows.is_empty() {
                    let message = "expected words in a table, found none";
                    let hint = "fill in a cell, or remove the table";
                    self.reporter.report(&block.location, message, hint);
                } else {
                    self.contents.blocks.push(block.with(table(rows)));
                }
            }
            None => {}
        }
    }

    /// Ends the heading or the paragraph that is being read.
    fn close(&mut self) {
        let Some(block) = self.open.take() else {
            return;
        };
        let mut block = block.finished();
        if let Some(Outer::Quotation(_, text) | Outer::Note(_, text)) = &mut self.outer {
            text.push_line(block.rich());
            return;
        }
        if block.heading_level.is_some() {
            block.take_name(self.reporter);
        }
        self.contents.blocks.push(block);
    }

    fn text(&mut self, text: &str, bytes: Range<usize>) {
        let Some(block) = &mut self.open else {
            return;
        };
        let location = Location::new(self.file, bytes.clone());
        characters::check(text, &location, self.reporter);
        unclosed::check(self.source, &bytes, &location, self.reporter);
        block.push(text, bytes);
    }

    fn begin(&mut self, kind: PartKind, target: Option<String>) {
        if let Some(block) = &mut self.open {
            block.begin(kind, target);
        }
    }

    /// Begins an item of a numbered list with its number as the text prints it.
    fn start_item(&mut self, bytes: Range<usize>) {
        self.close();
        let source = self.source.get(bytes.clone()).unwrap_or_default();
        let number = source.split_whitespace().next().unwrap_or_default();
        let mut block = Block::new(None, self.file, bytes.clone());
        let end = bytes.start + number.len();
        block.push(&format!("{number} "), bytes.start..end);
        self.open = Some(block);
    }

    fn start_note(&mut self, mark: &str, bytes: Range<usize>) {
        let location = Location::new(self.file, bytes);
        let before = self.notes.insert(mark.to_owned(), location.clone());
        if before.is_some() {
            let message = format!("expected each footnote once, found [^{mark}] again");
            let hint = "give it another mark";
            self.reporter.report(&location, message, hint);
        }
        self.outer = Some(Outer::Note(mark.to_owned(), Rich::default()));
    }

    fn start_row(&mut self, bytes: Range<usize>) {
        if let Some(Outer::Table(block, rows)) = &mut self.outer {
            let row = Location::new(self.file, bytes);
            rows::check_row(self.source, &block.location, &row, self.reporter);
            rows.push(Vec::new());
        }
    }

    fn start_link(&mut self, kind: LinkType, address: &str, title: &str, bytes: Range<usize>) {
        let location = Location::new(self.file, bytes);
        let target = if kind == LinkType::Email {
            format!("mailto:{address}")
        } else {
            address.to_owned()
        };
        if !is_address(&target) {
            let message = format!(
                "expected an address by http, https or mailto in a link, found “{address}”"
            );
            let hint =
                "write the whole address, such as https://example.org/page, or keep only the words";
            self.reporter.report(&location, message, hint);
        }
        if !title.is_empty() {
            let message = format!(
                "expected only an address in the round brackets of a link, found “{title}” too"
            );
            let hint = "remove it, or write it in the text";
            self.reporter.report(&location, message, hint);
        }
        self.begin(PartKind::Link, Some(target));
    }

    fn unexpected(&mut self, found: &str, bytes: Range<usize>) {
        self.reporter.report(
            &Location::new(self.file, bytes),
            format!("expected headings, paragraphs, tables and quotations, found {found}"),
            "write it as plain text, with a backslash before a character that Markdown would read as markup; the guide for authors, README.md or CONTENT.md, lists the markup of clauses",
        );
    }
}

fn name(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::List(None) | Tag::Item => "a list with bullets",
        Tag::List(_) => "a list inside another block",
        Tag::BlockQuote(_) => "a quotation inside another block",
        Tag::CodeBlock(_) => "a code block",
        Tag::HtmlBlock => "HTML",
        Tag::Image { .. } => "an image",
        _ => "markup",
    }
}
