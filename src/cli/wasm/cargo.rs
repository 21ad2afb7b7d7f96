//! Cargo compiles a member of the workspace to wasm.

use std::env;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cli::project::Project;
use commands::Failure;

/// The target of all wasm files.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// A member of the workspace that becomes a wasm.
pub(super) struct Member {
    pub(super) package: &'static str,
    pub(super) library: &'static str,
    /// Its name for people, such as “the widget”.
    pub(super) title: &'static str,
    /// Arguments of rustc for this member alone.
    pub(super) link_arguments: &'static [&'static str],
}

/// Compiles a member to a wasm module and returns its path.
pub(super) fn compile(project: &Project, member: &Member) -> Result<PathBuf, Failure> {
    add_target(project)?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    // A crate type in Cargo.toml would be simpler, but cargo would silently drop link-time
    // optimisation.
    command.args([
        "rustc",
        "--package",
        member.package,
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        "widget",
        "--target",
        TARGET,
    ]);
    if !std::io::stderr().is_terminal() {
        command.arg("--quiet");
    }
    command
        .arg("--target-dir")
        .arg(project.target())
        .arg("--")
        .args(member.link_arguments)
        .current_dir(project.root())
        .stdout(Stdio::null());
    command.env("CARGO_ENCODED_RUSTFLAGS", without_paths(project));
    eprintln!(
        "building {} (the first build takes a minute or two)",
        member.title
    );
    let status = command.status();
    let status = status.map_err(|_| {
        Failure::Tool(
            "expected the tool `cargo`, found none; install Rust from https://rustup.rs".into(),
        )
    })?;
    if !status.success() {
        return Err(Failure::build(
            &format!("compile {}", member.title),
            "cargo found errors, printed above",
        ));
    }
    Ok(project
        .target()
        .join(TARGET)
        .join("widget")
        .join(format!("{}.wasm", member.library)))
}

/// Adds the wasm target to the toolchain if it is missing.
fn add_target(project: &Project) -> Result<(), Failure> {
    let missing = |tool: &str, how: &str| {
        Failure::Tool(format!("expected the tool `{tool}`, found none; {how}"))
    };
    let folder = rustc(project, &["--print", "target-libdir", "--target", TARGET])
        .ok_or_else(|| missing("rustc", "install Rust from https://rustup.rs"))?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    eprintln!("adding the target {TARGET} to the Rust toolchain");
    let how = format!("add the target {TARGET} to your Rust toolchain by hand");
    let added = Command::new("rustup")
        .args(["target", "add", TARGET])
        .current_dir(project.root())
        .status();
    match added {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::Tool(format!(
            "expected `rustup target add {TARGET}` to succeed, but it failed; {how}"
        ))),
        Err(_) => Err(missing("rustup", &how)),
    }
}

/// Returns flags that remove this machine's paths from the wasm. The paths would show its user's
/// name, and builds on two machines would differ.
fn without_paths(project: &Project) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let registries = fs::read_dir(home.join("registry").join("src"))
        .into_iter()
        .flatten()
        .flatten();
    let registries = registries.map(|entry| (entry.path(), String::new()));
    let root = (project.root().to_owned(), String::new());
    let all = registries.chain(standard_library(project)).chain([root]);
    let remap =
        |(path, to): (PathBuf, String)| format!("--remap-path-prefix={}={to}", path.display());
    all.map(remap).collect::<Vec<_>>().join("\x1f")
}

/// Returns the folder of the standard library's sources (`rust-src`), and the path that rustc writes in its place
/// where they are not installed.
fn standard_library(project: &Project) -> Option<(PathBuf, String)> {
    let sysroot = rustc(project, &["--print", "sysroot"])?;
    let version = rustc(project, &["--version", "--verbose"])?;
    let mut lines = version.lines();
    let commit = lines.find_map(|line| line.strip_prefix("commit-hash: "))?;
    let sources = PathBuf::from(sysroot).join("lib/rustlib/src/rust");
    Some((sources, format!("/rustc/{commit}")))
}

/// Returns the text that rustc prints for these arguments; `None` without rustc.
fn rustc(project: &Project, arguments: &[&str]) -> Option<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(arguments)
        .current_dir(project.root())
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
