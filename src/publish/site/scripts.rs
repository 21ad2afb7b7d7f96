//! The scripts of the element, linked from the modules in `www/element/`.

use plan::Content;
use plan::format::{FORMAT, Pack};
use serde_json::{Value, json};

use super::error::SiteError;
use super::input::{Engine, Www};
use super::script_linker::{Linked, Modules, link};
use super::styles;

/// Modules of the one-file page, each with the module that it replaces there.
const INSIDE: [(&str, &str); 2] = [
    ("wasm-inside.js", "wasm-beside.js"),
    ("widget-inside.js", "widget-beside.js"),
];

/// Where the last part of wasm-bindgen's module begins. This part loads, compiles and instantiates
/// the wasm; `start.js` does that instead.
const GLUE_END: &str = "async function __wbg_load(module, imports) {";

/// The replacement of this part: a function that instantiates the compiled wasm.
const GLUE_START: &str = "export function instantiate(module) {
    __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
}
";

/// An import of an address that is known only in the browser, without and with hints that bundlers
/// must not change it. The hints are comments, so they are added after minifying.
const AGAIN: (&str, &str) = (
    "import(again)",
    "import(/* webpackIgnore: true */ /* @vite-ignore */ again)",
);

/// The modules of the element, ready to be linked.
#[derive(Debug)]
pub(super) struct Scripts {
    modules: Modules,
}

/// The input of the generated modules.
struct Generated<'a> {
    glue: &'a str,
    version: &'a str,
    words: &'a Value,
    styles: &'a str,
    /// In JSON.
    shape: &'a str,
}

impl Scripts {
    /// Reads the modules of `www/element/`, and replaces four of them by generated ones: the glue,
    /// the build's version and words, the styles, and the packed form.
    pub(super) fn new(
        content: &Content,
        engine: &Engine,
        version: &str,
    ) -> Result<Self, SiteError> {
        let www = Www(&engine.www);
        let shape = serde_json::to_string(&plan::Plan::shape())
            .map_err(|error| SiteError::new("describe the packed form", error))?;
        let generated = Generated {
            glue: &engine.glue,
            version,
            words: &words(content),
            styles: &styles::sheet(www)?,
            shape: &shape,
        };
        Self::link(www.modules("element"), &generated)
    }

    fn link(mut modules: Modules, generated: &Generated<'_>) -> Result<Self, SiteError> {
        let glue = with_own_start(generated.glue)?;
        let build = format!(
            "export const version = {};\nexport const words = {};\n",
            quoted(generated.version),
            generated.words
        );
        // Styles contain many quotation marks, which need no backslash in a template literal. It
        // saves 25 bytes.
        let escaped = generated
            .styles
            .replace('\\', "\\\\")
            .replace('`', "\\`")
            .replace("${", "\\${");
        let styles = format!("export const styles = `{escaped}`;\n");
        let shape = format!(
            "export const format = {FORMAT};\nexport const planShape = {};\n",
            generated.shape
        );
        modules.extend([
            ("glue.js".to_owned(), glue),
            ("build.js".to_owned(), build),
            ("styles.js".to_owned(), styles),
            ("shape.js".to_owned(), shape),
        ]);
        Ok(Self { modules })
    }

    /// Returns the script with the class of the element.
    pub(super) fn class(&self) -> Result<String, SiteError> {
        let name = "clause-explorer.js";
        let class = minified(name, &linked(&self.modules, name)?.module())?;
        replace_one(name, &class, AGAIN)
    }

    /// Returns the module that the class loads.
    pub(super) fn widget(&self) -> Result<String, SiteError> {
        let name = "clause-explorer_bg.js";
        minified(name, &linked(&self.modules, name)?.module())
    }

    /// Returns the class and the widget in one script, for the one-file page.
    pub(super) fn in_one(&self) -> Result<String, SiteError> {
        let mut modules = self.modules.clone();
        for (inside, beside) in INSIDE {
            let module = modules
                .remove(inside)
                .ok_or_else(|| SiteError::new("link clause-explorer.html", inside))?;
            modules.insert(beside.to_owned(), module);
        }
        Ok(linked(&modules, "clause-explorer.js")?.script().to_owned())
    }
}

