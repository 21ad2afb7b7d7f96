//! The benchmark's generator of plans and its arithmetic. `tests/run bench` measures; no test depends on times.

use std::path::{Path, PathBuf};
use std::process::Command;

use walkdir::WalkDir;

#[test]
fn the_unit_tests_of_the_benchmark_pass() {
    let files = WalkDir::new(folder()).into_iter().map(|entry| {
        let entry = entry.expect("tests/bench can be read");
        entry.into_path()
    });
    let tests: Vec<PathBuf> = files
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    assert!(tests.len() > 1, "{tests:?}");
    succeeds(Command::new("node").arg("--test").args(tests));
}

/// The sizes have one section, several sections, and several articles.
#[test]
fn generated_plans_compile() {
    for clauses in [1, 30, 700] {
        let content = tempfile::tempdir().expect("a folder can be made");
        let mut generate = Command::new("node");
        generate.arg(folder().join("plans/write.mjs"));
        generate.arg(clauses.to_string()).arg(content.path());
        succeeds(&mut generate);
        let mut check = Command::new(env!("CARGO_BIN_EXE_clause-explorer"));
        let printed = succeeds(check.arg("check").arg("--content").arg(content.path()));
        let word = if clauses == 1 { "clause" } else { "clauses" };
        let expected = format!("generated-{clauses}-1: {clauses} {word} in ");
        assert!(printed.starts_with(&expected), "{printed}");
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench")
}

/// Runs a command, which must succeed, and returns what it printed.
#[track_caller]
fn succeeds(command: &mut Command) -> String {
    let output = command.output().expect("the program can be run");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{command:?} must succeed:\n{printed}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    printed
}
