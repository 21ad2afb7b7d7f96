//! The common form of all documents: a stream of headings, paragraphs, list items and table rows.

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
    /// Doubts of the reader that belong to no block.
    pub(crate) doubts: Vec<String>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    /// The text. A line break inside it is one that the document has; it may separate clauses.
    pub(crate) text: String,
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
    /// A row of a table.
    Row,
}

/// An item of a list whose text has not begun.
#[derive(Debug)]
pub(crate) struct NewItem {
    /// The number that is printed before it.
    pub(crate) number: Option<String>,
}

/// The level of a heading that is only recognised by its looks. Below all others.
pub(crate) const BY_LOOKS: u8 = 10;

impl Block {
    pub(crate) fn new(kind: Kind, text: impl Into<String>, origin: usize) -> Self {
        Self {
            kind,
            text: text.into(),
            number: None,
            origin,
            doubts: Vec::new(),
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

    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.kind, Kind::Heading(_))
    }
}
