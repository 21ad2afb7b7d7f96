//! The command line as a wasm for Node.js: `www/package/cli.mjs` calls it, and is the machine that it runs on.

mod command_line;
mod machine;

pub use command_line::{Served, copies, run};
pub use machine::Machine;
