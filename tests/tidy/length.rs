//! Files of code are short enough to be read in one go.

use super::{assert_none, files_below, read};

/// In lines.
const LONGEST: usize = 350;

/// Longer files, with the reason.
const ALLOWED: [(&str, &str); 1] = [(
    "www/element/element.js",
    "75 lines of it document the public surface; types and manifest are generated from them",
)];

#[test]
fn files_of_code_are_short() {
    let mut violations = Vec::new();
    for path in files_below(&["src", "www", "tests"], &["rs", "js", "mjs", "css"]) {
        let is_allowed = ALLOWED.iter().any(|(allowed, _)| path.ends_with(allowed));
        if !is_allowed && is_long(&read(&path)) {
            violations.push(format!("{} has more than {LONGEST} lines", path.display()));
        }
    }
    assert_none(&violations);
}

#[test]
fn reports_a_file_with_one_line_too_many() {
    assert!(!is_long(&"x\n".repeat(LONGEST)));
    assert!(is_long(&"x\n".repeat(LONGEST + 1)));
}

fn is_long(text: &str) -> bool {
    text.lines().count() > LONGEST
}
