//! `clause-explorer.html`: the whole explorer in one file, which also opens from a disk.
//!
//! Its content security policy allows exactly its own script and styles, so it can make no
//! requests. It contains the wasm as compressed data; so the file is smaller than its parts.

use std::io::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use minijinja::{Value, context};
use sha2::{Digest, Sha256};

use super::error::SiteError;
use super::input::Www;
use super::pages::Pages;
use super::scripts::{Scripts, minified};
use super::styles;

/// Returns the page with everything inside. The first wasm already contains the plan.
pub(super) fn page(
    scripts: &Scripts,
    pages: &Pages<'_>,
    www: Www<'_>,
    [wasm, rare]: [&[u8]; 2],
) -> Result<String, SiteError> {
    let script = [
        scripts.in_one()?,
        www.text("offline/offline-copy.js")?.to_owned(),
    ]
    .concat();
    let script = minified("the script of clause-explorer.html", &script)?;
    // With this text inside, an HTML parser would end the script elsewhere, and the hash would not
    // match.
    if let Some(found) = ["</script", "<script", "<!--"]
        .into_iter()
        .find(|end| script.contains(end))
    {
        let found = format!("expected a script without {found}, found it");
        return Err(SiteError::new("write clause-explorer.html", found));
    }
    let styles = [
        www.text("element/clause-explorer.css")?,
        www.text("embed/embed.css")?,
    ]
    .concat();
    let styles = styles::minified("the styles of clause-explorer.html", &styles)?;
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'",
        hash(&script),
        hash(&styles)
    );
    let inside = |wasm: &[u8]| {
        let wasm = gzip(wasm).map_err(|error| SiteError::new("compress the wasm", error))?;
        Ok(Value::from_safe_string(BASE64_STANDARD.encode(wasm)))
    };
    let own = context! {
        policy => Value::from_safe_string(policy),
        styles => Value::from_safe_string(styles),
        script => Value::from_safe_string(script),
        wasm => inside(wasm)?,
        rare => inside(rare)?,
    };
    pages.render_with("clause-explorer.html", own)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Returns a text's hash in the form of a content security policy.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}
