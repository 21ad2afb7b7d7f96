//! `new`: writes a small, valid content folder to start from. Comments in its files explain the
//! format.

use std::path::Path;

use crate::failure::Failure;
use crate::system::System;
use crate::{new_folder, next};

/// The files of the template. It has no `interface/`: the words of the widget are built in.
const FILES: [(&str, &str); 5] = [
    ("plan.toml", include_str!("new/plan.toml")),
    ("plan.en.md", include_str!("new/plan.en.md")),
    ("plan.es.md", include_str!("new/plan.es.md")),
    ("glossary.toml", include_str!("new/glossary.toml")),
    ("facets/sector.toml", include_str!("new/facets/sector.toml")),
];

pub(crate) fn new(system: &impl System, folder: &Path) -> Result<(), Failure> {
    new_folder::write(system, folder, FILES)?;
    system.print(&format!(
        "wrote {}/: a plan of two articles in English and Spanish",
        folder.display()
    ));
    next::print(system, folder);
    Ok(())
}
