//! The common form of all documents: a stream of headings, paragraphs, list items, tables and
//! quotations.

use crate::label::read;
use crate::rich::Rich;

/// A document as its reader found it, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// The title that the file itself names outside its text, such as in its properties.
    pub(crate) title: Option<String>,
    /// The day of the document, as `2026-01-31`.
    pub(crate) date: Option<String>,
    /// The address of the document.
    pub(crate) url: Option<String>,
    /// The organisation or person that the file names as its publisher or author.
    pub(crate) publisher: Option<String>,
    /// The tag of the language that the file names.
    pub(crate) language: Option<String>,
    pub(crate) blocks: Vec<Block>,
    /// Footnotes and endnotes; texts refer to them by their index.
    pub(crate) notes: Vec<Note>,
    /// Doubts of the reader that belong to no block.
    pub(crate) doubts: Vec<String>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    /// The text. A line break inside it is one that the document has; it may separate clauses.
    pub(crate) text: Rich,
    /// The contents of a block that is attached, which has no other text.
    pub(crate) attached: Option<Attached>,
    /// The number that the document's program prints before the text, such as that of an item.
    pub(crate) number: Option<String>,
    /// The line of the file, or the number of the paragraph in a docx, from 1.
    pub(crate) origin: usize,
    pub(crate) doubts: Vec<String>,
}

/// The kind of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The title of the whole document.
    Title,
    /// A heading of this level, outermost 1.
    Heading(u8),
    Paragraph,
    /// A further paragraph of the block before it.
    Continued,
    /// An item of a list of this depth, outermost 1.
    Item(u8),
    /// A table or a quotation.
    Attached,
}

/// A block that belongs to the clause before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Attached {
    /// The rows of a table, each with the same number of cells.
    Table(Vec<Vec<Rich>>),
    /// The lines of a quotation.
    Quotation(Vec<Rich>),
}

/// A footnote or an endnote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Note {
    /// Its mark in the document, such as `1` or `*`; empty if only its position has one.
    pub(crate) mark: String,
    pub(crate) lines: Vec<Rich>,
}

/// An item of a list whose text has not begun.
#[derive(Debug)]
pub(crate) struct NewItem {
    /// The number that is printed before it.
    pub(crate) number: Option<String>,
}

/// The level of a heading that is only recognised by its looks. Below all others.
pub(crate) const BY_LOOKS: u8 = 10;

/// The doubt about a heading that is only recognised by its looks.
pub(crate) const BOLD_LINE: &str = "a bold line; it was read as a heading";

/// The most columns or rows that one cell of a table may cover.
pub(crate) const WIDEST_CELL: usize = 100;

/// The doubt about a table in which a cell covers several columns or rows.
pub(crate) const MERGED_CELLS: &str =
    "a table with merged cells: the words are in the first of them";

impl Block {
    pub(crate) fn new(kind: Kind, text: impl Into<Rich>, origin: usize) -> Self {
        Self {
            kind,
            text: text.into(),
            attached: None,
            number: None,
            origin,
            doubts: Vec::new(),
        }
    }

    /// Returns a table, or a quotation.
    pub(crate) fn attached(contents: Attached, origin: usize) -> Self {
        Self {
            attached: Some(contents),
            ..Self::new(Kind::Attached, "", origin)
        }
    }

    /// Returns the block with a number before its text.
    pub(crate) fn numbered(mut self, number: Option<String>) -> Self {
        self.number = number;
        self
    }

    /// Returns the block with a doubt.
    pub(crate) fn doubtful(mut self, doubt: impl Into<String>) -> Self {
        self.doubts.push(doubt.into());
        self
    }

    /// Returns the text with its number. A table and a quotation are on several lines.
    pub(crate) fn whole(&self) -> Rich {
        if let Some(attached) = &self.attached {
            let mut whole = Rich::default();
            for line in attached.lines() {
                whole.push(&line);
                whole.push_str("\n");
            }
            return whole;
        }
        let mut whole = Rich::default();
        if let Some(number) = &self.number {
            whole.push_str(number);
            whole.push_str(" ");
        }
        whole.push(&self.text);
        whole
    }

    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.kind, Kind::Heading(_))
    }
}

