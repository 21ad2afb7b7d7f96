//! The content folder that a command uses.

use std::path::Path;

use compile::{Compiled, Content};

use crate::failure::Failure;
use crate::folder::Folder;
use crate::system::{Kind, System};

/// Reads and compiles a content folder. An error contains all problems of the content.
pub(crate) fn compile_folder(system: &impl System, folder: &Path) -> Result<Content, Failure> {
    compiled(folder, &read_folder(system, folder)?)
}

/// Compiles the files of a content folder. An error contains all problems of the content.
pub(crate) fn compiled(folder: &Path, files: &Folder) -> Result<Content, Failure> {
    let Compiled {
        content,
        diagnostics,
    } = files.compile();
    content.ok_or_else(|| Failure::content(folder, diagnostics))
}

/// Reads a content folder that a user named.
///
/// # Errors
/// If the folder or a file cannot be read.
pub fn read_folder(system: &impl System, folder: &Path) -> Result<Folder, Failure> {
    let path = folder.display();
    let unfit = match system.kind(folder) {
        Some(Kind::Folder) => None,
        Some(Kind::File(_)) => Some(format!(
            "expected a content folder at {path}, found a file; name the folder with --content, or make one from a document with `import FILE --out DIR`"
        )),
        None => Some(format!(
            "expected a content folder at {path}, found none; name another with --content, or make one with `import FILE --out DIR` or `new DIR`"
        )),
    };
    if let Some(unfit) = unfit {
        return Err(Failure::Usage(unfit));
    }
    let unreadable =
        |error: String| Failure::Usage(format!("expected a readable content folder: {error}"));
    let mut read = Folder::default();
    for path in system.files_below(folder).map_err(unreadable)? {
        if Folder::is_read(&path) {
            let file = folder.join(&path);
            let bytes = system.read(&file, u64::MAX);
            let bytes =
                bytes.map_err(|error| unreadable(format!("{}: {error}", file.display())))?;
            read.files.insert(path, bytes);
        }
    }
    Ok(read)
}
