//! The machine that Node.js runs on: the functions of `cli.mjs`.

use std::path::{Path, PathBuf};

use commands::{Copies, Kind, System};
use js_sys::Uint8Array;
use publish::site::File;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The object with the functions of `www/package/cli.mjs`. Its errors are strings, in the words of the system.
    pub type Machine;

    #[wasm_bindgen(method)]
    fn size(this: &Machine, path: &str) -> Option<u32>;
    #[wasm_bindgen(method, js_name = isFolder)]
    fn is_folder(this: &Machine, path: &str) -> bool;
    #[wasm_bindgen(method, js_name = isEmpty)]
    fn has_no_entries(this: &Machine, folder: &str) -> bool;
    #[wasm_bindgen(method, catch, js_name = filesBelow)]
    fn paths_below(this: &Machine, folder: &str) -> Result<Vec<String>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = read)]
    fn read_file(this: &Machine, file: &str, limit: f64) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = write)]
    fn write_file(this: &Machine, file: &str, bytes: &[u8]) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = remove)]
    fn remove_file(this: &Machine, file: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = makeFolder)]
    fn create_folder(this: &Machine, folder: &str) -> Result<(), JsValue>;
    /// Prints a text to the standard output.
    #[wasm_bindgen(method, js_name = print)]
    pub(crate) fn print_text(this: &Machine, text: &str);
    /// Prints a text to the standard error.
    #[wasm_bindgen(method, js_name = report)]
    pub(crate) fn report_text(this: &Machine, text: &str);
    #[wasm_bindgen(method)]
    fn now(this: &Machine) -> u64;
    /// Returns the two copies of each file, one after the other.
    #[wasm_bindgen(method, catch)]
    fn compress(this: &Machine, files: Vec<Uint8Array>) -> Result<Vec<Uint8Array>, JsValue>;
    /// Returns the bytes of a file of the package.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn part(this: &Machine, name: &str) -> Result<Vec<u8>, JsValue>;
    /// Remembers that a content folder is to be served.
    #[wasm_bindgen(method)]
    pub(crate) fn serve(this: &Machine, content: &str, port: Option<u16>);
}

impl System for Machine {
    fn kind(&self, path: &Path) -> Option<Kind> {
        let path = text(path);
        if self.is_folder(&path) {
            return Some(Kind::Folder);
        }
        let size = self.size(&path)?;
        Some(Kind::File(usize::try_from(size).unwrap_or(usize::MAX)))
    }

    fn is_empty(&self, folder: &Path) -> bool {
        self.has_no_entries(&text(folder))
    }

    fn files_below(&self, folder: &Path) -> Result<Vec<String>, String> {
        self.paths_below(&text(folder))
            .map_err(|error| words(&error))
    }

    fn read(&self, file: &Path, limit: u64) -> Result<Vec<u8>, String> {
        let limit = u32::try_from(limit).map_or(f64::INFINITY, f64::from);
        self.read_file(&text(file), limit)
            .map_err(|error| words(&error))
    }

    fn write(&self, file: &Path, bytes: &[u8]) -> Result<(), String> {
        self.write_file(&text(file), bytes)
            .map_err(|error| words(&error))
    }

    fn remove(&self, file: &Path) -> Result<(), String> {
        self.remove_file(&text(file)).map_err(|error| words(&error))
    }

    fn make_folder(&self, folder: &Path) -> Result<(), String> {
        self.create_folder(&text(folder))
            .map_err(|error| words(&error))
    }

    fn print(&self, line: &str) {
        self.print_text(&format!("{line}\n"));
    }

    fn report(&self, line: &str) {
        self.report_text(&format!("{line}\n"));
    }

    fn milliseconds(&self) -> u64 {
        self.now()
    }

    fn copies(&self, files: &[&File]) -> Result<Vec<Copies>, String> {
        let files = files.iter().map(|file| Uint8Array::from(&*file.bytes));
        let copies = self
            .compress(files.collect())
            .map_err(|error| words(&error))?;
        let pairs = copies.chunks_exact(2);
        Ok(pairs
            .map(|pair| [pair[0].to_vec(), pair[1].to_vec()])
            .collect())
    }

    fn content(&self) -> PathBuf {
        "content".into()
    }

    fn dist(&self) -> PathBuf {
        "dist".into()
    }
}

/// Returns the words of an error.
pub(crate) fn words(error: &JsValue) -> String {
    error.as_string().unwrap_or_else(|| format!("{error:?}"))
}

/// Returns a path as JavaScript gets it.
pub(crate) fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
