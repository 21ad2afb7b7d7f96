//! Engine and plan: one engine takes any plan, and is the same wherever it is built.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{DIST, command_of, copy_of_the_project, path, root, small_content, text};

#[test]
fn takes_another_plan_without_running_cargo() {
    // The engine is there now.
    assert!(DIST.join("clause-explorer_bg.wasm").is_file());
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (content, out) = (small_content(), folder.path().join("small"));
    let mut build = super::command(&["build", "--content", path(&content), "--out", path(&out)]);
    let output = build
        .current_dir(root())
        .env("CARGO", "no-such-cargo")
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(
        fs::read_to_string(out.join("plan.zh.html"))
            .expect("the text")
            .contains("深化服务贸易。")
    );
    let page = fs::read_to_string(out.join("index.html")).expect("the showcase");
    assert!(
        page.contains("<h1 lang=\"zh-Hans\">小计划</h1>") && page.contains("plan.zh.html"),
        "the showcase shows that plan"
    );
    for word in ["CELAC", "核能", "compare=zh", "plan.en.html", "{%", "{{"] {
        assert!(!page.contains(word), "the showcase contains {word}");
    }
    let wasm = fs::read(out.join("clause-explorer_bg.wasm")).expect("the wasm");
    assert!(
        contains(&wasm, "深化服务贸易。") && !contains(&wasm, "核能"),
        "the wasm has that plan in it and no other"
    );
    let own = fs::read(DIST.join("clause-explorer_bg.wasm")).expect("the wasm");
    let same = wasm
        .iter()
        .zip(&own)
        .take_while(|(one, other)| one == other);
    assert!(
        same.count() > 300_000,
        "both sites begin with the same engine"
    );
}

/// The copy has an engine of its own, and so compiles the widget again.
#[test]
fn is_byte_identical_in_another_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let project = copy_of_the_project(folder.path());
    let output = command_of(&project, &["build"])
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(
        text(&output.stderr).contains("building the widget"),
        "the copy builds an engine of its own"
    );
    for entry in fs::read_dir(&*DIST).expect("the site").flatten() {
        let name = entry.file_name();
        let (one, other) = (
            fs::read(entry.path()).expect("a file of the site"),
            fs::read(project.join("dist").join(&name)).unwrap_or_default(),
        );
        assert!(one == other, "{} differs", name.display());
    }
}

/// Paths would say who built the engine, and make each machine's engine differ.
#[test]
fn contains_no_path_of_the_builder() {
    let parts = [
        "clause-explorer_bg.wasm",
        "clause-explorer_rare.wasm",
        "cli_bg.wasm",
        "compiler_bg.wasm",
    ];
    let wasm = parts
        .map(|part| fs::read(DIST.join(part)).expect(part))
        .concat();
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(root())
        .output()
        .expect("rustc runs");
    let home = std::env::home_dir().expect("a home folder");
    let folders = [root(), home, text(&sysroot.stdout).trim().into()];
    for folder in folders.iter().filter(|folder| **folder != Path::new("/")) {
        let folder = path(folder);
        assert!(!contains(&wasm, folder), "the wasm contains {folder}");
    }
    for start in ["/home/", "/root/", "/Users/", ".cargo/", ".rustup/"] {
        assert!(!contains(&wasm, start), "the wasm contains {start}");
    }
    // Paths of sources are there, without the folders above them.
    assert!(contains(&wasm, ".rs"));
}

fn contains(bytes: &[u8], needle: &str) -> bool {
    bytes
        .windows(needle.len())
        .any(|window| window == needle.as_bytes())
}
