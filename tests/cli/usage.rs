//! Wrong usage, missing tools, and commands without the project's sources.

use std::fs;

use snapbox::{assert_data_eq, str};

use super::{broken_content, command, path, run, text};

#[test]
fn wrong_usage_exits_with_2() {
    for arguments in [
        &["new"][..],
        &["snippet", "--form", "paper"],
        &["chekc"],
        &["check", "--format", "xml"],
        &["check", "--content", "no/such/folder"],
        &["build", "--out", "Cargo.toml"],
    ] {
        let output = run(arguments);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments:?}: {}",
            text(&output.stderr)
        );
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn a_missing_tool_exits_with_3_and_a_way_to_get_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = tempfile::tempdir().expect("a temporary folder");
    let mut command = command(&["build", "--out", path(out.path())]);
    // A checkout without a kept engine.
    let project = super::copy_of_the_project(&folder.path().join("copy"));
    let output = command
        .env("CARGO_MANIFEST_DIR", project)
        .env("PATH", folder.path())
        .env("RUSTC", "no-such-rustc")
        .output()
        .expect("the command runs");
    assert_eq!(output.status.code(), Some(3));
    assert_data_eq!(
        text(&output.stderr),
        str![[r#"
error: expected the tool `rustc`, found none; install Rust from https://rustup.rs

"#]]
    );
}

#[test]
fn commands_write_nothing_if_the_content_has_errors() {
    for command in ["build", "data"] {
        let (content, out) = (
            broken_content(),
            tempfile::tempdir().expect("a temporary folder"),
        );
        let output = run(&[
            command,
            "--content",
            path(content.path()),
            "--out",
            path(out.path()),
        ]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert_eq!(fs::read_dir(out.path()).map(Iterator::count).ok(), Some(0));
    }
}
