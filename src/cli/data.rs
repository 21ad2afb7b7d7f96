//! `data`: writes the plan for programs and for spreadsheets, without engine, cargo and sources.

use std::fs;
use std::path::Path;

use publish::site;

use super::failure::Failure;
use super::output;
use super::print;
use super::project::compile_folder;

pub(super) fn data(content: &Path, out: &Path) -> Result<(), Failure> {
    let files = site::data(&compile_folder(content)?)?;
    output::make(out)?;
    for file in files {
        let path = out.join(&file.name);
        // A compressed copy from an earlier build would have other content than the new file.
        for ending in ["br", "gz"] {
            fs::remove_file(out.join(format!("{}.{ending}", file.name))).ok();
        }
        fs::write(&path, &file.bytes)
            .map_err(|error| Failure::build(&format!("write {}", path.display()), error))?;
        print::line(format_args!("wrote {}", path.display()));
    }
    Ok(())
}
