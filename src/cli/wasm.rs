//! The wasm pipeline: cargo, then wasm-bindgen in process. No tool has to be installed by hand.

use std::env;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::failure::Failure;
use super::glue;
use super::project::Project;

const TARGET: &str = "wasm32-unknown-unknown";

/// The widget for the web.
#[derive(Debug)]
pub(super) struct Widget {
    pub(super) wasm: Vec<u8>,
    /// The ES module that wasm-bindgen writes beside it.
    pub(super) glue: String,
    /// The package's version and a mark of this very build.
    pub(super) version: String,
}

/// Builds the widget with the plan of a content folder in it.
pub(super) fn build(project: &Project, content: &Path) -> Result<Widget, Failure> {
    add_target(project)?;
    let module = compile(project, content)?;
    let out = project.target().join("clause-explorer");
    bind(&module, &out).map_err(|error| Failure::build("bind the wasm to JavaScript", error))?;
    let read = |name: &str| {
        fs::read(out.join(name)).map_err(|error| Failure::build(&format!("read {name}"), error))
    };
    let glue = String::from_utf8(read("clause-explorer.js")?)
        .map_err(|error| Failure::build("read the glue", error))?;
    let wasm = read("clause-explorer_bg.wasm")?;
    let mark = mark(&[&wasm, glue.as_bytes()]);
    let glue = glue::with_own_names(&glue, &mark)
        .map_err(|error| Failure::build("give the glue names of its own", error))?;
    Ok(Widget {
        wasm,
        glue,
        version: format!("{}+{mark}", env!("CARGO_PKG_VERSION")),
    })
}

/// A short name for exactly these files, the same on every machine.
fn mark(files: &[&[u8]]) -> String {
    let mut checksum = flate2::Crc::new();
    for file in files {
        checksum.update(file);
    }
    format!("{:08x}", checksum.sum())
}

/// Adds the wasm target to the toolchain if it lacks it.
fn add_target(project: &Project) -> Result<(), Failure> {
    let missing = |tool: &str, how: &str| {
        Failure::Tool(format!("expected the tool `{tool}`, found none; {how}"))
    };
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = Command::new(rustc)
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(project.root())
        .output()
        .map_err(|_| missing("rustc", "install Rust from https://rustup.rs"))?;
    let folder = PathBuf::from(String::from_utf8_lossy(&folder.stdout).trim());
    if folder.is_dir() {
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

/// Compiles the library to a wasm module and returns its path.
fn compile(project: &Project, content: &Path) -> Result<PathBuf, Failure> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    // A crate type in Cargo.toml would be simpler, but silently drops link-time optimisation.
    command.args([
        "rustc",
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
    let content = content
        .canonicalize()
        .map_err(|error| Failure::build("find the content folder", error))?;
    // Also for the project's own: two checkouts that share a target folder are told apart by it.
    command.env("CLAUSE_EXPLORER_CONTENT", content);
    command.env("CARGO_ENCODED_RUSTFLAGS", without_paths());
    eprintln!("building the widget (a first time takes a minute or two)");
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
        .join("clause_explorer.wasm"))
}

/// Flags that leave the paths of this machine out of the wasm: they say where its user's files are, and
/// make each machine's build another one.
fn without_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let registries = fs::read_dir(home.join("registry").join("src"))
        .into_iter()
        .flatten()
        .flatten();
    let remap = |entry: fs::DirEntry| format!("--remap-path-prefix={}/=", entry.path().display());
    registries.map(remap).collect::<Vec<_>>().join("\x1f")
}

fn bind(module: &Path, out: &Path) -> Result<(), impl std::fmt::Display> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("clause-explorer")
        .typescript(false);
    // The names of functions are for debuggers, and weigh as much as the code.
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    // The library's default differs from its command line's: without this the glue does not know
    // where its wasm is.
    bindgen.omit_default_module_path(false);
    bindgen.web(true)?.generate(out)
}
