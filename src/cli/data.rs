//! `data`: writes the plan for programs and for spreadsheets, without engine, cargo and sources.

use std::path::Path;

use publish::site;

use super::failure::Failure;
use super::output;
use super::print;
use super::project::compile_folder;

pub(super) fn data(content: &Path, out: &Path) -> Result<(), Failure> {
    let files = site::data(&compile_folder(content)?)?;
    output::make(out)?;
    output::write_files(out, &files)?;
    for file in files {
        print::line(format_args!("wrote {}", out.join(file.name).display()));
    }
    Ok(())
}
