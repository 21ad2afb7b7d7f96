//! The public surface is said in four places, which must agree: the custom-elements manifest, from which this takes
//! its list, the types, the README, and the code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

#[test]
fn the_code_has_what_the_manifest_says() {
    let class = read("www/clause-explorer.js");
    let styles = below("www/styles", "css");
    let widget = sources("src/ui.rs", "src/ui");
    let events = sources("src/element.rs", "src/element");
    for (kind, name) in surface() {
        let in_code = match kind {
            // `lang` as a property is every HTML element's.
            "property" if name == "lang" => true,
            "attribute" => attributes(&class).contains(name.as_str()),
            // Attributes that are one of a few words get their properties in one go.
            "property" => {
                class.contains(&format!("get {name}(")) || choices(&class).contains(&name)
            }
            "method" => class.lines().any(|line| {
                line.trim_start_matches("async ")
                    .trim()
                    .starts_with(&format!("{name}("))
                    || line.trim().starts_with(&format!("async {name}("))
            }),
            "event" => events.contains(&format!("\"{name}\"")),
            "part" => parts(&widget).contains(name.as_str()),
            "custom property" => styles.contains(&format!("var({name}")),
            _ => unreachable!("{kind}"),
        };
        assert!(
            in_code,
            "the manifest promises the {kind} {name}, which is not in the code"
        );
    }
}

#[test]
fn the_manifest_says_what_the_code_has() {
    let surface = surface();
    let promises = |kind, name: &str| {
        assert!(
            surface.contains(&(kind, name.to_owned())),
            "the code has the {kind} {name}, of which the manifest says nothing"
        );
    };
    for part in parts(&sources("src/ui.rs", "src/ui")) {
        promises("part", &part);
    }
    let styles = below("www/styles", "css");
    for property in words_after(&styles, "--ce-") {
        promises("custom property", &format!("--ce-{property}"));
    }
    let events = [
        sources("src/element.rs", "src/element"),
        read("www/clause-explorer.js"),
    ]
    .concat();
    for event in words_after(&events, "\"ce-") {
        promises("event", &format!("ce-{event}"));
    }
    let class = read("www/clause-explorer.js");
    for attribute in attributes(&class) {
        promises("attribute", &attribute);
    }
}

#[test]
fn the_types_say_the_same() {
    let types = read("www/clause-explorer.d.ts");
    let element = between(
        &types,
        "export interface ClauseExplorerElement extends HTMLElement {",
        "\n}",
    );
    let attributes = between(&types, "export interface ClauseExplorerAttributes {", "\n}");
    let events = between(&types, "export interface ClauseExplorerEventMap {", "\n}");
    let surface = surface();
    for (kind, name) in &surface {
        let is_typed = match *kind {
            "property" if name == "lang" => true,
            "attribute" => members(attributes).contains(name),
            "property" | "method" => members(element).contains(name),
            "event" => members(events).contains(name),
            _ => true,
        };
        assert!(
            is_typed,
            "clause-explorer.d.ts does not type the {kind} {name}"
        );
    }
    let promises = |kinds: &[&str], name: &String| {
        assert!(
            surface
                .iter()
                .any(|(kind, promised)| kinds.contains(kind) && promised == name),
            "clause-explorer.d.ts types {name}, of which the manifest says nothing"
        );
    };
    for name in members(attributes) {
        promises(&["attribute"], &name);
    }
    for name in members(events) {
        promises(&["event"], &name);
    }
    for name in members(element) {
        if !name.ends_with("EventListener") {
            promises(&["property", "method"], &name);
        }
    }
}

#[test]
fn the_readme_says_the_same() {
    let readme = read("README.md");
    for (kind, name) in surface() {
        let is_told = match kind {
            "method" => readme.contains(&format!("`{name}(")),
            "part" => between(&readme, "Shadow parts for `::part()`: `", "`")
                .split_whitespace()
                .any(|part| part == name),
            _ => readme.contains(&format!("`{name}`")),
        };
        assert!(is_told, "README.md does not tell of the {kind} {name}");
    }
}

/// The package is named, licensed and versioned as the project is.
#[test]
fn the_package_is_the_projects() {
    let package: Value =
        serde_json::from_str(&read("www/package.json")).expect("package.json is JSON");
    assert_eq!(package["name"], env!("CARGO_PKG_NAME"));
    assert_eq!(
        package["license"],
        format!("({})", env!("CARGO_PKG_LICENSE"))
    );
    assert_eq!(
        package["version"], "VERSION",
        "the build puts the project's version there"
    );
}

