//! Runs a command.

use std::path::PathBuf;

use crate::arguments::Command;
use crate::check::check;
use crate::data::data;
use crate::failure::Failure;
use crate::import::import;
use crate::new::new;
use crate::snippet::snippet;
use crate::system::{System, WithEngine};

/// Runs a command on a machine.
///
/// # Errors
/// If the command fails; the caller prints the failure, and ends with its status.
pub fn run(
    command: Command,
    system: &impl System,
    with_engine: &impl WithEngine,
) -> Result<(), Failure> {
    let content_folder = |named: Option<PathBuf>| named.unwrap_or_else(|| system.content());
    let out_folder = |named: Option<PathBuf>| named.unwrap_or_else(|| system.dist());
    match command {
        Command::Serve { content, port } => with_engine.serve(content_folder(content), port),
        Command::Build { content, out } => {
            with_engine.build(&content_folder(content), &out_folder(out))
        }
        Command::Data { content, out } => data(system, &content_folder(content), &out_folder(out)),
        Command::Check { content, format } => check(system, &content_folder(content), format),
        Command::New { folder } => new(system, &folder),
        Command::Import { file, out, lang } => import(system, &file, &out, lang),
        Command::Snippet {
            content,
            view,
            form,
            layout,
        } => snippet(system, &content_folder(content), &view, form, layout),
    }
}
