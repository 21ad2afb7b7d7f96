//! `new`.

use std::fs;

use snapbox::{assert_data_eq, str};

use super::{path, run, run_in, text};

#[test]
fn writes_a_valid_folder_and_overwrites_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let content = folder.path().join("harbour");
    assert_eq!(run(&["new", path(&content)]).status.code(), Some(0));
    let output = run(&["check", "--content", path(&content)]);
    assert_eq!(
        text(&output.stdout),
        "harbour-plan: 5 clauses in 4 divisions\n",
        "{}",
        text(&output.stderr)
    );
    let guide = fs::read_to_string(content.join("README.md")).expect("the guide for authors");
    for word in [
        "`columns.toml`",
        "`ranges`",
        "`[clause]`",
        "`[item]`",
        "`## Annex {#annex}`",
        "[[correction]]",
    ] {
        assert!(guide.contains(word), "the guide does not describe {word}");
    }
    let output = run_in(folder.path(), &["new", "harbour"]);
    assert_eq!(output.status.code(), Some(2));
    assert_data_eq!(
        text(&output.stderr),
        str![[r#"
error: expected a new or empty folder at harbour, found files in it; name another folder

"#]]
    );
    fs::write(folder.path().join("file"), "").expect("a file can be written");
    let output = run_in(folder.path(), &["new", "file"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("found a file"));
}
