//! Styles and policies that are written in several files agree.

use super::{files_below, read};

/// The text that stands in for the widget is as high as the widget, or mounting would move the page.
#[test]
fn the_reserved_height_is_the_same_everywhere() {
    for name in ["styles/frame.css", "clause-explorer.css", "fallback.js"] {
        let text = read(format!("www/element/{name}")).replace(", ", ",");
        for height in [
            "max(26em,var(--ce-max-height,",
            "clamp(40em,85vh,52em)",
            "50em",
        ] {
            assert!(
                text.contains(height),
                "{name} reserves another height than {height}"
            );
        }
    }
}

/// A file that is not named in the list would be no part of the sheet.
#[test]
fn every_file_of_styles_is_in_the_sheet() {
    let list = read("src/publish/site/styles.rs");
    let files = files_below(&["www/element/styles"], &["css"]);
    for path in &files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let styles = read(path);
        assert!(
            list.contains(&format!("\"{name}\",")),
            "{name}.css is not in the list of src/publish/site/styles.rs"
        );
        assert!(
            !has_rem(&styles),
            "{name}.css has a length in rem, which is the page's and not the element's"
        );
        assert_eq!(
            bare_sibling(&styles),
            None,
            "{name}.css: see www/design.md on siblings"
        );
    }
    assert!(files.len() > 1);
}

/// Every file that promises a policy names the same one.
#[test]
fn the_policy_is_the_same_everywhere() {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
    for path in [
        "README.md",
        "src/cli/serve.rs",
        "tests/browser/cases/pages.rs",
    ] {
        assert!(read(path).contains(policy), "{path} names another policy");
    }
    // `img-src` is for the icon of the showcase alone.
    let needed = policy.trim_end_matches("; img-src 'self'");
    assert!(
        read("www/site/guide.html").contains(&format!("<code>{needed}</code>")),
        "the guide names another policy"
    );
}

/// Whether there is a number with this unit.
fn has_rem(styles: &str) -> bool {
    (0..=9).any(|digit| styles.contains(&format!("{digit}rem")))
}

/// The first selector in which a tag and nothing else stands before a sibling.
fn bare_sibling(styles: &str) -> Option<&str> {
    let is_bare = |before: &str| {
        let last = before.split([' ', '>', '(', ',']).next_back();
        last.is_some_and(|last| last.chars().all(|c| c.is_ascii_alphanumeric()))
    };
    let mut selectors = styles.lines().filter(|line| line.ends_with(['{', ',']));
    selectors.find(|line| {
        let mut combinators = [" + ", " ~ "]
            .into_iter()
            .flat_map(|sign| line.match_indices(sign));
        combinators.any(|(at, _)| is_bare(&line[..at]))
    })
}

#[test]
fn a_bare_sibling_is_seen() {
    for (styles, found) in [
        ("h3 + h4 {", true),
        (".steps p + p,", true),
        (".a > p ~ p {", true),
        (".a + p {", false),
        ("[part~=\"text\"] + p {", false),
        ("  width: calc(1em + 2px);", false),
    ] {
        assert_eq!(bare_sibling(styles).is_some(), found, "{styles}");
    }
}
