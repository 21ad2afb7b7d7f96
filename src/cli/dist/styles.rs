//! The widget's styles: one sheet of several files in `www/styles/`.
//!
//! They travel with the glue: one request less, and a style sheet made by script is allowed under any `style-src`.

use super::minify_styles;
use crate::cli::failure::Failure;

/// The files, in the order in which they count: what stands later has the last word.
const FILES: [&str; 12] = [
    "tokens",
    "frame",
    "header",
    "panels",
    "facets",
    "overview",
    "list",
    "clause",
    "opened",
    "foot",
    "forced-colors",
    "print",
];

/// The whole sheet without comments and white space; `read` reads a file of `www/`.
pub(super) fn sheet(read: impl Fn(&str) -> Result<String, Failure>) -> Result<String, Failure> {
    let files = FILES.map(|name| read(&format!("styles/{name}.css")));
    let files: Vec<String> = files.into_iter().collect::<Result<_, _>>()?;
    minify_styles("the widget's styles", &files.concat())
}
