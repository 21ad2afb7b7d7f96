//! `data`, and the commands that need no sources and no Rust toolchain.

use std::fs;
use std::process::{Command, Stdio};

use super::{DIST, command, path, run, run_in, small_content, text};

#[test]
fn writes_the_same_data_as_a_build() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("data");
    let output = run(&["data", "--out", path(&out)]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for name in ["plan.json", "plan.csv"] {
        let data = fs::read(out.join(name)).expect(name);
        assert!(
            data == fs::read(DIST.join(name)).expect(name),
            "{name} differs"
        );
    }
    let files = fs::read_dir(&out).expect("the folder").count();
    assert_eq!(files, 2);
}

/// The binary alone, in a folder without sources, with no cargo and no rustc to be found.
#[test]
fn needs_no_sources_and_no_toolchain() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let binary = folder.path().join("clause-explorer");
    fs::copy(env!("CARGO_BIN_EXE_clause-explorer"), &binary).expect("the binary can be copied");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(&binary);
        command
            .args(arguments)
            .current_dir(folder.path())
            // As if the checkout that it was built in were gone.
            .env("CARGO_MANIFEST_DIR", folder.path())
            .env("PATH", "")
            .env("RUSTC", "no-such-rustc")
            .env("CARGO", "no-such-cargo");
        command.output().expect("the command runs")
    };
    for arguments in [
        &["new", "content"][..],
        &["check"],
        &["data", "--out", "out"],
        &[
            "data",
            "--content",
            path(&small_content()),
            "--out",
            "small",
        ],
        &["snippet", "--form", "link"],
    ] {
        let output = run(arguments);
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            text(&output.stderr)
        );
    }
    let json = fs::read_to_string(folder.path().join("out/plan.json")).expect("the data");
    assert!(
        json.contains("harbour-plan"),
        "the data of the folder's own content"
    );
    let output = run(&["data", "--out", "content/plan.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("expected a folder at content/plan.toml, found a file"));
    let output = run(&["build"]);
    assert_eq!(output.status.code(), Some(2), "a build needs the sources");
    assert!(text(&output.stderr).contains("expected the project's sources"));
}

/// The checkout still exists, but the binary was started by hand beside another content folder.
#[test]
fn prefers_the_content_beside_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    assert!(run_in(folder.path(), &["new", "content"]).status.success());
    let mut data = command(&["data"]);
    let output = data
        .current_dir(folder.path())
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let json = fs::read_to_string(folder.path().join("dist/plan.json")).expect("the data");
    assert!(json.contains("harbour-plan"));
}

/// A reader such as `head` closes its end early.
#[test]
fn a_closed_reader_is_no_error() {
    let mut check = command(&["check", "--format", "json"]);
    let mut child = check
        .current_dir(super::root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "");
    // The same for the reader of the problems.
    let mut check = command(&["check", "--content", "tests"]);
    let mut child = check
        .current_dir(super::root())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    drop(child.stderr.take());
    let status = child.wait().expect("the command ends");
    assert_eq!(status.code(), Some(1));
}
