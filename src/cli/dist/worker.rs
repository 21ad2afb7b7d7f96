//! What `service-worker.js` keeps, and the mark by which files of one build know each other.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::pages;
use crate::cli::failure::Failure;

/// What the pages are made of, beside the texts of the plan. The explorer in one file is fetched when it is wanted.
const KEPT: [&str; 13] = [
    "builder.js",
    "clause-explorer.css",
    "clause-explorer.js",
    "clause-explorer_bg.js",
    "clause-explorer_bg.wasm",
    "embed-page.js",
    "embed.css",
    "icon.svg",
    "manifest.webmanifest",
    "offline-copy.js",
    "offline.js",
    "showcase.css",
    "snippets.txt",
];

/// Stands in the pages and in the worker for the mark of the build.
const MARK: &str = "__BUILD__";

/// Puts the mark of the build into the pages, and it and the list of what is kept into the worker, which is
/// returned. The mark is another one whenever any of these files is.
pub(super) fn finish(worker: &str, files: &mut [(String, Vec<u8>)]) -> Result<String, Failure> {
    let is_text = |name: &str| name.starts_with("plan.") && name.ends_with(".html");
    let is_page = |name: &str| pages::NAMES.contains(&name);
    let mut kept = BTreeMap::new();
    let mut mark = Sha256::new_with_prefix(worker);
    for (name, bytes) in &*files {
        if !(KEPT.contains(&name.as_str()) || is_text(name) || is_page(name)) {
            continue;
        }
        let hash = Sha256::digest(bytes);
        mark.update(name);
        mark.update(hash);
        let hash = Some(format!("{hash:x}")).filter(|_| !is_page(name));
        kept.insert(name.clone(), hash.unwrap_or_default());
    }
    if let Some(missing) = KEPT.iter().find(|name| !kept.contains_key(**name)) {
        return Err(Failure::build("list what is kept offline", missing));
    }
    let mark = format!("{:x}", mark.finalize());
    let mark = &mark[..12];
    for (name, bytes) in files {
        if is_page(name) {
            *bytes = String::from_utf8_lossy(bytes)
                .replace(MARK, mark)
                .into_bytes();
        }
    }
    let kept = serde_json::to_string(&kept)
        .map_err(|error| Failure::build("list what is kept offline", error))?;
    Ok(worker.replace(MARK, mark).replace("\"__FILES__\"", &kept))
}
