//! Plain English in comments and documents: no sentence that begins with a riddle, and none of the worst phrases.

use super::{assert_none, files_below, read};

/// Beginnings of sentences that make readers wait for the subject.
const BEGINNINGS: [&str; 7] = [
    "What ",
    "Who ",
    "Whatever ",
    "Whoever ",
    "Those that ",
    "Those who ",
    "That which ",
];

/// Phrases for which English has a plainer word.
const PHRASES: [&str; 14] = [
    "there is none",
    "that there is",
    "be had",
    "take along",
    "takes along",
    "taken along",
    "its affair",
    "tells of",
    "is told",
    "be told",
    "whoever",
    "for those who",
    "gives way",
    "anew",
];

#[test]
fn comments_and_documents_are_plain() {
    let mut violations = Vec::new();
    let documents = [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
        "www/design.md",
    ];
    for path in documents {
        let found = faults(&prose(&read(path)));
        violations.extend(found.iter().map(|fault| format!("{path}: {fault}")));
    }
    for path in files_below(&["src", "www", "tests"], &["rs", "js", "mjs", "css"]) {
        // The faults below are examples.
        if path.ends_with(file!()) {
            continue;
        }
        let found = faults(&comments(&read(&path)));
        violations.extend(
            found
                .iter()
                .map(|fault| format!("{}: {fault}", path.display())),
        );
    }
    assert_none(&violations);
}

#[test]
fn reports_riddles_and_phrases() {
    for (text, found) in [
        ("// What is wrong is reported.", 1),
        ("/// Returns the index. Who has none gets zero.", 1),
        ("//! It cannot\n//! be had.", 1),
        ("/* Those that wait\n   are answered. */", 1),
        ("// A page without it is told.", 1),
        ("// The host must be told.", 1),
        ("// It stays for whoever reads it.", 1),
        ("// A name for those who cannot see it.", 1),
        ("// The wider one gives way.", 1),
        ("// It is built anew.", 1),
        ("let what = \"What is wrong\"; // the cause", 0),
        ("// Reports what is wrong.", 0),
        ("// What is the time?", 0),
    ] {
        assert_eq!(faults(&comments(text)).len(), found, "{text}");
    }
    assert_eq!(
        faults(&prose("Code:\n\n```\nWhat x\n```\n\nWho knows.")).len(),
        1
    );
}

/// The comments of a script, a style sheet or a file of Rust, without their marks. Strings that contain a mark of
/// comments would be taken for comments; none here does.
fn comments(text: &str) -> String {
    let mut comments = String::new();
    let mut is_open = false;
    for line in text.lines() {
        let line = line.trim();
        let whole = is_open.then_some(line).or_else(|| {
            let at = [
                line.find("// "),
                line.find("/// "),
                line.find("//! "),
                line.find("/*"),
            ];
            at.into_iter().flatten().min().map(|at| &line[at..])
        });
        is_open = (is_open || line.contains("/*")) && !line.contains("*/");
        let Some(comment) = whole else {
            comments.push('\n');
            continue;
        };
        comments.push_str(
            comment
                .trim_start_matches(['/', '!', '*', ' '])
                .trim_end_matches("*/"),
        );
        comments.push(' ');
    }
    comments
}

/// A document without its code.
fn prose(text: &str) -> String {
    let outside = text.split("```").step_by(2);
    outside.collect::<Vec<_>>().join("\n")
}

/// Sentences and phrases that break the rules.
fn faults(text: &str) -> Vec<String> {
    let text = text.replace("\n\n", ". ").replace(['\n', '|'], " ");
    let sentences = text.split_inclusive(['.', '!', '?', ':']).map(str::trim);
    let is_riddle = |sentence: &&str| {
        let sentence = sentence.trim_start_matches(['-', '*', ' ', '(', '“']);
        !sentence.ends_with('?') && BEGINNINGS.iter().any(|start| sentence.starts_with(start))
    };
    let riddles = sentences.filter(is_riddle).map(str::to_owned);
    let phrases = PHRASES.iter().filter(|phrase| text.contains(**phrase));
    riddles
        .chain(phrases.map(|phrase| format!("“{phrase}”")))
        .collect()
}
