//! Unsafe code is allowed in one file, which declares the entries into the second wasm.

use std::path::Path;

use super::{assert_none, files_below, read};

/// The file with the declarations.
const ALLOWED: &str = "src/widget/rare.rs";

/// Returns a violation if another file than [`ALLOWED`] sets the lint aside.
fn violations(path: &Path, text: &str) -> Vec<String> {
    let sets_it_aside =
        |line: &&str| line.trim_start().starts_with("unsafe_code") || line.contains("(unsafe_code");
    let is_allowed = path == Path::new(ALLOWED);
    let lines = text
        .lines()
        .filter(|line| !is_allowed && sets_it_aside(line));
    lines
        .map(|line| {
            format!(
                "{}: expected no exception from the lint, found {line}",
                path.display()
            )
        })
        .collect()
}

#[test]
fn unsafe_code_is_in_one_file() {
    let files = files_below(&["src"], &["rs"]);
    let all = files.iter().flat_map(|path| violations(path, &read(path)));
    assert_none(&all.collect::<Vec<_>>());
}

#[test]
fn exceptions_are_found() {
    for planted in [
        "#![allow(unsafe_code)]",
        "#[expect(\n    unsafe_code,\n    reason = \"x\"\n)]",
    ] {
        assert_eq!(
            violations(Path::new("src/widget/lib.rs"), planted).len(),
            1,
            "{planted}"
        );
    }
    assert!(violations(Path::new(ALLOWED), "#![allow(unsafe_code)]").is_empty());
}
