//! Markdown of any kind as blocks.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::block::{BY_LOOKS, Block, Document, Kind, NewItem};
use crate::footnotes;
use crate::html;
use crate::problem::Problem;
use crate::text::{clean, ends_as_sentence};

/// Reads a Markdown file.
pub(crate) fn read(text: &str) -> Result<Document, Problem> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader::new(text);
    for (event, bytes) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, bytes);
    }
    let problem = reader.problem.take();
    problem.map_or_else(|| Ok(reader.finish()), Err)
}

struct Reader<'a> {
    source: &'a str,
    /// The byte and the number of the line that was counted last.
    counted: (usize, usize),
    document: Document,
    open: Option<Open>,
    /// For each open list: the number of its next item, if it is numbered.
    lists: Vec<Option<u64>>,
    /// The item that has no block yet.
    item: Option<NewItem>,
    /// The text of the open HTML, and the line where it starts.
    html: Option<(String, usize)>,
    /// The cells of the open row.
    row: Option<Vec<String>>,
    /// The blocks of the open footnote, and its name.
    footnote: Option<(String, usize)>,
    footnotes: BTreeMap<String, String>,
    is_metadata: bool,
    is_code: bool,
    /// Whether links or images lost their addresses.
    has_links: bool,
    /// The first problem of HTML inside the Markdown.
    problem: Option<Problem>,
}

