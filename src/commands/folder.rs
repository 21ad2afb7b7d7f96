//! A content folder in memory: its compilation, its site, and its zip archive.

use std::collections::BTreeMap;

use crate::new_folder;
use compile::{Compiled, Content, Source, compile, is_content};
use publish::archive::{ArchiveError, Packing, pack, unpack};
use publish::site::{Engine, File, Options, PREVIEW, SiteError, site};

/// The licence files of the project, which every site contains.
const LICENCES: [(&str, &str); 2] = [
    ("LICENSE-APACHE", include_str!("../../LICENSE-APACHE")),
    ("LICENSE-MIT", include_str!("../../LICENSE-MIT")),
];

/// The template of the showcase page, which a content folder may contain.
const SHOWCASE: &str = "showcase.html";

/// The largest content folder in a zip archive, in bytes when unpacked.
pub const LARGEST: u64 = 64 << 20;

/// The files of a content folder, by their paths in it, with `/` as separator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The files. All other functions ignore those that no command reads.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// Reports whether a command reads the file with this path.
    #[must_use]
    pub fn is_read(path: &str) -> bool {
        is_content(path) || path == SHOWCASE || path == PREVIEW
    }

    /// Compiles the content.
    #[must_use]
    pub fn compile(&self) -> Compiled {
        let mut source = Source::default();
        for (path, bytes) in self.files.iter().filter(|(path, _)| is_content(path)) {
            source.add_bytes(path, bytes);
        }
        compile(&source)
    }

    /// Returns every file of the site of this folder, which was compiled, except the compressed copies.
    ///
    /// # Errors
    /// If the engine is not whole, or the folder's template or picture is unfit.
    pub fn site(&self, content: &Content, engine: &Engine) -> Result<Vec<File>, SiteError> {
        let showcase = self.files.get(SHOWCASE);
        let showcase = showcase.and_then(|bytes| std::str::from_utf8(bytes).ok());
        let options = Options {
            version: env!("CARGO_PKG_VERSION"),
            showcase,
            preview: self.files.get(PREVIEW).map(Vec::as_slice),
            folder: &self.files,
            licences: &LICENCES,
            guide: new_folder::GUIDE,
        };
        site(content, engine, &options)
    }

    /// Packs the files into a zip archive.
    ///
    /// # Errors
    /// If a path cannot be in an archive.
    pub fn zip(&self) -> Result<Vec<u8>, ArchiveError> {
        let files = self.files.iter();
        let files = files.map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        pack(files, Packing::Deflated)
    }

    /// Unpacks a zip archive. If all files are in one folder, this folder is the content folder.
    ///
    /// # Errors
    /// If it is no zip archive, or larger than [`LARGEST`] when unpacked.
    pub fn unzip(bytes: &[u8]) -> Result<Self, ArchiveError> {
        let mut files = unpack(bytes, LARGEST)?;
        files.retain(|path, _| !is_of_the_system(path));
        Ok(Self {
            files: entered(files),
        })
    }
}

/// Reports whether a program of the author's machine added a file to the archive.
fn is_of_the_system(path: &str) -> bool {
    let mut parts = path.split('/');
    parts.any(|part| matches!(part, "__MACOSX" | ".DS_Store" | "Thumbs.db" | "desktop.ini"))
}

/// Returns the files below the innermost folder that contains all of them.
fn entered(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let top = files.keys().next().and_then(|path| path.split_once('/'));
    let Some(top) = top.map(|(top, _)| format!("{top}/")) else {
        return files;
    };
    if !files.keys().all(|path| path.starts_with(&top)) {
        return files;
    }
    let below = files.into_iter();
    let below = below.map(|(path, bytes)| (path[top.len()..].to_owned(), bytes));
    entered(below.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(paths: &[&str]) -> Folder {
        let files = paths
            .iter()
            .map(|path| ((*path).to_owned(), path.as_bytes().to_vec()));
        Folder {
            files: files.collect(),
        }
    }

    fn paths(folder: &Folder) -> Vec<&str> {
        folder.files.keys().map(String::as_str).collect()
    }

    #[test]
    fn unzips_its_own_archive_and_those_of_other_programs() {
        for (packed, unpacked) in [
            (
                &["facets/sector.toml", "plan.toml"][..],
                &["facets/sector.toml", "plan.toml"][..],
            ),
            (
                &["harbour/plan.en.md", "harbour/plan.toml"],
                &["plan.en.md", "plan.toml"],
            ),
            (
                &["a/b/plan.toml", "__MACOSX/a/b/._plan.toml", "a/.DS_Store"],
                &["plan.toml"],
            ),
            (&["facets/sector.toml"], &["sector.toml"]),
        ] {
            let archive = folder(packed).zip().expect("an archive");
            let folder = Folder::unzip(&archive).expect("its own archive");
            assert_eq!(paths(&folder), unpacked);
        }
    }

    #[test]
    fn reads_content_template_and_picture() {
        for (path, is_read) in [
            ("plan.toml", true),
            ("columns/budget.csv", true),
            ("showcase.html", true),
            ("preview.png", true),
            ("README.md", false),
            ("facets/README.md", false),
            ("facets/preview.png", false),
            ("notes.txt", false),
            (".md", false),
        ] {
            assert_eq!(Folder::is_read(path), is_read, "{path}");
        }
    }
}
