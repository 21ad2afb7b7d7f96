//! Printing to standard output.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process;

/// Prints a line. Ends the program with status 1 if it cannot be written; a reader that has closed its end, such as
/// `head`, wants no more lines.
pub(super) fn line(text: impl Display) {
    if let Err(error) = writeln!(io::stdout(), "{text}")
        && error.kind() != ErrorKind::BrokenPipe
    {
        eprintln!("error: expected to write to standard output, but: {error}");
        process::exit(1);
    }
}
