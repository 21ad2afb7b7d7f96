//! The commands, without a file system of their own: the same for the command line, for Node.js and for the studio.
//!
//! 1. `arguments` reads the command line.
//! 2. A module for each command prints and writes by way of a [`System`], which the caller has.
//! 3. `folder` has a content folder in memory, which needs no system.

mod arguments;
mod build;
mod check;
mod content;
mod copies;
mod data;
mod failure;
mod folder;
mod import;
mod new;
mod new_folder;
mod next;
mod output;
mod problem;
mod run;
mod snippet;
mod system;

pub use arguments::{Command, Form, Format, Layout, PROGRAM, parse};
pub use build::{Report, Site, Written, write_site};
pub use content::{Unreadable, read_folder};
pub use copies::copies;
pub use failure::{Failure, problem_count};
pub use folder::{Folder, LARGEST};
pub use problem::Problem;
pub use run::run;
pub use system::{Copies, Kind, System, WithEngine};
