//! The command line, end to end: the files it writes, its messages, and its exit status.

mod build;
mod check;
mod data;
mod engine;
mod html;
mod import;
mod new;
#[path = "../npm/mod.rs"]
mod npm;
mod npx;
mod serve;
mod snippet;
mod terminal;
mod usage;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

/// The project's own site, built once.
static DIST: LazyLock<PathBuf> = LazyLock::new(|| {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site");
    let output = run(&["build", "--out", path(&out)]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    out
});

/// The files that a build reads, in a folder of their own. The copy shares the compiled libraries with this checkout, and keeps an
/// engine of its own.
fn copy_of_the_project(folder: &Path) -> PathBuf {
    let project = folder.join("project");
    for name in [
        "Cargo.toml",
        "Cargo.lock",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "content",
        "src",
        "www",
        "tests/bench/Cargo.toml",
        "tests/bench/query.rs",
        "tests/fixture",
        "tests/fuzz",
        "tests/browser/main.rs",
    ] {
        let files = walkdir::WalkDir::new(root().join(name))
            .into_iter()
            .flatten();
        for entry in files.filter(|entry| entry.file_type().is_file()) {
            let to = project.join(entry.path().strip_prefix(root()).expect("below the root"));
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder can be made");
            fs::copy(entry.path(), to).expect("a file can be copied");
        }
    }
    let target = project.join("target");
    fs::create_dir_all(&target).expect("a folder can be made");
    let shared = "wasm32-unknown-unknown";
    std::os::unix::fs::symlink(root().join("target").join(shared), target.join(shared))
        .expect("a link can be made");
    project
}

/// The small plan, with two problems.
fn broken_content() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for file in [
        "plan.toml",
        "plan.zh.md",
        "facets/sector.toml",
        "interface/en.toml",
    ] {
        let text = fs::read_to_string(small_content().join(file)).expect(file);
        let text = text
            .replace("二、扩大", "三、扩大")
            .replace("[source]", "[source]\npage = 1");
        let to = folder.path().join(file);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder can be made");
        fs::write(to, text).expect("a file can be written");
    }
    folder
}

fn run(arguments: &[&str]) -> Output {
    run_in(&root(), arguments)
}

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    command(arguments)
        .current_dir(folder)
        .output()
        .expect("the command runs")
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clause-explorer"));
    command.args(arguments);
    command
}

/// The command as `cargo run` in another checkout would start it.
fn command_of(project: &Path, arguments: &[&str]) -> Command {
    let mut command = command(arguments);
    command
        .env("CARGO_MANIFEST_DIR", project)
        .current_dir(project);
    command
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn small_content() -> PathBuf {
    root().join("tests/content/small")
}

fn path(path: &Path) -> &str {
    path.to_str().expect("paths of tests are UTF-8")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
