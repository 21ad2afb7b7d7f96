//! The list of files that `service-worker.js` keeps, and the mark that all files of one build
//! share.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::error::SiteError;
use super::file::File;
use super::input::Www;
use super::pages::{NAMES, Pages};
use super::scripts::{linked, minified, quoted};
use super::studio;

/// The files that the pages need, except the texts of the plan. The one-file page is not among
/// them: it is loaded when a reader asks for it.
const KEPT: [&str; 15] = [
    "builder.js",
    "clause-explorer.css",
    "clause-explorer.js",
    "clause-explorer_bg.js",
    "clause-explorer_bg.wasm",
    "clause-explorer_more.js",
    "clause-explorer_rare.wasm",
    "embed-page.js",
    "embed.css",
    "icon.svg",
    "manifest.webmanifest",
    "offline-copy.js",
    "offline.js",
    "showcase.css",
    "snippets.txt",
];

/// The files of the studio, which are kept as soon as a reader has been there.
const OF_STUDIO: [&str; 10] = [
    "codemirror.js",
    "compiler.js",
    "compiler_bg.wasm",
    "engine.bin",
    studio::EXAMPLE,
    "smol-toml.js",
    "studio-tools.css",
    "studio-worker.js",
    "studio.css",
    "studio.js",
];

/// The file of the service worker.
const WORKER: &str = "service-worker.js";

/// Renders the pages with the mark of the build, adds them, and returns the worker with the mark
/// and the list of files to keep. The mark changes whenever any of these files changes.
pub(super) fn finish(
    www: Www<'_>,
    pages: &Pages<'_>,
    files: &mut Vec<File>,
) -> Result<String, SiteError> {
    let mut modules = www.modules("offline");
    let is_text = |name: &str| name.starts_with("plan.") && name.ends_with(".html");
    let is_language = |name: &str| name.starts_with("clause-explorer.") && name.ends_with(".wasm");
    let mut kept = BTreeMap::new();
    let mut of_studio = BTreeMap::new();
    let mut mark = Sha256::new_with_prefix(linked(&modules, WORKER)?.script());
    for File { name, bytes } in &*files {
        let is_of_studio = OF_STUDIO.contains(&name.as_str());
        if KEPT.contains(&name.as_str()) || is_text(name) || is_language(name) || is_of_studio {
            let hash = Sha256::digest(bytes);
            mark.update(name);
            mark.update(hash);
            let list = if is_of_studio {
                &mut of_studio
            } else {
                &mut kept
            };
            list.insert(name.as_str(), format!("{hash:x}"));
        }
    }
    if let Some(missing) = KEPT.iter().find(|name| !kept.contains_key(**name)) {
        return Err(SiteError::new("list what is kept offline", missing));
    }
    // Pages have no hash, because hosting services may change them.
    for name in NAMES {
        mark.update(pages.render(name, "")?);
        kept.insert(name, String::new());
    }
    let studio = pages.has_studio.then_some(studio::PAGE);
    if let Some(page) = studio {
        mark.update(pages.render(page, "")?);
        of_studio.insert(page, String::new());
    }
    let mark = format!("{:x}", mark.finalize());
    let mark = &mark[..12];
    let json = |list: &BTreeMap<&str, String>| {
        serde_json::to_string(list)
            .map_err(|error| SiteError::new("list what is kept offline", error))
    };
    let [list, late] = [json(&kept)?, json(&of_studio)?];
    for name in NAMES.into_iter().chain(studio) {
        files.push(File {
            name: name.to_owned(),
            bytes: pages.render(name, mark)?.into_bytes(),
        });
    }
    let build = format!(
        "export const build = {};\nexport const files = {list};\nexport const lateFiles = {late};\n",
        quoted(mark)
    );
    modules.insert("build.js".to_owned(), build);
    minified(WORKER, linked(&modules, WORKER)?.script())
}
