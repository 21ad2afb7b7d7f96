//! The studio: the page that makes an explorer of a document, in the browser. A site with the compiler has it.
//!
//! Its example is the content folder of the site.

use std::collections::BTreeMap;

use super::error::SiteError;
use super::file::File;
use super::input::{Www, name_of};
use super::scripts::{linked, minified};

/// The page.
pub(super) const PAGE: &str = "studio.html";

/// The file with the example.
pub(super) const EXAMPLE: &str = "example.json";

/// Files of `www/` that a site contains unchanged. The libraries are minified already.
const AS_THEY_ARE: [&str; 4] = [
    "studio/studio.css",
    "studio/studio-tools.css",
    "vendor/codemirror.js",
    "vendor/smol-toml.js",
];

/// The scripts of the page and of its worker, linked from the modules in `www/studio/`.
const SCRIPTS: [&str; 2] = ["studio.js", "studio-worker.js"];

/// The licences of the libraries in `www/vendor/`.
const LICENCES: &str = "vendor/licences.txt";

/// Returns the files of the studio but its page. `folder` has the files of the content folder.
pub(super) fn files(
    www: Www<'_>,
    folder: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<File>, SiteError> {
    let mut files = Vec::new();
    let mut add = |name: &str, text: String| {
        files.push(File {
            name: name.to_owned(),
            bytes: text.into_bytes(),
        });
    };
    for path in AS_THEY_ARE {
        add(name_of(path), www.text(path)?.to_owned());
    }
    let modules = www.modules("studio");
    for name in SCRIPTS {
        add(name, minified(name, &linked(&modules, name)?.module())?);
    }
    add(EXAMPLE, example(folder)?);
    Ok(files)
}

/// Returns the licences of the studio's libraries.
pub(super) fn licences(www: Www<'_>) -> Result<&str, SiteError> {
    www.text(LICENCES)
}

/// Returns the texts of a content folder by their paths, as JSON. The page needs no pictures.
fn example(folder: &BTreeMap<String, Vec<u8>>) -> Result<String, SiteError> {
    let texts = folder.iter();
    let texts = texts.filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    let texts: BTreeMap<&String, &str> = texts.collect();
    serde_json::to_string(&texts)
        .map_err(|error| SiteError::new("write the example of the studio", error))
}
