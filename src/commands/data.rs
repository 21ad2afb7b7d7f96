//! `data`: writes the plan for programs and for spreadsheets, without engine, cargo and sources.

use std::path::Path;

use publish::site;

use crate::content::compile_folder;
use crate::failure::Failure;
use crate::output;
use crate::system::System;

pub(crate) fn data(system: &impl System, content: &Path, out: &Path) -> Result<(), Failure> {
    let files = site::data(&compile_folder(system, content)?)?;
    output::make(system, out)?;
    output::write_files(system, out, &files)?;
    for file in files {
        system.print(&format!("wrote {}", out.join(file.name).display()));
    }
    Ok(())
}
