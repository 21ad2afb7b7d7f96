//! The machine that a command runs on, as the commands see it. The command line and Node.js have one each.

use std::path::{Path, PathBuf};

use publish::site::File;

use crate::failure::Failure;

/// Something that a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file, with its size in bytes.
    File(usize),
    /// A folder.
    Folder,
}

/// The compressed copies of a file: brotli and gzip.
pub type Copies = [Vec<u8>; 2];

/// The files, the output and the clock of a machine. Errors are the words of the system.
pub trait System {
    /// Returns the kind of thing that a path leads to; `None` if it leads nowhere.
    fn kind(&self, path: &Path) -> Option<Kind>;

    /// Reports whether a folder can be read and has no entries.
    fn is_empty(&self, folder: &Path) -> bool;

    /// Returns the paths of all files below a folder, relative to it and with `/` as separator.
    ///
    /// # Errors
    /// If a folder cannot be read; the error names it.
    fn files_below(&self, folder: &Path) -> Result<Vec<String>, String>;

    /// Returns the first bytes of a file, at most as many as the limit.
    ///
    /// # Errors
    /// If the file cannot be read.
    fn read(&self, file: &Path, limit: u64) -> Result<Vec<u8>, String>;

    /// Writes a file that appears whole or not at all. Its folder exists.
    ///
    /// # Errors
    /// If the file cannot be written.
    fn write(&self, file: &Path, bytes: &[u8]) -> Result<(), String>;

    /// Removes a file.
    ///
    /// # Errors
    /// If the file cannot be removed.
    fn remove(&self, file: &Path) -> Result<(), String>;

    /// Creates a folder and those above it, if they do not exist.
    ///
    /// # Errors
    /// If the folder cannot be created.
    fn make_folder(&self, folder: &Path) -> Result<(), String>;

    /// Prints a line to the standard output.
    fn print(&self, line: &str);

    /// Prints a line to the standard error: progress, which is no part of the output.
    fn report(&self, line: &str);

    /// Returns the milliseconds since the beginning of 1970 in UTC.
    fn milliseconds(&self) -> u64;

    /// Returns the compressed copies of files, in their order: see [`crate::copies`].
    ///
    /// # Errors
    /// If the compression fails.
    fn copies(&self, files: &[&File]) -> Result<Vec<Copies>, String>;

    /// Returns the content folder of commands that name none.
    fn content(&self) -> PathBuf;

    /// Returns the folder to write to of commands that name none.
    fn dist(&self) -> PathBuf;
}

/// The commands that need an engine, which each machine gets in a way of its own.
pub trait WithEngine {
    /// Writes the explorer for a content folder: see [`crate::Site`].
    ///
    /// # Errors
    /// If the content has errors, or a step fails.
    fn build(&self, content: &Path, out: &Path) -> Result<(), Failure>;

    /// Serves the explorer for a content folder.
    ///
    /// # Errors
    /// If it cannot be built or served.
    fn serve(&self, content: PathBuf, port: Option<u16>) -> Result<(), Failure>;
}
