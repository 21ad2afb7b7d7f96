//! The widget's styles: one sheet of several files in `www/element/styles/`.
//!
//! They travel with the widget's module: one request less, and a style sheet made by script is allowed
//! under any `style-src`.

use super::error::SiteError;
use super::input::Www;

/// The files, in the order in which they apply: later ones override earlier ones.
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

/// The whole sheet without comments and white space.
pub(super) fn sheet(www: Www<'_>) -> Result<String, SiteError> {
    let files = FILES.map(|name| www.text(&format!("element/styles/{name}.css")));
    let files: Vec<&str> = files.into_iter().collect::<Result<_, _>>()?;
    minified("the widget's styles", &files.concat())
}

/// Styles without comments and white space.
pub(super) fn minified(name: &str, styles: &str) -> Result<String, SiteError> {
    let minified = minifier::css::minify(styles)
        .map_err(|error| SiteError::new(&format!("minify {name}"), error))?;
    Ok(minified.to_string())
}
