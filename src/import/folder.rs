//! The results of an import, and its options.

/// How to import a document.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The tag of the document's language; recognised by its words without one.
    pub language: Option<String>,
}

/// A content folder.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Its files.
    pub files: Vec<File>,
    /// Everything that the importer was unsure of, in the order of the files.
    pub notes: Vec<Note>,
}

/// A file of a content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Something that the importer was unsure of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The path of the written file.
    pub file: String,
    /// The line in it, from 1.
    pub line: usize,
    /// The line of the imported file, or the number of its paragraph in a docx, from 1.
    pub origin: Option<usize>,
    /// The doubt, in words.
    pub message: String,
}