/// Every name of the public surface, with what it is.
fn surface() -> Vec<(&'static str, String)> {
    let manifest: Value =
        serde_json::from_str(&read("www/custom-elements.json")).expect("the manifest is JSON");
    let element = &manifest["modules"][0]["declarations"][0];
    assert_eq!(
        (&manifest["schemaVersion"], &element["tagName"]),
        (&"1.0.0".into(), &"clause-explorer".into())
    );
    let mut surface = Vec::new();
    for (list, kind) in [
        ("attributes", "attribute"),
        ("members", ""),
        ("events", "event"),
        ("cssParts", "part"),
        ("cssProperties", "custom property"),
    ] {
        for entry in element[list].as_array().expect(list) {
            let kind = match entry["kind"].as_str() {
                Some("field") => "property",
                Some("method") => "method",
                _ => kind,
            };
            let name = entry["name"].as_str().expect("everything has a name");
            assert!(
                !entry["description"].as_str().unwrap_or_default().is_empty(),
                "the {kind} {name} has no description"
            );
            surface.push((kind, name.to_owned()));
        }
    }
    let count = |wanted| surface.iter().filter(|(kind, _)| *kind == wanted).count();
    assert_eq!(
        [
            "attribute",
            "property",
            "method",
            "event",
            "part",
            "custom property"
        ]
        .map(count),
        [7, 9, 4, 4, 20, 9]
    );
    surface
}

/// The attributes that the class observes: those that it lists, those that are also properties, and the choices.
fn attributes(class: &str) -> BTreeSet<String> {
    let observed = between(class, "observedAttributes = [", "]");
    let properties = between(class, "PROPERTIES = [", "]");
    let listed = [observed, properties]
        .into_iter()
        .flat_map(|list| list.split(','));
    let quoted = |word: &str| Some(word.trim().strip_prefix('"')?.strip_suffix('"')?.to_owned());
    listed.filter_map(quoted).chain(choices(class)).collect()
}

/// The attributes that are one of a few words.
fn choices(class: &str) -> BTreeSet<String> {
    let choices = between(class, "const CHOICES = {", "};");
    let names = choices
        .split(": [")
        .filter_map(|before| before.split([' ', ',']).next_back());
    let names: BTreeSet<String> = names
        .filter(|name| !name.is_empty() && name.chars().all(char::is_alphabetic))
        .map(str::to_owned)
        .collect();
    assert!(names.contains("theme"), "{names:?}");
    names
}

/// The names of the parts in the widget's sources.
fn parts(sources: &str) -> BTreeSet<String> {
    let attributes = sources.split("part=\"").skip(1);
    let names = attributes.filter_map(|rest| rest.split('"').next());
    names
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

/// The names of an interface's members.
fn members(body: &str) -> BTreeSet<String> {
    let is_member = |line: &&str| {
        line.starts_with("  ")
            && line
                .as_bytes()
                .get(2)
                .is_some_and(|c| c.is_ascii_alphabetic() || *c == b'"')
    };
    let name = |line: &str| {
        let line = line.trim();
        let line = ["get ", "set ", "readonly "]
            .iter()
            .find_map(|word| line.strip_prefix(word))
            .unwrap_or(line);
        let end = |c: char| !(c.is_alphanumeric() || c == '-');
        line.trim_start_matches('"')
            .split(end)
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    body.lines().filter(is_member).map(name).collect()
}

fn words_after(text: &str, start: &str) -> BTreeSet<String> {
    let end = |c: char| !(c.is_ascii_lowercase() || c == '-');
    let words = text.split(start).skip(1);
    words
        .filter_map(|rest| rest.split(end).next())
        .map(str::to_owned)
        .collect()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).map(|(_, rest)| rest);
    let found = rest.and_then(|rest| rest.split_once(end));
    found
        .unwrap_or_else(|| panic!("expected “{start}” and “{end}”"))
        .0
}

/// A file, and those of the folder beside it.
fn sources(file: &str, folder: &str) -> String {
    read(file) + &below(folder, "rs")
}

/// The files of a kind below a folder, one after the other.
fn below(folder: &str, kind: &str) -> String {
    let files = walkdir::WalkDir::new(root().join(folder));
    let files = files.into_iter().flatten();
    let files = files.filter(|entry| entry.path().extension().is_some_and(|found| found == kind));
    let texts = files.filter_map(|entry| fs::read_to_string(entry.path()).ok());
    texts.collect::<Vec<_>>().concat()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
