//! A document in the form that the compiler reads, as data.

/// A document in the form that the compiler reads.
#[derive(Debug)]
pub(crate) struct Fitted {
    pub(crate) preamble: Vec<Entry>,
    pub(crate) parts: Vec<Part>,
    /// The first number of an article, of a section, and of clauses directly in each.
    pub(crate) numbering: [String; 4],
    /// Doubts about the numbers of the whole document.
    pub(crate) doubts: Vec<String>,
}

/// A division with its contents.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its number and heading.
    pub(crate) heading: Entry,
    pub(crate) clauses: Vec<Entry>,
    pub(crate) sections: Vec<Part>,
}

/// A piece of text with its number, which may be empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) number: String,
    pub(crate) text: String,
    pub(crate) origin: usize,
    pub(crate) doubts: Vec<String>,
}