/// The block that is being read.
struct Open {
    block: Block,
    /// Whether all of its text is bold so far.
    is_bold: bool,
    bold_depth: usize,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            counted: (0, 1),
            document: Document::default(),
            open: None,
            lists: Vec::new(),
            item: None,
            html: None,
            row: None,
            footnote: None,
            footnotes: BTreeMap::new(),
            is_metadata: false,
            is_code: false,
            has_links: false,
            problem: None,
        }
    }

    fn event(&mut self, event: Event<'_>, bytes: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, bytes),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_metadata => self.metadata(&text),
            Event::Text(text) | Event::Code(text) => self.text(&text, bytes),
            Event::SoftBreak | Event::HardBreak => self.text("\n", bytes),
            Event::Html(html) => {
                let line = self.line(bytes.start);
                self.html
                    .get_or_insert((String::new(), line))
                    .0
                    .push_str(&html);
            }
            Event::InlineHtml(html) if html.starts_with("<br") => self.text("\n", bytes),
            Event::FootnoteReference(name) => self.text(&format!("[{name}]"), bytes),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, bytes: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.open(Kind::Heading(level_number(level)), bytes),
            Tag::Paragraph => self.open(Kind::Paragraph, bytes),
            Tag::CodeBlock(_) => {
                self.is_code = true;
                self.open(Kind::Paragraph, bytes);
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => self.start_item(bytes),
            Tag::TableRow | Tag::TableHead => {
                self.open(Kind::Row, bytes);
                self.row = Some(Vec::new());
            }
            Tag::FootnoteDefinition(name) => {
                self.close();
                self.footnote = Some((name.to_string(), self.document.blocks.len()));
            }
            Tag::Strong => {
                if let Some(open) = &mut self.open {
                    open.bold_depth += 1;
                }
            }
            Tag::Link { .. } | Tag::Image { .. } => self.has_links = true,
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle) => {
                self.is_metadata = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock => {
                self.close();
                self.is_code = false;
            }
            TagEnd::Item => {
                self.close();
                self.item = None;
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableRow | TagEnd::TableHead => self.end_row(),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Strong => {
                if let Some(open) = &mut self.open {
                    open.bold_depth = open.bold_depth.saturating_sub(1);
                }
            }
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::MetadataBlock(_) => self.is_metadata = false,
            _ => {}
        }
    }

    fn start_item(&mut self, bytes: Range<usize>) {
        self.close();
        let marker = self.source[bytes].trim_start();
        let number = self.lists.last_mut().and_then(|next| {
            let number = next.as_mut()?;
            let end = marker
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .chars()
                .next()
                .unwrap_or('.');
            let printed = format!("{number}{end}");
            *number = number.saturating_add(1);
            Some(printed)
        });
        self.item = Some(NewItem { number });
    }

    fn open(&mut self, kind: Kind, bytes: Range<usize>) {
        self.close();
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        let item = self.item.take();
        let kind = match (kind, &item) {
            (Kind::Paragraph, Some(_)) => Kind::Item(depth),
            (Kind::Paragraph, None) if depth > 0 => Kind::Continued,
            _ => kind,
        };
        let line = self.line(bytes.start);
        self.open = Some(Open {
            block: Block::new(kind, "", line).numbered(item.and_then(|item| item.number)),
            is_bold: true,
            bold_depth: 0,
        });
    }

    fn text(&mut self, text: &str, bytes: Range<usize>) {
        if self.html.is_some() {
            self.end_html();
        }
        // The first text of a tight item has no paragraph around it.
        if self.open.is_none() {
            self.open(Kind::Paragraph, bytes);
        }
        if let Some(open) = &mut self.open {
            open.is_bold &= open.bold_depth > 0 || text.trim().is_empty();
            open.block.text.push_str(text);
        }
    }

    fn close(&mut self) {
        let Some(Open {
            mut block, is_bold, ..
        }) = self.open.take()
        else {
            return;
        };
        let is_short = block.text.chars().count() <= 100 && !ends_as_sentence(&block.text);
        if block.kind == Kind::Paragraph
            && is_bold
            && is_short
            && !self.is_code
            && self.footnote.is_none()
        {
            block.kind = Kind::Heading(BY_LOOKS);
            block
                .doubts
                .push("a bold line; it was read as a heading".to_owned());
        }
        if !block.text.trim().is_empty() {
            self.document.blocks.push(block);
        }
    }

    fn end_cell(&mut self) {
        if let (Some(open), Some(row)) = (&mut self.open, &mut self.row) {
            row.push(clean(&std::mem::take(&mut open.block.text)));
        }
    }

    fn end_row(&mut self) {
        let cells = self.row.take().unwrap_or_default();
        if let Some(open) = &mut self.open {
            open.block.text = cells.join(" | ");
        }
        self.close();
    }

    fn end_html(&mut self) {
        if let Some((text, line)) = self.html.take() {
            self.close();
            let read = html::fragment(&text);
            let mut blocks = read.unwrap_or_else(|problem| {
                self.problem.get_or_insert(problem);
                Vec::new()
            });
            for block in &mut blocks {
                block.origin = line + block.origin.saturating_sub(1);
            }
            self.document.blocks.extend(blocks);
        }
    }

    fn end_footnote(&mut self) {
        self.close();
        if let Some((name, first)) = self.footnote.take() {
            let blocks = self
                .document
                .blocks
                .drain(first.min(self.document.blocks.len())..);
            let texts: Vec<String> = blocks.map(|block| clean(&block.text)).collect();
            self.footnotes.insert(name, texts.join(" "));
        }
    }

    /// Reads a line of the front matter. Other keys than these are about a site, not the document.
    fn metadata(&mut self, text: &str) {
        for line in text.lines() {
            let Some((key, value)) = line.split_once([':', '=']) else {
                continue;
            };
            let value = clean(value).trim_matches(['"', '\'']).to_owned();
            let known = match key.trim() {
                "title" => &mut self.document.title,
                "date" => &mut self.document.date,
                "lang" | "language" => &mut self.document.language,
                "author" | "publisher" => &mut self.document.publisher,
                "url" | "source" => &mut self.document.url,
                _ => continue,
            };
            *known = Some(value).filter(|value| !value.is_empty());
        }
    }

    fn finish(mut self) -> Document {
        self.close();
        self.end_html();
        footnotes::add(
            &mut self.document.blocks,
            std::mem::take(&mut self.footnotes),
        );
        if self.has_links {
            self.document
                .doubts
                .push("links were kept as words, without their addresses".to_owned());
        }
        self.document
    }

    /// Returns the line of a byte, from 1. Bytes are asked for in the order of the text.
    fn line(&mut self, byte: usize) -> usize {
        let (from, line) = self.counted;
        if byte > from {
            let breaks = self.source[from..byte].matches('\n').count();
            self.counted = (byte, line + breaks);
        }
        self.counted.1
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
