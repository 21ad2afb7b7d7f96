//! `clause-explorer.html`: the whole explorer in one file, which opens from anywhere, also from a disk.
//!
//! Its own policy allows the very script and styles in it and nothing else, so that it can ask nobody for anything. The
//! wasm is in it as data, compressed, which makes the file smaller than its parts.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::minify_script;
use crate::cli::failure::Failure;

/// How the element's class comes by the widget, where the two are files of their own.
const IMPORT: &str = "import(\"./clause-explorer_bg.js\")";

/// What is put into the page.
pub(super) struct Parts<'a> {
    /// The element's class.
    pub(super) class: &'a str,
    /// The module that it imports.
    pub(super) widget: &'a str,
    /// The script that makes copies.
    pub(super) copy: &'a str,
    /// The page's styles; those of the widget are in its module.
    pub(super) styles: &'a str,
    /// The wasm, as gzip.
    pub(super) wasm: &'a [u8],
}

impl Parts<'_> {
    /// The page, with the parts in place of the comments that stand for them.
    pub(super) fn page(&self, page: &str) -> Result<String, Failure> {
        let script = minify_script("the script of clause-explorer.html", &self.script()?)?;
        // A script that an HTML parser would end too early would be another than the one that is hashed.
        if let Some(found) = ["</script", "<script", "<!--"]
            .into_iter()
            .find(|end| script.contains(end))
        {
            let found = format!("expected a script without {found} in it");
            return Err(Failure::build("write clause-explorer.html", found));
        }
        let policy = format!(
            "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'",
            source(&script),
            source(self.styles)
        );
        let wasm = BASE64_STANDARD.encode(self.wasm);
        let parts = [
            (
                "<!-- the policy -->",
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
            ),
            (
                "<!-- the styles -->",
                format!("<style>{}</style>", self.styles),
            ),
            (
                "<!-- the wasm -->",
                format!("<script type=\"application/gzip\" id=\"wasm\">{wasm}</script>"),
            ),
            (
                "<!-- the script -->",
                format!("<script type=\"module\">{script}</script>"),
            ),
        ];
        let put = |page: String, (place, part): &(&str, String)| page.replace(place, part);
        Ok(parts.iter().fold(page.to_owned(), put))
    }

    /// One module in place of two. The widget's is a function's body, so that its names stay its own.
    fn script(&self) -> Result<String, Failure> {
        let found = self.class.matches(IMPORT).count();
        if found != 1 {
            let found = format!("expected one {IMPORT} in clause-explorer.js, found {found}");
            return Err(Failure::build("write clause-explorer.html", found));
        }
        let class = self.class.replace(IMPORT, "widgetInside");
        let (body, names) = without_exports(self.widget);
        Ok(format!(
            "const widgetInside = (() => {{\n{body}\nreturn {{ {} }};\n}})();\n{class}\n{}",
            names.join(", "),
            self.copy
        ))
    }
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
fn source(text: &str) -> String {
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
