//! The licences of the libraries in the engine, as `THIRD-PARTY.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::cli::failure::Failure;
use crate::cli::project::Project;

/// Names that begin so are licence files.
const LICENCE_FILES: [&str; 4] = ["license", "licence", "copying", "notice"];

/// The names, licences and licence texts of everything that a package links on a target.
pub(super) fn of(project: &Project, package: &str, target: &str) -> Result<String, Failure> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--filter-platform",
            target,
        ])
        .current_dir(project.root())
        .output()
        .map_err(|error| Failure::build("list the libraries of the engine", error))?;
    let metadata: Metadata = serde_json::from_slice(&output.stdout)
        .map_err(|error| Failure::build("read the list of the engine's libraries", error))?;
    text(&metadata, package)
}

/// What `cargo metadata` prints, as far as it is needed here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: String,
    /// None for a member of the workspace.
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// None for a normal dependency, which is linked.
    kind: Option<String>,
}

fn text(metadata: &Metadata, package: &str) -> Result<String, Failure> {
    let linked = linked(metadata, package);
    let mut text = String::from(
        "The engine (clause-explorer_bg.wasm and clause-explorer_bg.js) contains the libraries below and parts of the \
         Rust standard library, which is licensed as MIT OR Apache-2.0.\n\n",
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in &linked {
        let name = format!("{} {}", package.name, package.version);
        let licence = package.license.as_deref().unwrap_or("see its text below");
        // Writing to a String cannot fail.
        writeln!(text, "{name}: {licence}").unwrap_or_default();
        for licence in licence_files(Path::new(&package.manifest_path))? {
            texts.entry(licence).or_default().push(name.clone());
        }
    }
    for (licence, names) in texts {
        let rule = "-".repeat(80);
        write!(text, "\n{rule}\n{}\n\n{licence}\n", names.join(", ")).unwrap_or_default();
    }
    Ok(text)
}

/// The packages from elsewhere that a package links, by name and version.
fn linked<'a>(metadata: &'a Metadata, package: &str) -> Vec<&'a Package> {
    let nodes: BTreeMap<&str, &Node> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (&*node.id, node))
        .collect();
    let start = metadata.packages.iter().find(|known| known.name == package);
    let mut open: Vec<&str> = start.iter().map(|package| &*package.id).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            let dependencies = nodes.get(id).into_iter().flat_map(|node| &node.deps);
            let linked =
                dependencies.filter(|it| it.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            open.extend(linked.map(|dependency| &*dependency.pkg));
        }
    }
    let mut packages: Vec<&Package> = metadata
        .packages
        .iter()
        .filter(|package| package.source.is_some() && seen.contains(&*package.id))
        .collect();
    packages.sort_by_key(|package| (&package.name, &package.version));
    packages
}

/// The texts of the licence files beside a manifest.
fn licence_files(manifest: &Path) -> Result<Vec<String>, Failure> {
    let folder = manifest.parent().unwrap_or(manifest);
    let failure = |error: &dyn std::fmt::Display| {
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
