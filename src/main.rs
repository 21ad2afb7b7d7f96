//! The command line: builds the explorer, checks its content, and serves it during editing.
//!
//! Exit status: 0 for success, 1 for errors in the content or a failed build, 2 for wrong usage, 3
//! for a missing tool.

mod cli;

use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // A reader that has closed its end, such as `head`, wants no more lines.
            writeln!(io::stderr(), "{}", cli::shown(&failure)).ok();
            failure.status().into()
        }
    }
}
