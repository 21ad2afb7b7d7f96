//! Writes a site to a folder: the files, then their compressed copies.
//!
//! A server never sends half a file, because each appears whole. The compressed copies of a file are removed before the
//! file changes and written after it, so a copy always matches its file.

use std::path::{Path, PathBuf};

use publish::site::File;

use crate::failure::Failure;
use crate::system::{Kind, System};

/// The endings of the compressed copies.
const ENDINGS: [&str; 2] = ["br", "gz"];

/// A file's name, its size, and its size in brotli, both in bytes.
pub(crate) type Size = (String, usize, usize);

/// The file that shows that a folder is of an earlier build, complete or not.
const MARK: &str = "clause-explorer.js";

/// Reports a folder with other files than those of an earlier build, because they could be lost.
/// Creates nothing: the content may have errors.
pub(crate) fn claim(system: &impl System, out: &Path) -> Result<(), Failure> {
    match system.kind(out) {
        None => return Ok(()),
        Some(Kind::File(_)) => return refuse("a folder", out, "a file"),
        Some(Kind::Folder) => {}
    }
    let earlier = system.kind(&out.join(MARK));
    if system.is_empty(out) || matches!(earlier, Some(Kind::File(_))) {
        Ok(())
    } else {
        refuse("an empty folder or an earlier build", out, "other files")
    }
}

/// Creates the folder if it does not exist.
pub(crate) fn make(system: &impl System, out: &Path) -> Result<(), Failure> {
    if matches!(system.kind(out), Some(Kind::File(_))) {
        return refuse("a folder", out, "a file");
    }
    match system.make_folder(out) {
        Ok(()) => Ok(()),
        Err(error) => {
            let found = format!("one that cannot be created: {error}");
            refuse("a folder", out, &found)
        }
    }
}

fn refuse(expected: &str, out: &Path, found: &str) -> Result<(), Failure> {
    let out = out.display();
    Err(Failure::Usage(format!(
        "expected {expected} at {out}, found {found}; name another folder with --out"
    )))
}

/// Writes the files that differ from those in the folder.
pub(crate) fn write_files(system: &impl System, out: &Path, files: &[File]) -> Result<(), Failure> {
    let write = |File { name, bytes }: &File| {
        let path = out.join(name);
        if system.kind(&path) == Some(Kind::File(bytes.len()))
            && system
                .read(&path, u64::MAX)
                .is_ok_and(|written| written == *bytes)
        {
            return Ok(());
        }
        for copy in copy_paths(out, name) {
            if system.kind(&copy).is_some() {
                system.remove(&copy)?;
            }
        }
        system.write(&path, bytes)
    };
    // Into a new folder, the mark comes first: the next build continues one that was interrupted.
    let is_first = |file: &&File| file.name == MARK && system.is_empty(out);
    let mark = files.iter().filter(is_first);
    let mut written = mark.chain(files).map(write);
    written
        .find_map(Result::err)
        .map_or(Ok(()), |error| Err(failure(out, &error)))
}

/// Writes missing compressed copies, and returns the sizes of all files.
pub(crate) fn write_copies(
    system: &impl System,
    out: &Path,
    files: &[&File],
) -> Result<Vec<Size>, Failure> {
    let has_copies = |file: &&File| {
        let copies = copy_paths(out, &file.name);
        copies.iter().all(|copy| system.kind(copy).is_some())
    };
    let missing = files.iter().copied().filter(|file| !has_copies(file));
    let missing: Vec<&File> = missing.collect();
    let copies = system
        .copies(&missing)
        .map_err(|error| failure(out, &error))?;
    for (file, copies) in missing.iter().zip(copies) {
        // The one that the sizes are read from comes last.
        for (path, bytes) in copy_paths(out, &file.name).iter().zip(copies).rev() {
            system
                .write(path, &bytes)
                .map_err(|error| failure(out, &error))?;
        }
    }
    let size = |file: &File| {
        let [brotli, _] = copy_paths(out, &file.name);
        let brotli = match system.kind(&brotli) {
            Some(Kind::File(size)) => size,
            _ => 0,
        };
        (file.name.clone(), file.bytes.len(), brotli)
    };
    Ok(files.iter().copied().map(size).collect())
}

/// Returns the paths of a file's compressed copies.
fn copy_paths(out: &Path, name: &str) -> [PathBuf; 2] {
    ENDINGS.map(|ending| out.join(format!("{name}.{ending}")))
}

fn failure(out: &Path, error: &str) -> Failure {
    Failure::build(&format!("write {}", out.display()), error)
}
