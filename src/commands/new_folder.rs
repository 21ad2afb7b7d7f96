//! Writes the files of a content folder that does not exist yet.

use std::path::Path;

use crate::failure::Failure;
use crate::system::{Kind, System};

/// The guide for authors. The compiler does not read it.
pub(crate) const GUIDE: &str = include_str!("../../content/README.md");

/// Writes files to a folder, by their paths in it, and the guide for authors. The folder must be new or empty.
pub(crate) fn write<'a>(
    system: &impl System,
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(), Failure> {
    check(system, folder)?;
    for (name, text) in files.into_iter().chain([(compile::README, GUIDE)]) {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        let made = system.make_folder(parent);
        made.and_then(|()| system.write(&path, text.as_bytes()))
            .map_err(|error| Failure::build(&format!("write {}", path.display()), error))?;
    }
    Ok(())
}

/// Creates the folder, and refuses one that has files in it.
fn check(system: &impl System, folder: &Path) -> Result<(), Failure> {
    let refuse = |found: &str| {
        let folder = folder.display();
        Err(Failure::Usage(format!(
            "expected a new or empty folder at {folder}, found {found}; name another folder"
        )))
    };
    if matches!(system.kind(folder), Some(Kind::File(_))) {
        return refuse("a file");
    }
    if let Err(error) = system.make_folder(folder) {
        return refuse(&format!("a folder that cannot be created ({error})"));
    }
    if !system.is_empty(folder) {
        return refuse("files in it");
    }
    Ok(())
}
