//! The command line: builds the explorer, checks its content, and serves it while it is being edited.
//!
//! Exit status: 0 done, 1 the content has errors (or the build failed), 2 wrong usage, 3 a tool is missing.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            failure.status()
        }
    }
}
