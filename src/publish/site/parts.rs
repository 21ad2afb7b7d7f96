//! The names of the files that follow the engine's wasm.

/// The second wasm, with the code of rare features. The element loads it when the first view is shown.
pub(super) const RARE: &str = "clause-explorer_rare.wasm";

/// Returns the name of the file with the plan in a language that is not its original. With an underscore, Bulgarian would
/// have the name of the engine.
#[must_use]
pub fn language_file(tag: &str) -> String {
    format!("clause-explorer.{tag}.wasm")
}
