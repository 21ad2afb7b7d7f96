//! The compiler as a wasm: what JavaScript calls in the studio's worker, and in Node.js.
//!
//! Every function answers at once. The studio runs them in a worker, and ends the worker to cancel one that takes long.

mod convert;
mod project;

pub use project::{Imported, Project};
