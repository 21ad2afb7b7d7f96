//! The licences of the libraries in the engine, the compiler and the command line for Node.js, as `THIRD-PARTY.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::{Display, Write};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::cargo::TARGET;
use crate::cli::project::Project;
use commands::Failure;

/// Beginnings of the names of licence files.
const LICENCE_FILES: [&str; 4] = ["license", "licence", "copying", "notice"];

/// Returns the names, licences and licence texts of all libraries that the packages of the three wasm link.
pub(super) fn of(project: &Project, packages: [&str; 3]) -> Result<String, Failure> {
    let metadata = cargo(
        project,
        &[
            "metadata",
            "--format-version",
            "1",
            "--filter-platform",
            TARGET,
        ],
    )?;
    let metadata: Metadata = serde_json::from_str(&metadata)
        .map_err(|error| Failure::build("read the list of the engine's libraries", error))?;
    let trees = packages.map(|package| tree(project, package));
    let trees = trees.into_iter().collect::<Result<Vec<_>, _>>()?;
    let linked = trees.iter().map(|tree| linked(tree));
    text(&metadata.packages, linked)
}

/// Returns the libraries of a package as lines. `cargo metadata` contains the licences, but unites the features of all
/// members; `cargo tree` resolves the features of one member.
fn tree(project: &Project, package: &str) -> Result<String, Failure> {
    cargo(
        project,
        &[
            "tree",
            "--package",
            package,
            "--target",
            TARGET,
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ],
    )
}

/// Returns the text that cargo prints for these arguments.
fn cargo(project: &Project, arguments: &[&str]) -> Result<String, Failure> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let failure = |error: &dyn Display| Failure::build("list the libraries of the engine", error);
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(project.root())
        .output()
        .map_err(|error| failure(&error))?;
    if !output.status.success() {
        return Err(failure(&String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Returns the names and versions in lines of `cargo tree`, such as `yew v0.23.0 (*)`.
fn linked(tree: &str) -> BTreeSet<(&str, &str)> {
    tree.lines()
        .filter_map(|line| {
            let (name, rest) = line.split_once(" v")?;
            Some((name, rest.split(' ').next()?))
        })
        .collect()
}

/// The part of `cargo metadata` that this module needs.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: String,
    /// `None` for a member of the workspace.
    source: Option<String>,
}

/// The files of each wasm, for the head of its list.
const FILES: [&str; 3] = [
    "The engine (clause-explorer_bg.wasm, clause-explorer_rare.wasm and clause-explorer_bg.js)",
    "The compiler (compiler_bg.wasm and compiler.js)",
    "The command line for Node.js (cli_bg.wasm and cli.js)",
];

/// Returns a list of libraries for each wasm, and then each licence text once.
fn text<'a>(
    packages: &[Package],
    linked: impl Iterator<Item = BTreeSet<(&'a str, &'a str)>>,
) -> Result<String, Failure> {
    let mut text = String::new();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (files, linked) in FILES.into_iter().zip(linked) {
        let is_linked = |package: &&Package| linked.contains(&(&*package.name, &*package.version));
        let others = packages.iter().filter(|package| package.source.is_some());
        let mut packages: Vec<&Package> = others.filter(is_linked).collect();
        packages.sort_by_key(|package| (&package.name, &package.version));
        // Writing to a String cannot fail.
        write!(
            text,
            "{files} contains the libraries below and parts of the Rust standard library, which is licensed as MIT OR \
             Apache-2.0.\n\n"
        )
        .unwrap_or_default();
        for package in packages {
            let name = format!("{} {}", package.name, package.version);
            let licence = package.license.as_deref().unwrap_or("see its text below");
            writeln!(text, "{name}: {licence}").unwrap_or_default();
            for licence in licence_files(Path::new(&package.manifest_path))? {
                texts.entry(licence).or_default().insert(name.clone());
            }
        }
        text.push('\n');
    }
    for (licence, names) in texts {
        let rule = "-".repeat(80);
        let names: Vec<String> = names.into_iter().collect();
        write!(text, "{rule}\n{}\n\n{licence}\n\n", names.join(", ")).unwrap_or_default();
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    Ok(text)
}

/// Returns the texts of the licence files in the folder of a manifest.
fn licence_files(manifest: &Path) -> Result<Vec<String>, Failure> {
    let folder = manifest.parent().unwrap_or(manifest);
    let failure = |error: &dyn Display| {
        Failure::build(&format!("read the licences in {}", folder.display()), error)
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| failure(&error))? {
        let entry = entry.map_err(|error| failure(&error))?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let is_licence = LICENCE_FILES.iter().any(|start| name.starts_with(start));
        if is_licence && entry.path().is_file() {
            paths.push(entry.path());
        }
    }
    paths.sort();
    let text =
        |path| fs::read_to_string(path).map(|text| text.replace("\r\n", "\n").trim().to_owned());
    let texts: Result<Vec<String>, _> = paths.iter().map(text).collect();
    texts.map_err(|error| failure(&error))
}
