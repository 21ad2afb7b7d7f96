//! No text becomes HTML or code in a page.

use super::{assert_none, files_below, read};

/// Names by which a page turns text into HTML or code.
const NAMES: [&str; 8] = [
    "innerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "parseFromString",
    "createContextualFragment",
    "srcdoc",
    "eval",
    "Function",
];

#[test]
fn no_script_turns_text_into_html_or_code() {
    let mut violations = Vec::new();
    for path in files_below(&["www"], &["js"]) {
        let text = read(&path);
        let found = names(&text);
        violations.extend(
            found
                .iter()
                .map(|name| format!("{} uses {name}", path.display())),
        );
    }
    assert_none(&violations);
}

#[test]
fn finds_the_names_however_they_are_written() {
    for (text, found) in [
        ("x.innerHTML= y", true),
        ("x.innerHTML=y", true),
        ("x['innerHTML'] = y", true),
        ("x?.insertAdjacentHTML ('beforeend', y)", true),
        ("new Function(text)", true),
        ("document.write(y)", true),
        ("x.outerHTML =y", true),
        ("y = x.outerHTML", false),
        ("x.outerHTML === y", false),
        ("x.textContent = y", false),
        ("const myFunction = 1", false),
        ("stream.write(y)", false),
    ] {
        assert_eq!(!names(text).is_empty(), found, "{text}");
    }
}

/// The forbidden names in a script, by its identifiers.
fn names(text: &str) -> Vec<&str> {
    let is_inside = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let identifiers: Vec<&str> = text
        .split(|c| !is_inside(c))
        .filter(|word| !word.is_empty())
        .collect();
    let writes = identifiers
        .windows(2)
        .filter(|pair| pair[0] == "document" && ["write", "writeln"].contains(&pair[1]));
    let writes: Vec<&str> = writes.map(|pair| pair[1]).collect();
    let named = identifiers.into_iter().filter(|word| NAMES.contains(word));
    // A page may read the HTML of its elements.
    let assigned = text.split("outerHTML").skip(1).map(str::trim_start);
    let assigned = assigned.filter(|rest| rest.starts_with('=') && !rest.starts_with("=="));
    let all = named.chain(writes);
    all.chain(assigned.map(|_| "outerHTML")).collect()
}
