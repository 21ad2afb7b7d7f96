//! The engine: cargo compiles the widget to wasm, and the library of wasm-bindgen binds it to
//! JavaScript, so no further tool is needed.
//!
//! The engine contains no plan. It is kept in `target/` until one of its sources changes.

mod glue;
mod licences;
mod names;
mod split;

use std::env;
use std::fmt::Display;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use publish::site::{Engine, mark};

use super::failure::Failure;
use super::freshness;
use super::output;
use super::project::Project;

const TARGET: &str = "wasm32-unknown-unknown";

/// The member of the workspace that becomes the engine.
const PACKAGE: &str = "clause-explorer-widget";

/// The files of a kept engine.
const WASM: &str = "engine.wasm";
const RARE: &str = "engine_rare.wasm";
const GLUE: &str = "engine.js";
const LICENCES: &str = "engine.txt";
/// The fingerprint of the sources of the other files; written last.
const FINGERPRINT: &str = "engine.fingerprint";

/// Returns the engine of the current sources, with the files of `www/`. Builds it if the kept
/// engine was made of other sources.
pub(super) fn engine(project: &Project) -> Result<Engine, Failure> {
    let fingerprint = freshness::engine_fingerprint(project).to_string();
    let folder = project.target().join("clause-explorer");
    let kept = fs::read_to_string(folder.join(FINGERPRINT)).unwrap_or_default();
    if kept != fingerprint {
        build(project, &folder)?;
        write(&folder, FINGERPRINT, &fingerprint)?;
    }
    Ok(Engine {
        wasm: read(&folder, WASM)?,
        rare: read(&folder, RARE)?,
        glue: read_text(&folder, GLUE)?,
        licences: read_text(&folder, LICENCES)?,
        www: project.www_files()?,
    })
}

/// Builds the engine into a folder.
fn build(project: &Project, folder: &Path) -> Result<(), Failure> {
    add_target(project)?;
    let module = compile(project)?;
    let (main, rare) = split::split(&module, folder)?;
    let (wasm, glue) = bind(&main, folder)?;
    let glue = glue::with_own_names(&glue, &mark(&[&wasm, glue.as_bytes()]))
        .map_err(|error| Failure::build("rename properties in the glue", error))?;
    let licences = licences::of(project, PACKAGE, TARGET)?;
    write(folder, WASM, &wasm)?;
    write(folder, RARE, &rare)?;
    write(folder, GLUE, &glue)?;
    write(folder, LICENCES, &licences)
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    output::write_whole(folder, name, bytes.as_ref())
        .map_err(|error| Failure::build(&format!("write {}", folder.join(name).display()), error))
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let path = folder.join(name);
    fs::read(&path).map_err(|error| Failure::build(&format!("read {}", path.display()), error))
}

fn read_text(folder: &Path, name: &str) -> Result<String, Failure> {
    String::from_utf8(read(folder, name)?)
        .map_err(|error| Failure::build(&format!("read {name}"), error))
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

/// Compiles the widget to a wasm module and returns its path.
fn compile(project: &Project) -> Result<PathBuf, Failure> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    // A crate type in Cargo.toml would be simpler, but cargo would silently drop link-time
    // optimisation.
    command.args([
        "rustc",
        "--package",
        PACKAGE,
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        "widget",
        "--target",
        TARGET,
    ]);
    command
        .arg("--target-dir")
        .arg(project.target())
        .current_dir(project.root())
        .stdout(Stdio::null());
    command.env("CARGO_ENCODED_RUSTFLAGS", without_paths(project));
    eprintln!("building the widget (the first build takes a minute or two)");
    if !std::io::stderr().is_terminal() {
        command.arg("--quiet");
    }
    let status = command.status();
    let status = status.map_err(|_| {
        Failure::Tool(
            "expected the tool `cargo`, found none; install Rust from https://rustup.rs".into(),
        )
    })?;
    if !status.success() {
        return Err(Failure::build(
            "compile the widget",
            "cargo found errors, printed above",
        ));
    }
    Ok(project
        .target()
        .join(TARGET)
        .join("widget")
        .join("widget.wasm"))
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
    // The split needs to know what refers to what.
    let relocations = "-Clink-arg=--emit-relocs".to_owned();
    let flags = all.map(remap).chain([relocations]);
    flags.collect::<Vec<_>>().join("\x1f")
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

/// Binds a module to JavaScript: returns the wasm and its glue, with short names between the two.
fn bind(module: &Path, folder: &Path) -> Result<(Vec<u8>, String), Failure> {
    let failure = |error: &dyn Display| Failure::build("bind the wasm to JavaScript", error);
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("clause-explorer")
        .typescript(false);
    // Names of functions are for debuggers, and are as large as the code.
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    // The second wasm shares the table of functions, which is such an export.
    bindgen.keep_lld_exports(true);
    // The defaults of the library and of its command line differ: without this, the glue does not
    // contain the address of its wasm.
    bindgen.omit_default_module_path(false);
    let mut output = bindgen
        .web(true)
        .and_then(wasm_bindgen_cli_support::Bindgen::generate_output)
        .map_err(|error| failure(&error))?;
    let module = output.wasm_mut();
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    let mut names = Vec::new();
    for name in imports.chain(exports).filter(|name| names::is_long(name)) {
        let short = names::short(names.len());
        names.push((std::mem::replace(name, short.clone()), short));
    }
    let bound = folder.join("bindgen");
    output.emit(&bound).map_err(|error| failure(&error))?;
    let glue = read_text(&bound, "clause-explorer.js")?;
    let glue = names::renamed(&glue, &names).map_err(|error| failure(&error))?;
    Ok((read(&bound, "clause-explorer_bg.wasm")?, glue))
}
