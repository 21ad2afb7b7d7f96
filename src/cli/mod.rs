//! The commands on this machine: its file system and output, and the steps that need the project's sources and cargo.

mod build;
mod excerpt;
mod freshness;
mod native;
mod print;
mod project;
mod serve;
mod wasm;
mod watch;

use std::path::{Path, PathBuf};

use commands::{Failure, WithEngine};

pub(crate) use excerpt::shown;
use native::Native;
use project::Project;

/// Runs the command that the arguments name. For wrong arguments it prints the usage, and ends the program.
pub(crate) fn run() -> Result<(), Failure> {
    let command = commands::parse(std::env::args_os()).unwrap_or_else(|error| error.exit());
    commands::run(command, &Native, &Checkout)
}

/// The commands that need the project's sources.
struct Checkout;

impl WithEngine for Checkout {
    fn build(&self, content: &Path, out: &Path) -> Result<(), Failure> {
        build::build(&Project::require()?, content, out)
    }

    fn serve(&self, content: PathBuf, port: Option<u16>) -> Result<(), Failure> {
        serve::serve(&Project::require()?, content, port)
    }
}
