//! The wasm files: cargo compiles three members of the workspace, and the library of wasm-bindgen binds them to JavaScript,
//! so no further tool is needed.
//!
//! The engine is the widget without a plan. The compiler makes plans and sites in browsers, and the command line does in
//! Node.js. Each is kept in `target/` until one of its sources changes.

mod bind;
mod cargo;
mod files;
mod glue;
mod licences;
mod names;
mod split;

use std::fs;
use std::path::Path;

use publish::site::{Bound, COMMAND_LINE, COMPILER, Engine, mark, minified};

use super::freshness;
use super::project::Project;
use cargo::Member;
use commands::Failure;
use files::{read, read_text, write};

/// The member that becomes the engine. The split needs to know what refers to what.
const WIDGET: Member = Member {
    package: "clause-explorer-widget",
    library: "widget",
    title: "the widget",
    link_arguments: &["-Clink-arg=--emit-relocs"],
};

/// The member that becomes the compiler.
const COMPILING: Member = Member {
    package: "clause-explorer-compiler",
    library: "compiler",
    title: "the compiler for browsers",
    link_arguments: &[],
};

/// The member that becomes the command line for Node.js.
const NODE: Member = Member {
    package: "clause-explorer-node",
    library: "node",
    title: "the command line for Node.js",
    link_arguments: &[],
};

/// The folders and files of `src/` that each wasm is made of: the steps here, and the members of the workspace.
const STEPS: [&str; 2] = ["cli/wasm", "cli/wasm.rs"];
const OF_WIDGET: [&str; 4] = ["plan", "query", "publish", "widget"];
const OF_COMPILER: [&str; 7] = [
    "plan", "query", "publish", "compile", "import", "commands", "compiler",
];
const OF_COMMAND_LINE: [&str; 7] = [
    "plan", "query", "publish", "compile", "import", "commands", "node",
];

/// The files of a kept engine.
const WASM: &str = "engine.wasm";
const RARE: &str = "engine_rare.wasm";
const GLUE: &str = "engine.js";
/// The licences of the libraries in all of them.
const LICENCES: &str = "engine.txt";

/// Returns the engine and the compiler of the current sources, with the files of `www/`. Builds each if the kept one was
/// made of other sources.
pub(super) fn engine(project: &Project) -> Result<Engine, Failure> {
    let folder = project.target().join("clause-explorer");
    keep(project, &folder, "engine", &OF_WIDGET, build_engine)?;
    keep(
        project,
        &folder,
        "compiler",
        &OF_COMPILER,
        |project, folder| build_bound(project, folder, &COMPILING, COMPILER),
    )?;
    keep(
        project,
        &folder,
        "cli",
        &OF_COMMAND_LINE,
        |project, folder| build_bound(project, folder, &NODE, COMMAND_LINE),
    )?;
    let bound = |[glue, wasm]: [&str; 2]| -> Result<Bound, Failure> {
        Ok(Bound {
            wasm: read(&folder, wasm)?,
            glue: read_text(&folder, glue)?,
        })
    };
    Ok(Engine {
        wasm: read(&folder, WASM)?,
        rare: read(&folder, RARE)?,
        glue: read_text(&folder, GLUE)?,
        licences: read_text(&folder, LICENCES)?,
        www: project.www_files()?,
        compiler: Some(bound(COMPILER)?),
        command_line: Some(bound(COMMAND_LINE)?),
    })
}

/// Builds the files of a name, unless the kept ones were made of the current sources. The fingerprint of the sources is
/// written last.
fn keep(
    project: &Project,
    folder: &Path,
    name: &str,
    sources: &[&str],
    build: fn(&Project, &Path) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let sources = sources.iter().chain(&STEPS);
    let current = freshness::fingerprint_of_sources(project, sources).to_string();
    let name = format!("{name}.fingerprint");
    let kept = fs::read_to_string(folder.join(&name)).unwrap_or_default();
    if kept == current {
        return Ok(());
    }
    build(project, folder)?;
    let licences = licences::of(
        project,
        [WIDGET, COMPILING, NODE].map(|member| member.package),
    )?;
    write(folder, LICENCES, &licences)?;
    write(folder, &name, &current)
}

/// Builds the engine into a folder.
fn build_engine(project: &Project, folder: &Path) -> Result<(), Failure> {
    let module = cargo::compile(project, &WIDGET)?;
    let (main, rare) = split::split(&module, folder)?;
    // The second wasm shares the table of functions, which is an export of the linker.
    let (wasm, glue) = bind::bind(&main, folder, "clause-explorer", true)?;
    let glue = glue::with_own_names(&glue, &mark(&[&wasm, glue.as_bytes()]))
        .map_err(|error| Failure::build("rename properties in the glue", error))?;
    write(folder, WASM, &wasm)?;
    write(folder, RARE, &rare)?;
    write(folder, GLUE, &glue)
}

/// Builds a member that is in one wasm into a folder, under the names of its glue and its wasm.
fn build_bound(
    project: &Project,
    folder: &Path,
    member: &Member,
    [glue_name, wasm_name]: [&str; 2],
) -> Result<(), Failure> {
    let module = cargo::compile(project, member)?;
    let name = glue_name.trim_end_matches(".js");
    let (wasm, glue) = bind::bind(&module, folder, name, false)?;
    write(folder, wasm_name, &wasm)?;
    write(folder, glue_name, minified(glue_name, &glue)?)
}
