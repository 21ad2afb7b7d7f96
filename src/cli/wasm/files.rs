//! The files of a kept wasm.

use std::fs;
use std::path::Path;

use commands::Failure;

use crate::cli::native::write_whole;

/// Writes a file that appears whole or not at all.
pub(super) fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    write_whole(&folder.join(name), bytes.as_ref())
        .map_err(|error| Failure::build(&format!("write {}", folder.join(name).display()), error))
}

/// Returns the bytes of a file.
pub(super) fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let path = folder.join(name);
    fs::read(&path).map_err(|error| Failure::build(&format!("read {}", path.display()), error))
}

/// Returns the text of a file.
pub(super) fn read_text(folder: &Path, name: &str) -> Result<String, Failure> {
    String::from_utf8(read(folder, name)?)
        .map_err(|error| Failure::build(&format!("read {name}"), error))
}
