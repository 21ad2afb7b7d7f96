//! The input of a site except the plan.

use std::collections::BTreeMap;

use super::error::SiteError;

/// The files that are the same for every plan.
#[derive(Clone, Debug)]
pub struct Engine {
    /// The widget without a plan, after wasm-bindgen.
    pub wasm: Vec<u8>,
    /// The second wasm, with the code that only rare features need: see `src/widget/rare.rs`.
    pub rare: Vec<u8>,
    /// The ES module that wasm-bindgen writes for it.
    pub glue: String,
    /// The licences of the libraries in the wasm.
    pub licences: String,
    /// The text files of `www/`, by their paths in this folder, with `/` as separator.
    pub www: BTreeMap<String, String>,
}

/// Further input of a site.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The version of the package, such as `0.1.0`.
    pub version: &'a str,
    /// The content folder's template of the showcase page, which extends `index.html`.
    pub showcase: Option<&'a str>,
    /// The content folder's picture of the plan, a PNG file, for pages and messages that link to the explorer.
    pub preview: Option<&'a [u8]>,
    /// The licence files of the project: names and texts.
    pub licences: &'a [(&'a str, &'a str)],
}

/// The text files of `www/`.
#[derive(Clone, Copy)]
pub(super) struct Www<'a>(pub(super) &'a BTreeMap<String, String>);

impl<'a> Www<'a> {
    pub(super) fn text(self, path: &str) -> Result<&'a str, SiteError> {
        let text = self.0.get(path).map(String::as_str);
        text.ok_or_else(|| SiteError::new("read www/", format!("it does not contain {path}")))
    }

    /// Returns the JavaScript modules of a folder, by their file names.
    pub(super) fn modules(self, folder: &str) -> BTreeMap<String, String> {
        let files = self.0.iter().filter_map(|(path, text)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            let is_module = name.ends_with(".js") && !name.contains('/');
            is_module.then(|| (name.to_owned(), text.clone()))
        });
        files.collect()
    }
}
