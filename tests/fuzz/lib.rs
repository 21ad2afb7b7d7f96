//! Fuzz targets: each is a function that accepts any bytes, and panics if the code breaks a promise
//! on them.
//!
//! They are used twice. `cargo test -p clause-explorer-fuzz` runs each on its committed corpus and
//! on a few hundred mutations of it, on the stable toolchain. `tests/run fuzz` runs them under
//! libFuzzer (`libfuzzer/`), which needs the nightly toolchain, and finds inputs by coverage.
//!
//! The corpus of a target is the folder `corpus/TARGET`. An input that once broke a promise belongs
//! there, under a name that says how.

mod codec;
mod content;
mod packed;
mod plan_json;
mod plan_use;
mod quote;
mod search;
mod words;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod mutation;
#[cfg(test)]
mod packed_corpus;

pub use codec::codec;
pub use content::content;
pub use packed::packed;
pub use plan_json::plan_json;
pub use quote::quote;
pub use search::search;

use query::Index;

/// A target's name, which is also the name of its corpus, and its function.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 6] = [
    ("codec", codec),
    ("content", content),
    ("packed", packed),
    ("plan_json", plan_json),
    ("quote", quote),
    ("search", search),
];

/// Runs a function on the index of the project's own plan, which is made once in each thread.
fn with_own_index<T>(run: impl FnOnce(&Index) -> T) -> T {
    thread_local! {
        static INDEX: Index = Index::new(fixture::plan());
    }
    INDEX.with(run)
}
