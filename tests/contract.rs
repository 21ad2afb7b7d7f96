//! The public surface is described in the custom-elements manifest, which is generated from the element's class
//! (tests/javascript.rs). The README, the package and the code that the class does not contain must agree with it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// The lists of the manifest.
const LISTS: [&str; 5] = [
    "attributes",
    "members",
    "events",
    "cssParts",
    "cssProperties",
];

#[test]
fn everything_public_is_described_in_the_readme() {
    let readme = read("README.md");
    let parts = readme
        .split_once("Shadow parts for `::part()`: `")
        .and_then(|(_, rest)| rest.split_once('`'))
        .expect("the README lists the parts")
        .0;
    let parts: BTreeSet<&str> = parts.split_whitespace().collect();
    assert_eq!(
        parts,
        names("cssParts").iter().map(String::as_str).collect()
    );
    for entry in LISTS.iter().flat_map(|list| entries(list)) {
        let name = entry["name"].as_str().expect("everything has a name");
        let is_described = parts.contains(name)
            || readme.contains(&format!("`{name}`"))
            || readme.contains(&format!("`{name}("));
        assert!(is_described, "README.md does not describe {name}");
    }
}

#[test]
fn everything_public_has_a_description() {
    for list in LISTS {
        let entries = entries(list);
        assert!(!entries.is_empty(), "the manifest has no {list}");
        for entry in entries {
            let description = entry["description"].as_str().unwrap_or_default();
            assert!(!description.is_empty(), "{list} has {entry} without one");
        }
    }
}

#[test]
fn parts_properties_and_events_are_those_of_the_code() {
    let rust = below("src", "rs");
    let written = between(&rust, "part=\"", "\"");
    // A part that only some rows have.
    let chosen = between(&rust, "part={", "}").flat_map(|code| between(code, "some(\"", "\""));
    let parts = written.chain(chosen).flat_map(str::split_whitespace);
    assert_eq!(
        parts.map(str::to_owned).collect::<BTreeSet<_>>(),
        names("cssParts")
    );
    let styles = below("www/element/styles", "css");
    assert_eq!(words(&styles, "--ce-", "var("), names("cssProperties"));
    for (folder, kind) in [("www/element", "ts"), ("www/embed", "js")] {
        let events = words(&below(folder, kind), "ce-", "\"");
        assert_eq!(events, names("events"), "in {folder}");
    }
}

#[test]
fn the_package_is_that_of_the_project() {
    // It is a template: the build fills in the project's version, and decides about lines for the compiler.
    let package = read("www/package/package.json").replace("{{ version }}", "\"filled in\"");
    let package: String = package
        .lines()
        .filter(|line| !line.starts_with("{%"))
        .collect();
    let package: Value = serde_json::from_str(&package).expect("package.json is JSON");
    assert_eq!(package["name"], env!("CARGO_PKG_NAME"));
    assert_eq!(
        package["license"],
        format!("({})", env!("CARGO_PKG_LICENSE"))
    );
    assert_eq!(package["version"], "filled in");
}

/// A list of the manifest's only element.
fn entries(list: &str) -> Vec<Value> {
    let manifest: Value = serde_json::from_str(&read("www/package/custom-elements.json"))
        .expect("the manifest is JSON");
    let element = &manifest["modules"][0]["declarations"][0];
    assert_eq!(element["tagName"], "clause-explorer");
    element[list].as_array().expect(list).clone()
}

fn names(list: &str) -> BTreeSet<String> {
    let entries = entries(list).into_iter();
    let names = entries.map(|entry| entry["name"].as_str().map(str::to_owned));
    names.collect::<Option<_>>().expect("everything has a name")
}

/// The lower-case words that begin with a prefix, each directly behind `before`.
fn words(text: &str, prefix: &str, before: &str) -> BTreeSet<String> {
    let end = |c: char| !(c.is_ascii_lowercase() || c == '-');
    let start = format!("{before}{prefix}");
    let rests = text.split(&start).skip(1);
    rests
        .map(|rest| format!("{prefix}{}", rest.split(end).next().unwrap_or_default()))
        .collect()
}

/// The texts between two others.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    let rests = text.split(start).skip(1);
    rests.filter_map(move |rest| rest.split(end).next())
}

/// All files of a kind below a folder, one after the other.
fn below(folder: &str, kind: &str) -> String {
    let files = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name();
    let files = files.into_iter().map(|entry| entry.expect(folder));
    let files = files.filter(|entry| entry.path().extension().is_some_and(|found| found == kind));
    files
        .map(|entry| fs::read_to_string(entry.path()).expect("it is text"))
        .collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
