//! Writes the files of a content folder that does not exist yet.

use std::fs;
use std::path::Path;

use super::failure::Failure;

/// Writes files to a folder, by their paths in it. The folder must be new or empty.
pub(super) fn write<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(), Failure> {
    check(folder)?;
    for (name, text) in files {
        let path = folder.join(name);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&path, text))
            .map_err(|error| Failure::build(&format!("write {}", path.display()), error))?;
    }
    Ok(())
}

/// Creates the folder, and refuses one that has files in it.
pub(super) fn check(folder: &Path) -> Result<(), Failure> {
    let refuse = |found: &str| {
        let folder = folder.display();
        Err(Failure::Usage(format!(
            "expected a new or empty folder at {folder}, found {found}; name another folder"
        )))
    };
    if folder.exists() && !folder.is_dir() {
        return refuse("a file");
    }
    if let Err(error) = fs::create_dir_all(folder) {
        return refuse(&format!("a folder that cannot be created ({error})"));
    }
    if !fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none()) {
        return refuse("files in it");
    }
    Ok(())
}
