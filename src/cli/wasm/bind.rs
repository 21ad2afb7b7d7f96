//! wasm-bindgen binds a wasm module to JavaScript.

use std::fmt::Display;
use std::path::Path;

use super::files::{read, read_text};
use super::names;
use commands::Failure;

/// Binds a module to JavaScript, in a folder for the results: returns the wasm and its glue, with short names between the
/// two. `name` is that of the files. The exports of the linker are kept if something else than the glue uses them.
pub(super) fn bind(
    module: &Path,
    folder: &Path,
    name: &str,
    keeps_exports: bool,
) -> Result<(Vec<u8>, String), Failure> {
    let failure = |error: &dyn Display| Failure::build("bind the wasm to JavaScript", error);
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(false);
    // Names of functions are for debuggers, and are as large as the code.
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.keep_lld_exports(keeps_exports);
    // The defaults of the library and of its command line differ: without this, the glue does not
    // contain the address of its wasm.
    bindgen.omit_default_module_path(false);
    let mut output = bindgen
        .web(true)
        .and_then(wasm_bindgen_cli_support::Bindgen::generate_output)
        .map_err(|error| failure(&error))?;
    let module = output.wasm_mut();
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    let mut names = Vec::new();
    for name in imports.chain(exports).filter(|name| names::is_long(name)) {
        let short = names::short(names.len());
        names.push((std::mem::replace(name, short.clone()), short));
    }
    let bound = folder.join("bindgen");
    output.emit(&bound).map_err(|error| failure(&error))?;
    let glue = read_text(&bound, &format!("{name}.js"))?;
    let glue = names::renamed(&glue, &names).map_err(|error| failure(&error))?;
    Ok((read(&bound, &format!("{name}_bg.wasm"))?, glue))
}
