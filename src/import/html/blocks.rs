//! The blocks of a page.

use super::article::Article;
use super::dom::{Dom, NodeId, Step};
use super::list::List;
use super::notes::Notes;
use crate::block::{self, BOLD_LINE, BY_LOOKS, Block, Kind, NewItem};
use crate::inline::{Inline, Links};
use crate::rich::Rich;
use crate::text::ends_as_sentence;
use plan::numerals::print;

/// Elements that begin and end a block.
const BLOCKS: [&str; 30] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "blockquote",
    "dd",
    "dt",
    "dl",
    "figure",
    "figcaption",
    "address",
    "pre",
    "center",
    "caption",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "header",
    "footer",
    "form",
    "fieldset",
    "details",
    "summary",
    "hr",
    "body",
];

/// Returns the blocks in an element.
pub(super) fn read(
    dom: &Dom,
    root: NodeId,
    article: &Article<'_>,
    notes: &Notes,
    links: &mut Links,
) -> Vec<Block> {
    let mut reader = Reader {
        dom,
        article,
        notes,
        links,
        blocks: Vec::new(),
        text: Rich::default(),
        line: 0,
        heading: None,
        lists: Vec::new(),
        item: None,
        inline: Inline::default(),
        is_bold: true,
        preformatted: 0,
        quotations: (0, 0),
        skipped: None,
    };
    for step in dom.walk(root, |id| id == root || article.shows(id)) {
        match step {
            Step::Enter(id) => reader.enter(id),
            Step::Leave(id) => reader.leave(id),
        }
    }
    reader.flush();
    reader.blocks
}

pub(super) struct Reader<'a> {
    pub(super) dom: &'a Dom,
    pub(super) article: &'a Article<'a>,
    pub(super) notes: &'a Notes,
    pub(super) links: &'a mut Links,
    blocks: Vec<Block>,
    /// The text of the open block, and the line where it starts.
    text: Rich,
    line: usize,
    /// The level of the open heading.
    heading: Option<u8>,
    lists: Vec<List>,
    /// The item that has no block yet.
    item: Option<NewItem>,
    inline: Inline,
    /// Whether all text of the open block is bold.
    is_bold: bool,
    preformatted: usize,
    /// How many quotations are open, and the index of the first block in them.
    quotations: (usize, usize),
    /// The element that is read as a whole.
    skipped: Option<NodeId>,
}

