//! `clause-explorer.html`: the whole explorer in one file, which opens from anywhere, also from a disk.
//!
//! Its own policy allows the very script and styles in it and nothing else, so that it can ask nobody for anything. The
//! wasm is in it as data, compressed, which makes the file smaller than its parts.

use std::io::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use minijinja::{Value, context};
use sha2::{Digest, Sha256};

use super::pages::Pages;
use super::scripts::{Scripts, minified};
use super::{SiteError, Www, styles};

/// How the element's class comes by the widget, where the two are files of their own.
const IMPORT: &str = "import(\"./clause-explorer_bg.js\")";

/// The page, with everything in it. `wasm` has the plan in it already.
pub(super) fn page(
    scripts: &Scripts<'_>,
    pages: &Pages<'_>,
    www: Www<'_>,
    wasm: &[u8],
) -> Result<String, SiteError> {
    let script = minified("the script of clause-explorer.html", &script(scripts, www)?)?;
    // An HTML parser would end such a script too early, so that its hash would not match.
    if let Some(found) = ["</script", "<script", "<!--"]
        .into_iter()
        .find(|end| script.contains(end))
    {
        let found = format!("expected a script without {found} in it");
        return Err(SiteError::new("write clause-explorer.html", found));
    }
    let styles = [www.text("clause-explorer.css")?, www.text("embed.css")?].concat();
    let styles = styles::minified("the styles of clause-explorer.html", &styles)?;
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'",
        hash(&script),
        hash(&styles)
    );
    let wasm = gzip(wasm).map_err(|error| SiteError::new("compress the wasm", error))?;
    let own = context! {
        policy => Value::from_safe_string(policy),
        styles => Value::from_safe_string(styles),
        script => Value::from_safe_string(script),
        wasm => BASE64_STANDARD.encode(wasm),
    };
    pages.render_with("clause-explorer.html", own)
}

/// One module in place of two. The widget's is a function's body, so that its names stay its own.
fn script(scripts: &Scripts<'_>, www: Www<'_>) -> Result<String, SiteError> {
    let class = scripts.class_source();
    let found = class.matches(IMPORT).count();
    if found != 1 {
        let found = format!("expected one {IMPORT} in clause-explorer.js, found {found}");
        return Err(SiteError::new("write clause-explorer.html", found));
    }
    let class = class.replace(IMPORT, "widgetInside");
    let widget = scripts.widget_source("wasm-inside.js")?;
    let (body, names) = without_exports(&widget);
    Ok(format!(
        "const widgetInside = (() => {{\n{body}\nreturn {{ {} }};\n}})();\n{class}\n{}",
        names.join(", "),
        www.text("offline-copy.js")?
    ))
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// A module's text without its exports, and the names of those that are declared where they are exported.
fn without_exports(module: &str) -> (String, Vec<&str>) {
    let mut names = Vec::new();
    let line = |line| {
        let Some(declaration) = str::strip_prefix(line, "export ") else {
            return line;
        };
        // `export { … }` at the end of the glue: initialising by other ways than `start`.
        if declaration.starts_with('{') {
            return "";
        }
        let mut words = declaration.split(|c: char| !c.is_alphanumeric() && c != '_');
        names.extend(words.find(|word| !["async", "class", "const", "function"].contains(word)));
        declaration
    };
    let lines: Vec<&str> = module.lines().map(line).collect();
    (lines.join("\n"), names)
}

/// A text's hash as a policy names it.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::without_exports;

    #[test]
    fn exports_become_declarations() {
        let module = "export class A {}\nexport async function b(c) {}\nconst d = 1;\nexport const e = d;\nexport { d, b as default };";
        let (body, names) = without_exports(module);
        assert_eq!(
            body,
            "class A {}\nasync function b(c) {}\nconst d = 1;\nconst e = d;\n"
        );
        assert_eq!(names, ["A", "b", "e"]);
    }
}
