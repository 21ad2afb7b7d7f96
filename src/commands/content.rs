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

/// Why a content folder cannot be read.
#[derive(Clone, Debug)]
pub struct Unreadable {
    pub(crate) message: String,
    /// The remedy; empty if the message has it.
    pub(crate) hint: &'static str,
}

impl From<Unreadable> for Failure {
    fn from(Unreadable { message, hint }: Unreadable) -> Self {
        let separator = if hint.is_empty() { "" } else { "; " };
        Self::Usage([&message, separator, hint].concat())
    }
}

/// Reads a content folder that a user named.
///
/// # Errors
/// If the folder or a file cannot be read.
pub fn read_folder(system: &impl System, folder: &Path) -> Result<Folder, Unreadable> {
    let unfit = match system.kind(folder) {
        Some(Kind::Folder) => None,
        Some(Kind::File(_)) => Some((
            "a file",
            "name the folder with --content, or make one from a document with `import FILE --out DIR`",
        )),
        None => Some((
            "none",
            "name another with --content, or make one with `import FILE --out DIR` or `new DIR`",
        )),
    };
    if let Some((found, hint)) = unfit {
        let path = folder.display();
        let message = format!("expected a content folder at {path}, found {found}");
        return Err(Unreadable { message, hint });
    }
    let unreadable = |error: String| Unreadable {
        message: format!("expected a readable content folder: {error}"),
        hint: "",
    };
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