impl Attached {
    /// Returns a table whose rows are filled up with empty cells. Rows and columns without words are
    /// left out; `None` if all are.
    pub(crate) fn table(mut rows: Vec<Vec<Rich>>) -> Option<Self> {
        let is_empty = |cell: &Rich| cell.is_empty();
        rows.retain(|row| !row.iter().all(is_empty));
        let count = rows.iter().map(Vec::len).max()?;
        for row in &mut rows {
            row.resize(count, Rich::default());
        }
        let is_used = |at: &usize| rows.iter().any(|row| !row[*at].is_empty());
        let used: Vec<usize> = (0..count).filter(is_used).collect();
        let rows = rows.into_iter().map(|mut row| {
            let cells = used.iter().map(|&at| std::mem::take(&mut row[at]));
            cells.collect()
        });
        Some(Self::Table(rows.collect()))
    }

    /// Returns its lines: those of a quotation, or the rows of a table.
    pub(crate) fn lines(&self) -> Vec<Rich> {
        match self {
            Self::Quotation(lines) => lines.clone(),
            Self::Table(rows) => rows.iter().map(|row| joined(row, " | ")).collect(),
        }
    }
}

/// Returns the blocks of a table whose rows are a number and a text, as some publishers lay out lists;
/// `None` for any other table. A row is its cells, and a cell its blocks.
pub(crate) fn list<'a>(mut rows: impl Iterator<Item = &'a [Vec<Block>]>) -> Option<Vec<Block>> {
    let mut blocks = Vec::new();
    rows.try_for_each(|row| {
        let [first, second] = row else {
            return None;
        };
        let number = on_one_line(first).into_plain();
        let mut second = second.clone();
        let text = second
            .first_mut()
            .filter(|text| text.number.is_none() && text.attached.is_none())?;
        if read(&number).is_some_and(|start| start.rest.is_empty()) {
            text.number = Some(number);
        } else if ["—", "–", "-", "•"].contains(&&*number) {
            text.kind = Kind::Item(1);
        } else {
            return None;
        }
        blocks.append(&mut second);
        Some(())
    })?;
    (!blocks.is_empty()).then_some(blocks)
}

/// Returns the blocks of a quotation as one block. Headings, tables and numbered paragraphs stay as they
/// are: they are indented, and no quotation.
pub(crate) fn quotation(blocks: Vec<Block>) -> Vec<Block> {
    let is_indented = |block: &Block| {
        block.is_heading() || block.attached.is_some() || read(&block.whole()).is_some()
    };
    let Some(first) = blocks.first().filter(|_| !blocks.iter().any(is_indented)) else {
        return blocks;
    };
    let mut quotation = Block::attached(Attached::Quotation(as_lines(&blocks)), first.origin);
    quotation.doubts = blocks.into_iter().flat_map(|block| block.doubts).collect();
    vec![quotation]
}

/// Joins the texts of blocks on one line, with their numbers.
pub(crate) fn on_one_line(blocks: &[Block]) -> Rich {
    let texts: Vec<Rich> = blocks.iter().map(|block| block.whole().clean()).collect();
    joined(&texts, " ")
}

/// Returns the texts of blocks as lines, with their numbers.
pub(crate) fn as_lines(blocks: &[Block]) -> Vec<Rich> {
    let texts = blocks.iter().flat_map(|block| match &block.attached {
        Some(attached) => attached.lines(),
        None => vec![block.whole()],
    });
    let lines = texts.flat_map(|text| text.clean_lines().lines());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Joins texts that are not empty.
fn joined(texts: &[Rich], between: &str) -> Rich {
    let mut whole = Rich::default();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !whole.is_empty() {
            whole.push_str(between);
        }
        whole.push(text);
    }
    whole
}

/// Returns the doubt about the header rows of a table.
pub(crate) fn about_header_rows(count: usize) -> Option<String> {
    (count > 1).then(|| {
        format!("a table with {count} header rows: the content format has one, so the others are ordinary rows")
    })
}

/// Returns the doubt about pictures that were left out.
pub(crate) fn about_pictures(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("a picture was left out; write down the words in it".to_owned()),
        many => Some(format!(
            "{many} pictures were left out; write down the words in them"
        )),
    }
}
