//! The compiler as a wasm: the functions that JavaScript calls in the studio's worker.
//!
//! Every function answers at once; the studio ends the worker to cancel one that takes long.

mod convert;
mod project;

pub use project::{Imported, Project};
