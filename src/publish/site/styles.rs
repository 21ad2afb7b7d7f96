//! The widget's styles: one sheet, joined from the files in `www/element/styles/`.
//!
//! The widget's module contains the sheet. This saves a request, and any `style-src` policy allows
//! a style sheet that a script makes.

use super::error::SiteError;
use super::input::Www;

/// The files, in the order in which they apply: later ones override earlier ones.
const FILES: [&str; 13] = [
    "tokens",
    "frame",
    "header",
    "panels",
    "facets",
    "overview",
    "list",
    "clause",
    "card",
    "opened",
    "foot",
    "forced-colors",
    "print",
];

/// Returns the whole sheet without comments and white space.
pub(super) fn sheet(www: Www<'_>) -> Result<String, SiteError> {
    let files = FILES.map(|name| www.text(&format!("element/styles/{name}.css")));
    let files: Vec<&str> = files.into_iter().collect::<Result<_, _>>()?;
    minified("the widget's styles", &files.concat())
}

/// Returns styles without comments and white space.
pub(super) fn minified(name: &str, styles: &str) -> Result<String, SiteError> {
    let minified = minifier::css::minify(styles)
        .map_err(|error| SiteError::new(&format!("minify {name}"), error))?;
    Ok(minified.to_string())
}
