//! The blocks of a page.

use super::article::Article;
use super::dom::{Dom, NodeId, Step};
use crate::block::{BY_LOOKS, Block, Kind, NewItem};
use crate::text::{ends_as_sentence, is_without_spaces};
use plan::numerals::{Numeral, print};

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

/// Returns the blocks of a document, and whether it has links to other pages.
pub(super) fn blocks(dom: &Dom, article: &Article<'_>) -> (Vec<Block>, bool) {
    let mut reader = Reader {
        dom,
        blocks: Vec::new(),
        text: String::new(),
        line: 0,
        heading: None,
        lists: Vec::new(),
        item: None,
        bold_depth: 0,
        is_bold: true,
        preformatted: 0,
        rows: None,
        has_links: false,
    };
    for step in article.walk() {
        match step {
            Step::Enter(id) => reader.enter(id, article),
            Step::Leave(id) => reader.leave(id),
        }
    }
    reader.flush();
    (reader.blocks, reader.has_links)
}

struct Reader<'a> {
    dom: &'a Dom,
    blocks: Vec<Block>,
    /// The text of the open block, and the line where it starts.
    text: String,
    line: usize,
    /// The level of the open heading.
    heading: Option<u8>,
    lists: Vec<List>,
    /// The item that has no block yet.
    item: Option<NewItem>,
    bold_depth: usize,
    /// Whether all text of the open block is bold.
    is_bold: bool,
    preformatted: usize,
    /// The table whose rows are read as a whole.
    rows: Option<NodeId>,
    has_links: bool,
}

struct List {
    numeral: Option<Numeral>,
    next: i64,
    step: i64,
}

impl Reader<'_> {
    fn enter(&mut self, id: NodeId, article: &Article<'_>) {
        if self.rows.is_some() {
            if self.dom.name(id) == "tr" {
                self.row(id, article);
            }
            return;
        }
        if let Some(text) = self.dom.text(id) {
            self.push(text, self.dom.line(id));
            return;
        }
        match self.dom.name(id) {
            "br" if self.heading.is_none() && self.text.ends_with('\n') => self.flush(),
            "br" => self.text.push('\n'),
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.push(self.list(id));
            }
            "li" => self.start_item(id),
            "b" | "strong" => self.bold_depth += 1,
            "a" => {
                let address = self.dom.attribute(id, "href").unwrap_or_default();
                self.has_links |= !address.is_empty() && !address.starts_with('#');
            }
            "table" if self.is_data(id) => {
                self.flush();
                self.rows = Some(id);
                let caption = self
                    .dom
                    .children(id)
                    .iter()
                    .find(|id| self.dom.name(**id) == "caption");
                if let Some(&caption) = caption {
                    self.push(&article.text_of(caption), self.dom.line(caption));
                    self.flush();
                }
            }
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
        if let Some(table) = self.rows {
            if table == id {
                self.rows = None;
            }
            return;
        }
        match self.dom.name(id) {
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.pop();
            }
            "li" => {
                self.flush();
                self.item = None;
            }
            "b" | "strong" => self.bold_depth = self.bold_depth.saturating_sub(1),
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

    fn push(&mut self, text: &str, line: usize) {
        if self.text.trim().is_empty() {
            // The parser gives the line where a text ends.
            self.line = line
                .saturating_sub(text.trim_start().matches('\n').count())
                .max(1);
            self.is_bold = true;
        }
        self.is_bold &= self.bold_depth > 0 || text.trim().is_empty();
        if self.preformatted > 0 {
            self.text.push_str(text);
            return;
        }
        // A line break in the file is a space, but none between Chinese characters.
        let mut words = text.split(['\n', '\r']);
        self.text.push_str(words.next().unwrap_or_default());
        for line in words {
            let line = line.trim_start();
            let is_tight = self.text.trim_end_matches(' ').ends_with(is_without_spaces)
                && line.starts_with(is_without_spaces);
            if is_tight {
                self.text.truncate(self.text.trim_end_matches(' ').len());
            } else if !self.text.ends_with(char::is_whitespace) {
                self.text.push(' ');
            }
            self.text.push_str(line);
        }
    }

    /// Ends the open block.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
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
            block = block.doubtful("a bold line; it was read as a heading");
        }
        self.blocks.push(block);
    }

    fn list(&self, id: NodeId) -> List {
        let is_ordered = self.dom.name(id) == "ol";
        let numeral = match self.dom.attribute(id, "type") {
            Some("a") => Numeral::LowerLetter,
            Some("A") => Numeral::UpperLetter,
            Some("i") => Numeral::LowerRoman,
            Some("I") => Numeral::UpperRoman,
            _ => Numeral::Arabic,
        };
        let items = self
            .dom
            .children(id)
            .iter()
            .filter(|id| self.dom.name(**id) == "li")
            .count();
        let is_reversed = self.dom.attribute(id, "reversed").is_some();
        let first = if is_reversed {
            i64::try_from(items).unwrap_or(1)
        } else {
            1
        };
        let start = self
            .dom
            .attribute(id, "start")
            .and_then(|start| start.trim().parse().ok());
        List {
            numeral: is_ordered.then_some(numeral),
            next: start.unwrap_or(first),
            step: if is_reversed { -1 } else { 1 },
        }
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

    /// Reports whether a table has data, not the layout of a page.
    fn is_data(&self, id: NodeId) -> bool {
        let below = || self.dom.below(id).skip(1);
        let is_layout = below().any(|id| {
            heading_level(self.dom.name(id)).is_some()
                || matches!(self.dom.name(id), "table" | "article" | "main")
        });
        let cells_of = |row: NodeId| {
            let cells = self.dom.children(row).iter();
            cells
                .filter(|id| matches!(self.dom.name(**id), "td" | "th"))
                .count()
        };
        let rows = below().filter(|&id| self.dom.name(id) == "tr");
        !is_layout && rows.map(cells_of).any(|cells| cells > 1)
    }

    /// Adds a row of a table.
    fn row(&mut self, id: NodeId, article: &Article<'_>) {
        let cells = self
            .dom
            .children(id)
            .iter()
            .filter(|id| matches!(self.dom.name(**id), "td" | "th"));
        let cells: Vec<String> = cells
            .map(|&id| article.text_of(id))
            .filter(|text| !text.is_empty())
            .collect();
        if !cells.is_empty() {
            self.blocks
                .push(Block::new(Kind::Row, cells.join(" | "), self.dom.line(id)));
        }
    }
}

fn heading_level(name: &str) -> Option<u8> {
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
