//! The element reads nothing of the host's page by a name that the host's page can take away.

use super::{assert_none, files_below, read};

/// Modules that hold the safe ways, and one that runs only in a page of ours.
const EXEMPT: [&str; 3] = ["native.js", "ancestors.js", "wasm-inside.js"];

/// A named image is a property of the document, and a field of a form is one of its form.
const SHADOWED: [&str; 5] = [
    "document.",
    ".parentElement",
    ".parentNode",
    ".lang",
    ".ownerDocument.",
];

#[test]
fn element_reads_no_name_that_a_host_can_take() {
    let paths = files_below(&["www/element"], &["js"]);
    let read_by_us = paths
        .iter()
        .filter(|path| !EXEMPT.iter().any(|name| path.ends_with(name)));
    let violations: Vec<String> = read_by_us
        .flat_map(|path| {
            let found = shadowed(&read(path));
            found
                .into_iter()
                .map(|line| {
                    format!(
                        "{}: expected a function of native.js or ancestors.js, found {line}",
                        path.display()
                    )
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert_none(&violations);
}

#[test]
fn finds_shadowed_names_in_code() {
    for (line, is_found) in [
        ("const p = document.createElement('p');", true),
        ("if (node.parentElement) f();", true),
        ("tags.push(form.lang);", true),
        ("observer.observe(document, options);", false),
        ("// document.createElement is hidden", false),
        ("const found = words.languages;", false),
    ] {
        assert_eq!(!shadowed(line).is_empty(), is_found, "{line}");
    }
}

/// Returns the lines of a script that read such a name, except for comments.
fn shadowed(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    let code = lines.filter(|line| {
        !line.starts_with("//") && !line.starts_with('*') && !line.starts_with("/*")
    });
    let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
    let reads = |line: &&str| {
        SHADOWED.iter().any(|name| {
            let mut after = line
                .match_indices(name)
                .map(|(at, _)| &line[at + name.len()..]);
            after.any(|rest| name.ends_with('.') || is_whole(rest))
        })
    };
    code.filter(reads).map(str::to_owned).collect()
}
