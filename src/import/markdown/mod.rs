//! Markdown of any kind as blocks.

mod front_matter;

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::block::{self, Attached, BOLD_LINE, BY_LOOKS, Block, Document, Kind, NewItem, Note};
use crate::html;
use crate::inline::{Inline, Links};
use crate::problem::Problem;
use crate::rich::Rich;
use crate::text::ends_as_sentence;

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
    /// The rows of the open table.
    rows: Vec<Vec<Rich>>,
    /// The line of the open table.
    table: usize,
    /// How many quotations are open, and the index of the first block in them.
    quotations: (usize, usize),
    /// The note that is open, and the index of the first block in it.
    footnote: Option<(usize, usize)>,
    /// The indices of notes by their names.
    footnotes: HashMap<String, usize>,
    is_metadata: bool,
    is_code: bool,
    links: Links,
    inline: Inline,
    pictures: usize,
    /// The first problem of HTML inside the Markdown.
    problem: Option<Problem>,
}

/// The block that is being read.
struct Open {
    block: Block,
    /// Whether all of its text is bold so far.
    is_bold: bool,
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
            rows: Vec::new(),
            table: 0,
            quotations: (0, 0),
            footnote: None,
            footnotes: HashMap::new(),
            is_metadata: false,
            is_code: false,
            links: Links::default(),
            inline: Inline::default(),
            pictures: 0,
            problem: None,
        }
    }

    fn event(&mut self, event: Event<'_>, bytes: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, bytes),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_metadata => front_matter::read(&text, &mut self.document),
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
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::FootnoteReference(name) => {
                let note = self.note(&name);
                self.text("", bytes);
                if let Some(open) = &mut self.open {
                    open.block.text.refer(note);
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, bytes: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.open(Kind::Heading(level as u8), bytes),
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
            Tag::Table(_) => {
                self.close();
                self.table = self.line(bytes.start);
            }
            Tag::TableRow | Tag::TableHead => self.rows.push(Vec::new()),
            Tag::TableCell => self.open(Kind::Attached, bytes),
            Tag::BlockQuote(_) => {
                self.close();
                if self.quotations.0 == 0 {
                    self.quotations.1 = self.document.blocks.len();
                }
                self.quotations.0 += 1;
            }
            Tag::FootnoteDefinition(name) => {
                self.close();
                self.footnote = Some((self.note(&name), self.document.blocks.len()));
            }
            Tag::Strong => Inline::count(&mut self.inline.strong, true),
            Tag::Emphasis => Inline::count(&mut self.inline.emphasis, true),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let scheme = if link_type == LinkType::Email {
                    "mailto:"
                } else {
                    ""
                };
                self.inline.link = self.links.mark(&format!("{scheme}{dest_url}"));
            }
            Tag::Image { .. } => self.pictures += 1,
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
            TagEnd::TableCell => {
                if let (Some(open), Some(row)) = (self.open.take(), self.rows.last_mut()) {
                    row.push(open.block.text.clean());
                }
            }
            TagEnd::Table => {
                let table = Attached::table(std::mem::take(&mut self.rows));
                let blocks = &mut self.document.blocks;
                blocks.extend(table.map(|table| Block::attached(table, self.table)));
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotations.0 = self.quotations.0.saturating_sub(1);
                if self.quotations.0 == 0 {
                    let first = self.quotations.1.min(self.document.blocks.len());
                    let inside = self.document.blocks.split_off(first);
                    self.document.blocks.extend(block::quotation(inside));
                }
            }
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Strong => Inline::count(&mut self.inline.strong, false),
            TagEnd::Emphasis => Inline::count(&mut self.inline.emphasis, false),
            TagEnd::Link => self.inline.link = None,
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
            open.is_bold &= self.inline.strong > 0 || text.trim().is_empty();
            open.block.text.push_marked(text, &self.inline.marks());
        }
    }

    /// Reads the marks of emphasis that HTML has; other marks are left out.
    fn inline_html(&mut self, html: &str) {
        let name = html.trim_start_matches('<').trim_end_matches('>');
        let end = name.strip_prefix('/');
        self.inline.read_tag(end.unwrap_or(name), end.is_none());
    }

    /// Returns the index of the note with a name.
    fn note(&mut self, name: &str) -> usize {
        if let Some(note) = self.footnotes.get(name) {
            return *note;
        }
        let note = self.document.notes.len();
        self.footnotes.insert(name.to_owned(), note);
        self.document.notes.push(Note {
            mark: name.to_owned(),
            lines: Vec::new(),
        });
        note
    }

    fn close(&mut self) {
        let Some(Open {
            mut block, is_bold, ..
        }) = self.open.take()
        else {
            return;
        };
        self.inline = Inline::default();
        let is_short = block.text.chars().count() <= 100 && !ends_as_sentence(&block.text);
        if block.kind == Kind::Paragraph
            && is_bold
            && is_short
            && !self.is_code
            && self.footnote.is_none()
        {
            block.kind = Kind::Heading(BY_LOOKS);
            block.doubts.push(BOLD_LINE.to_owned());
        }
        if !block.text.trim().is_empty() {
            self.document.blocks.push(block);
        }
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
        if let Some((note, first)) = self.footnote.take() {
            let first = first.min(self.document.blocks.len());
            let blocks = self.document.blocks.split_off(first);
            let lines = &mut self.document.notes[note].lines;
            lines.extend(block::as_lines(&blocks));
        }
    }

    fn finish(mut self) -> Document {
        self.close();
        self.end_html();
        let doubts = self.links.doubt().into_iter();
        let doubts = doubts.chain(block::about_pictures(self.pictures));
        self.document.doubts.extend(doubts);
        self.document
    }

    /// Returns the line of a byte, from 1. Bytes are asked for in the order of the text.
    fn line(&mut self, byte: usize) -> usize {
        let (from, line) = self.counted;
        if byte > from {
            self.counted = (byte, line + self.source[from..byte].matches('\n').count());
        }
        self.counted.1
    }
}