impl Reader<'_> {
    fn enter(&mut self, id: NodeId) {
        if self.skipped.is_some() {
            return;
        }
        if let Some(text) = self.dom.text(id) {
            self.push(text, self.dom.line(id));
            return;
        }
        let name = self.dom.name(id);
        self.count_emphasis(id, true);
        match name {
            "br" if self.heading.is_none() && self.ends_in_break() => self.flush(),
            "br" => self.text.push_str("\n"),
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.push(List::new(self.dom, id));
            }
            "li" => self.start_item(id),
            "a" => self.start_link(id),
            "blockquote" => {
                self.flush();
                if self.quotations.0 == 0 {
                    self.quotations.1 = self.blocks.len();
                }
                self.quotations.0 += 1;
            }
            "table" => self.start_table(id),
            name => {
                if let Some(level) = heading_level(name) {
                    self.flush();
                    self.heading = Some(level);
                } else if BLOCKS.contains(&name) {
                    self.flush();
                    self.preformatted += usize::from(name == "pre");
                }
            }
        }
    }

    fn leave(&mut self, id: NodeId) {
        if let Some(whole) = self.skipped {
            if whole == id {
                self.skipped = None;
            }
            return;
        }
        self.count_emphasis(id, false);
        match self.dom.name(id) {
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.pop();
            }
            "li" => {
                self.flush();
                self.item = None;
            }
            "a" => self.inline.link = None,
            "blockquote" => {
                self.flush();
                self.quotations.0 = self.quotations.0.saturating_sub(1);
                if self.quotations.0 == 0 {
                    let inside = self.blocks.split_off(self.quotations.1);
                    self.blocks.extend(block::quotation(inside));
                }
            }
            name => {
                if heading_level(name).is_some() {
                    self.flush();
                    self.heading = None;
                } else if BLOCKS.contains(&name) {
                    self.flush();
                    self.preformatted -= usize::from(name == "pre" && self.preformatted > 0);
                }
            }
        }
    }

    /// Begins or ends emphasis, superscript or subscript, by the name of an element, or by the class or the style of a `span`.
    fn count_emphasis(&mut self, id: NodeId, begins: bool) {
        if self.inline.read_tag(self.dom.name(id), begins) || self.dom.name(id) != "span" {
            return;
        }
        let class = self.dom.attribute(id, "class").unwrap_or_default();
        let style = self.dom.attribute(id, "style").unwrap_or_default();
        let style = style.replace(' ', "");
        let has = |name: &str| class.split(['-', '_', ' ']).any(|word| word == name);
        if has("bold") || style.contains("font-weight:bold") || style.contains("font-weight:700") {
            Inline::count(&mut self.inline.strong, begins);
        }
        if has("italic") || style.contains("font-style:italic") {
            Inline::count(&mut self.inline.emphasis, begins);
        }
        if style.contains("vertical-align:super") {
            Inline::count(&mut self.inline.raised, begins);
        }
        if style.contains("vertical-align:sub") {
            Inline::count(&mut self.inline.lowered, begins);
        }
    }

    fn start_link(&mut self, id: NodeId) {
        if let Some(note) = self.notes.reference(id) {
            self.text.refer(note);
            self.skipped = Some(id);
        } else if self.notes.is_back(id) {
            self.skipped = Some(id);
        } else {
            let address = self.dom.attribute(id, "href").unwrap_or_default();
            self.inline.link = self.links.mark(address);
        }
    }

    /// Reads a table as a whole, unless it is the layout of a page.
    fn start_table(&mut self, id: NodeId) {
        self.flush();
        if let Some(list) = self.list_in(id) {
            self.blocks.extend(list);
            self.skipped = Some(id);
            return;
        }
        if !self.is_data(id) {
            return;
        }
        let mut children = self.dom.children(id).iter();
        if let Some(&caption) = children.find(|id| self.dom.name(**id) == "caption") {
            let caption = read(self.dom, caption, self.article, self.notes, self.links);
            self.line = caption.first().map_or(self.line, |block| block.origin);
            self.is_bold = false;
            self.text = block::on_one_line(&caption);
            self.flush();
        }
        let table = self.table(id);
        self.blocks.extend(table);
        self.skipped = Some(id);
    }

    /// Reports whether the text ends in a line break.
    fn ends_in_break(&self) -> bool {
        let text = self.text.trim_end_matches([' ', '\t', '\r']);
        text.ends_with('\n')
    }

    fn push(&mut self, text: &str, line: usize) {
        if self.text.trim().is_empty() {
            // The parser gives the line where a text ends.
            self.line = line
                .saturating_sub(text.trim_start().matches('\n').count())
                .max(1);
            self.is_bold = true;
        }
        self.is_bold &= self.inline.strong > 0 || text.trim().is_empty();
        let marks = self.inline.marks();
        if self.preformatted > 0 {
            self.text.push_marked(text, &marks);
        } else {
            // A line break in the file is a space, but none between Chinese characters.
            self.text.push_marked(&text.replace('\n', "\r"), &marks);
        }
    }

    /// Ends the open block.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() && text.notes().next().is_none() {
            return;
        }
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        let item = self.item.take();
        let is_item = item.is_some();
        let kind = match self.heading {
            Some(level) => Kind::Heading(level),
            None if is_item => Kind::Item(depth),
            None if depth > 0 => Kind::Continued,
            None => Kind::Paragraph,
        };
        let mut block =
            Block::new(kind, text, self.line).numbered(item.and_then(|item| item.number));
        let is_short =
            block.text.chars().count() <= 100 && !ends_as_sentence(block.text.trim_end());
        if kind == Kind::Paragraph && self.is_bold && is_short {
            block.kind = Kind::Heading(BY_LOOKS);
            block = block.doubtful(BOLD_LINE);
        }
        self.blocks.push(block);
    }

    fn start_item(&mut self, id: NodeId) {
        self.flush();
        let value = self
            .dom
            .attribute(id, "value")
            .and_then(|value| value.trim().parse().ok());
        let number = self.lists.last_mut().and_then(|list| {
            let numeral = list.numeral?;
            let value: i64 = value.unwrap_or(list.next);
            list.next = value.saturating_add(list.step);
            let value = usize::try_from(value).ok()?;
            Some(format!("{}.", print(numeral, value)))
        });
        self.item = Some(NewItem { number });
    }
}

pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}