/// Returns the script without comments and white space.
pub(super) fn minified(name: &str, script: &str) -> Result<String, SiteError> {
    let minified = minifier::js::minify(script)
        .map_err(|error| SiteError::new(&format!("minify {name}"), error))?;
    Ok(minified.to_string())
}

/// Links a module. An error contains the name of the module.
pub(super) fn linked(modules: &Modules, name: &str) -> Result<Linked, SiteError> {
    link(modules, name).map_err(|error| SiteError::new(&format!("link {name}"), error))
}

/// Returns a text as a JavaScript string.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Returns the messages that the element shows if the widget can't start, by language, in the order
/// of the tuple `Words` in www/element/build.js.
fn words(content: &Content) -> Value {
    let words = content.interfaces.iter().map(|interface| {
        let words = [
            &interface.failed,
            &interface.failed_with_text,
            &interface.failed_policy,
            &interface.failed_network,
            &interface.failed_late,
            &interface.failed_browser,
            &interface.try_again,
        ];
        (interface.tag.to_string(), json!(words.map(|word| &word.0)))
    });
    Value::Object(words.collect())
}

/// Returns wasm-bindgen's module with its last part replaced.
fn with_own_start(glue: &str) -> Result<String, SiteError> {
    let found = glue.matches(GLUE_END).count();
    match glue.split_once(GLUE_END) {
        Some((before, _)) if found == 1 => Ok([before, GLUE_START].concat()),
        _ => {
            let found = format!(
                "expected `{GLUE_END}` once, found it {found} times; see src/publish/site/scripts.rs"
            );
            Err(SiteError::new("link glue.js", found))
        }
    }
}

/// Replaces a text that must occur exactly once.
fn replace_one(name: &str, script: &str, (old, new): (&str, &str)) -> Result<String, SiteError> {
    let found = script.matches(old).count();
    if found != 1 {
        let found = format!(
            "expected `{old}` once, found it {found} times; see src/publish/site/scripts.rs"
        );
        return Err(SiteError::new(&format!("link {name}"), found));
    }
    Ok(script.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scripts(loading: &str) -> Scripts {
        let modules = [
            (
                "clause-explorer.js",
                "import { importWidget } from \"./widget-beside.js\";\nimportWidget();\n",
            ),
            (
                "clause-explorer_bg.js",
                "export { go } from \"./wasm-beside.js\";\n",
            ),
            ("wasm-beside.js", "export const go = 1;\n"),
            ("wasm-inside.js", "export const go = 2;\n"),
            ("widget-beside.js", loading),
            (
                "widget-inside.js",
                "import { go } from \"./clause-explorer_bg.js\";\nexport const importWidget = () => go;\n",
            ),
        ];
        let modules: Modules = modules
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .into();
        let glue = [
            GLUE_END, "}
",
        ]
        .concat();
        let generated = Generated {
            glue: &glue,
            version: "1",
            words: &json!({}),
            styles: "",
            shape: "{}",
        };
        Scripts::link(modules, &generated).expect("the modules can be linked")
    }

    #[test]
    fn marks_the_second_import_for_bundlers() {
        let class = scripts("export const importWidget = () => import(again);\n").class();
        assert_eq!(
            class.expect("the script contains one such import"),
            "const importWidget=()=>import(/* webpackIgnore: true */ /* @vite-ignore */ again);importWidget();"
        );
    }

    #[test]
    fn the_one_file_page_uses_its_own_modules() {
        let script = scripts("import { nothing } from \"./nowhere.js\";\n").in_one();
        assert_eq!(
            script.expect("the modules can be linked"),
            "const go = 2;\nconst importWidget = () => go;\nimportWidget();\n"
        );
    }

    #[test]
    fn replaces_only_a_text_that_occurs_once() {
        for script in ["", "import(again);import(again)"] {
            let error = replace_one("x.js", script, AGAIN).expect_err("not exactly one");
            assert!(
                error.to_string().contains("expected `import(again)` once"),
                "{error}"
            );
        }
    }
}
