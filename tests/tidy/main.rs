//! Rules of the sources that neither Cargo nor the compiler can hold.
//!
//! Each rule is a function from a text to its violations. One test applies it to the sources, another shows that it
//! reports a planted fault.

mod circles;
mod english;
mod length;
mod markup;
mod purity;
mod shadowed_names;
mod styles;
mod unsafe_code;

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The members of the workspace, by their folders.
const MEMBERS: [&str; 9] = [
    "src/plan",
    "src/query",
    "src/publish",
    "src/compile",
    "src/import",
    "src/commands",
    "src/widget",
    "src/compiler",
    "src/node",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The project's own files below some folders that have one of these endings, with their paths from the root.
fn files_below(folders: &[&str], endings: &[&str]) -> Vec<PathBuf> {
    let is_ours = |entry: &walkdir::DirEntry| {
        entry.file_name() != "node_modules" && entry.file_name() != "vendor"
    };
    let files = folders.iter().flat_map(|folder| {
        let below = WalkDir::new(root().join(folder)).sort_by_file_name();
        below.into_iter().filter_entry(is_ours).flatten()
    });
    let has_ending = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| endings.contains(&ending))
    };
    let files: Vec<PathBuf> = files
        .map(walkdir::DirEntry::into_path)
        .filter(|path| has_ending(path))
        .map(|path| path.strip_prefix(root()).unwrap_or(&path).to_owned())
        .collect();
    assert!(!files.is_empty(), "no files below {folders:?}");
    files
}

/// The text of a file, by its path from the root.
fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Fails with all violations, a line each.
fn assert_none(violations: &[String]) {
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

/// Whether an item is for tests alone.
fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Ident>()
                .is_ok_and(|condition| condition == "test")
    })
}
