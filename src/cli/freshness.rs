//! Fingerprints of files: whether `dist/` and the engine were made of the current files.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use compile::README;
use walkdir::{DirEntry, WalkDir};

use super::project::Project;

/// Returns a number that changes when any file that a build reads changes.
pub(super) fn fingerprint(project: &Project, content: &Path) -> u64 {
    let root = project.root();
    let mut hasher = DefaultHasher::new();
    hash_content(content, &mut hasher);
    for input in [
        project.sources(),
        project.www(),
        root.join("Cargo.toml"),
        root.join("Cargo.lock"),
    ] {
        hash_files(&input, &mut hasher);
    }
    hasher.finish()
}

/// Returns a number that changes when any of these folders and files of `src/` changes, or the versions of the libraries.
pub(super) fn fingerprint_of_sources<'a>(
    project: &Project,
    sources: impl IntoIterator<Item = &'a &'a str>,
) -> u64 {
    let sources = sources.into_iter().map(|name| project.sources().join(name));
    let manifests = ["Cargo.toml", "Cargo.lock"].map(|name| project.root().join(name));
    hash_all(sources.chain(manifests))
}

/// Hashes the files of a content folder that the compiler reads.
fn hash_content(folder: &Path, hasher: &mut DefaultHasher) {
    hash_if(folder, hasher, |entry| entry.file_name() != README);
}

fn hash_all(inputs: impl IntoIterator<Item = PathBuf>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        hash_files(&input, &mut hasher);
    }
    hasher.finish()
}

/// Remembers that the present contents of `out` were made of files with this fingerprint.
pub(super) fn remember(project: &Project, out: &Path, fingerprint: u64) {
    // An error is ignored: without this note, the next run only builds once more than necessary.
    fs::write(
        note(project, out),
        format!("{fingerprint} {}", contents(out)),
    )
    .ok();
}

/// Reports whether `out` was made of files with this fingerprint, and was not changed since.
pub(super) fn is_fresh(project: &Project, out: &Path, fingerprint: u64) -> bool {
    let noted = fs::read_to_string(note(project, out)).unwrap_or_default();
    noted == format!("{fingerprint} {}", contents(out))
}

/// Returns a number that changes when a file in the folder changes.
fn contents(folder: &Path) -> u64 {
    hash_all([folder.to_owned()])
}

/// Hashes the contents of files and their paths inside the folder, so a copy of a folder has the
/// same hash.
fn hash_files(folder: &Path, hasher: &mut DefaultHasher) {
    hash_if(folder, hasher, |_| true);
}

fn hash_if(folder: &Path, hasher: &mut DefaultHasher, is_read: fn(&DirEntry) -> bool) {
    for entry in WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        if entry.file_type().is_file() && is_read(&entry) {
            entry
                .path()
                .strip_prefix(folder)
                .unwrap_or(entry.path())
                .hash(hasher);
            fs::read(entry.path()).unwrap_or_default().hash(hasher);
        }
    }
}

fn note(project: &Project, out: &Path) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    std::path::absolute(out)
        .unwrap_or_else(|_| out.to_owned())
        .hash(&mut hasher);
    project
        .target()
        .join("clause-explorer")
        .join(format!("built-{:x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignores_notes_for_authors() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str| fs::write(folder.path().join(name), name).expect("a file");
        let hash = || {
            let mut hasher = DefaultHasher::new();
            hash_content(folder.path(), &mut hasher);
            hasher.finish()
        };
        write("plan.toml");
        let before = hash();
        write("README.md");
        assert_eq!(hash(), before);
        write("plan.en.md");
        assert_ne!(hash(), before);
    }
}
