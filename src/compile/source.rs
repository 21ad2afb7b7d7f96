//! The files of a content folder, read once.
//!
//! [`Source::read`] is the only function of the compiler that may use the file system. Everything
//! else works on the texts that it returns, so the compiler also runs without a file system.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

/// The name of files for authors. A content folder may have some, and nothing reads them.
pub const README: &str = "README.md";

/// Reports whether the compiler reads a file of a content folder, by its path in it: all `.toml`, `.md` and `.csv` files
/// but [`README`].
#[must_use]
pub fn is_content(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    ending.is_some_and(|(_, ending)| matches!(ending, "toml" | "md" | "csv")) && name != README
}

/// The text files of a content folder, by their paths in this folder, with `/` as separator.
#[derive(Clone, Debug, Default)]
pub struct Source {
    files: BTreeMap<String, String>,
    /// Files that are not UTF-8, with their encoding.
    others: BTreeMap<String, Encoding>,
}

/// The encoding of a file that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// The file begins with the mark of UTF-16, or has the zeros of it.
    Utf16,
    /// Another one, with the index of the first byte that is invalid in UTF-8.
    Unknown(usize),
}

impl Source {
    /// Reads the content files below a folder: those that [`is_content`] accepts.
    ///
    /// # Errors
    /// If the folder or a file cannot be read; the error names the path. A file that is not UTF-8
    /// is no such error: [`crate::compile()`] reports it.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut source = Self::default();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry?;
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            let path = parts.join("/");
            if !entry.file_type().is_file() || !is_content(&path) {
                continue;
            }
            let bytes = std::fs::read(entry.path()).map_err(|error| {
                io::Error::new(error.kind(), format!("{}: {error}", entry.path().display()))
            })?;
            source.add_bytes(&path, &bytes);
        }
        Ok(source)
    }

    /// Adds or replaces one file as it is stored. [`crate::compile()`] reports one that is not UTF-8.
    pub fn add_bytes(&mut self, path: &str, bytes: &[u8]) {
        self.add(path, String::from_utf8_lossy(bytes));
        if let Some(encoding) = Encoding::of(bytes) {
            self.others.insert(path.to_owned(), encoding);
        }
    }

    /// Adds or replaces one file.
    pub fn add(&mut self, path: &str, text: impl Into<String>) {
        self.others.remove(path);
        // A byte order mark is not text. CRLF stays, because removing it would shift the columns.
        let text: String = text.into();
        let text = text
            .strip_prefix('\u{feff}')
            .map_or(text.clone(), str::to_owned);
        self.files.insert(path.to_owned(), text);
    }

    /// Removes a file, if the folder has it.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
        self.others.remove(path);
    }

    /// Returns the text of a file, if the folder has this file.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Returns the files that are not UTF-8, with their encodings.
    pub(crate) fn in_other_encodings(&self) -> &BTreeMap<String, Encoding> {
        &self.others
    }

    /// Returns the paths below a folder of the content, sorted.
    pub(crate) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.files
            .keys()
            .map(String::as_str)
            .filter(move |path| path.starts_with(folder))
    }
}

impl Encoding {
    /// Returns the encoding of a file, unless it is UTF-8.
    fn of(bytes: &[u8]) -> Option<Self> {
        let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        // The Latin letters, digits and signs of UTF-16 have a zero beside them.
        let start = &bytes[..bytes.len().min(64)];
        let zeros: usize = start.iter().map(|byte| usize::from(*byte == 0)).sum();
        if has_mark || start.len() > 3 && zeros * 3 >= start.len() {
            return Some(Self::Utf16);
        }
        // A byte order mark is not part of the text.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let error = std::str::from_utf8(bytes).err()?;
        Some(Self::Unknown(error.valid_up_to()))
    }
}
