//! The steps that follow when a content folder was made.

use std::fmt::Display;

use crate::system::System;

/// Prints the commands for a new content folder. The program may be started by cargo, by npx or by its name, so these are the
/// commands alone.
pub(crate) fn print(system: &impl System, folder: impl Display) {
    system.print(&format!(
        "next: edit the files, then start this program again with `check --content {folder}`"
    ));
    system.print(&format!(
        "      and with `build --content {folder} --out DIR`"
    ));
}
