//! The input of a site except the plan.

use std::collections::BTreeMap;

use super::error::SiteError;
use crate::archive::{Packing, pack, unpack};

/// The files that are the same for every plan.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The compiler for browsers; a site without it has no studio.
    pub compiler: Option<Bound>,
    /// The command line for Node.js; a site without it is a package without a command.
    pub command_line: Option<Bound>,
}

/// A wasm and its glue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The wasm, after wasm-bindgen.
    pub wasm: Vec<u8>,
    /// The ES module that wasm-bindgen writes for it.
    pub glue: String,
}

/// The largest engine, in bytes.
const LARGEST: u64 = 64 << 20;

/// The names of an engine's parts when it is packed.
const WASM: &str = "engine.wasm";
const RARE: &str = "engine_rare.wasm";
const GLUE: &str = "engine.js";
const LICENCES: &str = "THIRD-PARTY.txt";
const WWW: &str = "www/";

impl Engine {
    /// Packs everything but compiler and command line into a zip archive.
    ///
    /// # Errors
    /// If the archive cannot be written.
    pub fn pack(&self) -> Result<Vec<u8>, SiteError> {
        let parts = [
            (WASM, &*self.wasm),
            (RARE, &*self.rare),
            (GLUE, self.glue.as_bytes()),
            (LICENCES, self.licences.as_bytes()),
        ];
        let parts = parts.map(|(name, bytes)| (name.to_owned(), bytes));
        let www = self.www.iter();
        let www = www.map(|(path, text)| (format!("{WWW}{path}"), text.as_bytes()));
        let files: Vec<(String, &[u8])> = parts.into_iter().chain(www).collect();
        // Stored, because servers compress it as a whole.
        let files = files.iter().map(|(name, bytes)| (&**name, *bytes));
        pack(files, Packing::Stored).map_err(|error| SiteError::new("pack the engine", error))
    }

    /// Returns the packed engine, without compiler and command line.
    ///
    /// # Errors
    /// If the bytes are no packed engine.
    pub fn unpack(bytes: &[u8]) -> Result<Self, SiteError> {
        let failure = |found: &str| SiteError::new("unpack the engine", found);
        let mut files = unpack(bytes, LARGEST).map_err(|error| failure(&error.to_string()))?;
        let mut part = |name: &str| {
            let part = files.remove(name);
            part.ok_or_else(|| failure(&format!("it does not contain {name}")))
        };
        let text =
            |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| failure(&error.to_string()));
        let [wasm, rare] = [part(WASM)?, part(RARE)?];
        let [glue, licences] = [text(part(GLUE)?)?, text(part(LICENCES)?)?];
        let mut www = BTreeMap::new();
        for (path, bytes) in files {
            if let Some(path) = path.strip_prefix(WWW) {
                www.insert(path.to_owned(), text(bytes)?);
            }
        }
        Ok(Self {
            wasm,
            rare,
            glue,
            licences,
            www,
            compiler: None,
            command_line: None,
        })
    }
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
    /// The files of the content folder, by their paths in it: the example of the studio.
    pub folder: &'a BTreeMap<String, Vec<u8>>,
    /// The licence files of the project: names and texts.
    pub licences: &'a [(&'a str, &'a str)],
    /// The guide for authors, in Markdown. A package with a command has it.
    pub guide: &'a str,
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

/// Returns the name in the site of a file of `www/`.
pub(super) fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacks_the_packed_engine() {
        let www =
            ["element/a.js", "b.html"].map(|path| (path.to_owned(), format!("text of {path}")));
        let engine = Engine {
            wasm: vec![0, 1],
            rare: vec![2],
            glue: "glue".to_owned(),
            licences: "licences".to_owned(),
            www: www.into(),
            compiler: None,
            command_line: None,
        };
        let packed = engine.pack().expect("it can be packed");
        assert_eq!(Engine::unpack(&packed), Ok(engine));
        let refused = Engine::unpack(&packed[..100]).map_err(|error| error.to_string());
        assert!(
            refused.is_err_and(|said| said.starts_with("expected to unpack the engine, but: "))
        );
    }
}
