//! The scripts of the element, linked from the modules in `www/element/`.

use plan::Content;
use plan::format::{DEFAULTS, FORMAT, JSON_FORMAT, Pack};
use serde_json::{Value, json};

use super::error::SiteError;
use super::glosses;
use super::input::{Engine, Www};
use super::parts::{RARE, language_file};
use super::script_linker::{Linked, Modules, link};
use super::snippets::integrity;
use super::styles;

/// The module of rare features. The element loads it when it is ready.
pub(super) const MORE: &str = "clause-explorer_more.js";

/// Modules of the one-file page, each with the module that it replaces there.
const INSIDE: [(&str, &str); 3] = [
    ("parts-inside.js", "parts.js"),
    ("wasm-inside.js", "wasm-beside.js"),
    ("widget-inside.js", "widget-beside.js"),
];

/// Where the last part of wasm-bindgen's module begins. This part loads, compiles and instantiates
/// the wasm; `GLUE_END` does that instead.
const GLUE_REST: &str = "let wasmModule, wasmInstance, wasm;";

/// The beginning of the glue. Each instance of the wasm has a glue of its own: what the browser still
/// calls after an instance has ended, such as a timer or a finalizer, never reaches the next instance.
/// Yew ignores that a node cannot be removed, and the clause would stay under every filter.
const GLUE_START: &str = "import { inserting, removing } from \"./own-nodes.js\";
import { safeDocument } from \"./safe-document.js\";
export function newInstance(module, onEnd) {
 let wasm, isEnded = false;
 const endInstance = (reason) => { if (!isEnded) { isEnded = true; onEnd(reason); } };
 const removed = (parent, node) => {
  try {
   return parent.removeChild(removing(node));
  } catch (error) {
   if (parent.contains(node)) Promise.resolve(error).then(endInstance);
   throw error;
  }
 };
";

/// Where the glue's function that describes any value begins and ends, and a shorter one: Yew describes only
/// errors of the browser.
const DESCRIPTION: [&str; 2] = ["function debugString(val) {", "\n}\n"];
const SHORT_DESCRIPTION: &str = "function debugString(value) {
    try {
        return `${value}`;
    } catch {
        return typeof value;
    }
}
";

/// The end of the glue. An exception that leaves the wasm has left it in the middle of something, so that the
/// instance ends. From then on, its functions do nothing. `extend` adds the second wasm, which shares memory and functions.
const GLUE_END: &str = " wasm = {};
 const { exports } = new WebAssembly.Instance(module, __wbg_get_imports());
 for (const name of Object.keys(exports)) {
  const part = exports[name];
  wasm[name] = typeof part !== 'function' ? part : (...values) => {
   if (isEnded) return 0;
   try {
    return part(...values);
   } catch (error) {
    endInstance(error);
    throw error;
   }
  };
 }
 const extend = (rare) => {
  new WebAssembly.Instance(rare, { __wasm_split: exports });
  wasm.rareLoaded();
 };
 wasm.__wbindgen_start();
";

/// Parts of the glue, and what replaces them. A host's `<img name=createElement>` would shadow a function of
/// the document itself. The changes of the widget are announced, to tell them from those of others. An assignment
/// to the key `__proto__` would set the prototype of an object, and a facet or a status may have any name.
const REPLACED: [(&str, &str); 4] = [
    ("arg0.document;", "safeDocument;"),
    ("arg0.removeChild(arg1)", "removed(arg0, arg1)"),
    (
        "arg0.insertBefore(arg1, arg2)",
        "arg0.insertBefore(inserting(arg1), arg2)",
    ),
    (
        "arg0[arg1] = arg2;",
        "Object.defineProperty(arg0, arg1, { value: arg2, writable: true, enumerable: true, configurable: true });",
    ),
];

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
    /// Those of a plan and of the members of a collection, in JSON.
    shapes: &'a [String; 2],
    glosses: &'a str,
    /// The module about the parts that follow the wasm.
    parts: &'a str,
}

impl Scripts {
    /// Reads the modules of `www/element/`, and replaces six of them by generated ones: the glue,
    /// the build's version and words, the styles, the packed form, the glosses, and the parts that follow the wasm.
    pub(super) fn new(
        content: &Content,
        engine: &Engine,
        languages: &[(String, Vec<u8>)],
        version: &str,
    ) -> Result<Self, SiteError> {
        let www = Www(&engine.www);
        let shape = |shape: plan::format::Shape| {
            serde_json::to_string(&shape)
                .map_err(|error| SiteError::new("describe the packed form", error))
        };
        let shapes = [
            shape(plan::Plan::shape())?,
            shape(Vec::<plan::Member>::shape())?,
        ];
        let generated = Generated {
            glue: &engine.glue,
            version,
            words: &words(content),
            styles: &styles::sheet(www)?,
            shapes: &shapes,
            glosses: &glosses::table(&content.plan),
            parts: &parts(content, &engine.rare, languages),
        };
        let mut modules = www.modules("element");
        // The modules of both folders are linked by their names alone.
        for (name, module) in www.modules("element/more") {
            if modules.insert(name.clone(), module).is_some() {
                let found = format!("www/element/ and www/element/more/ both contain {name}");
                return Err(SiteError::new("link the scripts", found));
            }
        }
        Self::link(modules, &generated)
    }

    fn link(mut modules: Modules, generated: &Generated<'_>) -> Result<Self, SiteError> {
        let glue = with_instances(generated.glue)?;
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
        let defaults = DEFAULTS.map(|(key, value)| format!("{key}: {value}"));
        let shape = format!(
            "export const format = {FORMAT};\nexport const jsonFormat = {JSON_FORMAT};\nexport const defaults = {{ {} }};\nexport const planShape = {};\nexport const membersShape = {};\n",
            defaults.join(", "),
            generated.shapes[0],
            generated.shapes[1],
        );
        let glosses = format!("export const glosses = {};\n", quoted(generated.glosses));
        modules.extend([
            ("glue.js".to_owned(), glue),
            ("build.js".to_owned(), build),
            ("styles.js".to_owned(), styles),
            ("shape.js".to_owned(), shape),
            ("glosses.js".to_owned(), glosses),
            ("parts.js".to_owned(), generated.parts.to_owned()),
        ]);
        Ok(Self { modules })
    }

    /// Returns the script with the class of the element, and with the hashes of the files that it
    /// loads: both modules and the wasm. The module of the widget has the hashes of the parts that follow.
    pub(super) fn class(&self, widget: &str, more: &str, wasm: &[u8]) -> Result<String, SiteError> {
        let name = "clause-explorer.js";
        let hashes = format!(
            "export const moduleHash = {};\nexport const moreHash = {};\nexport const wasmHash = {};\n",
            quoted(&integrity(widget.as_bytes())),
            quoted(&integrity(more.as_bytes())),
            quoted(&integrity(wasm))
        );
        let mut modules = self.modules.clone();
        modules.insert("hashes.js".to_owned(), hashes);
        minified(name, &linked(&modules, name)?.module())
    }

    /// Returns the module that the class loads.
    pub(super) fn widget(&self) -> Result<String, SiteError> {
        let name = "clause-explorer_bg.js";
        minified(name, &linked(&self.modules, name)?.module())
    }

    /// Returns the module of rare features.
    pub(super) fn more(&self) -> Result<String, SiteError> {
        minified(MORE, &linked(&self.modules, MORE)?.module())
    }

    /// Returns all modules in one script, for the one-file page.
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
///
/// # Errors
/// If it is no JavaScript that the minifier can read.
pub fn minified(name: &str, script: &str) -> Result<String, SiteError> {
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
            &interface.failed_plan,
            &interface.try_again,
            &interface.failed_stopped,
        ];
        (interface.tag.to_string(), json!(words.map(|word| &word.0)))
    });
    Value::Object(words.collect())
}

/// Returns the module about the parts that follow the wasm: the address and the hash of each. Bundlers find a file by an
/// address that is written out.
fn parts(content: &Content, rare: &[u8], languages: &[(String, Vec<u8>)]) -> String {
    let part = |name: &str, bytes: &[u8]| {
        let hash = quoted(&integrity(bytes));
        format!("[new URL({}, import.meta.url), {hash}]", quoted(name))
    };
    let languages = languages.iter().map(|(tag, bytes)| {
        let part = part(&language_file(tag), bytes);
        format!("{}: {part}", quoted(tag))
    });
    let languages: Vec<String> = languages.collect();
    format!(
        "export const original = {};\nexport const rarePart = {};\nexport const languageParts = {{ {} }};\n",
        quoted(content.plan.title.original().tag),
        part(RARE, rare),
        languages.join(", ")
    )
}

/// Returns wasm-bindgen's module as a function that makes an instance with its own glue.
fn with_instances(glue: &str) -> Result<String, SiteError> {
    const NAME: &str = "glue.js";
    let mut glue = glue.to_owned();
    for part in REPLACED {
        glue = replace_one(NAME, &glue, part)?;
    }
    let (before, described) = split_once(NAME, &glue, DESCRIPTION[0])?;
    let (_, after) = described.split_once(DESCRIPTION[1]).unwrap_or_default();
    let glue = [before, SHORT_DESCRIPTION, after].concat();
    let (body, _) = split_once(NAME, &glue, GLUE_REST)?;
    let mut lines = String::from(GLUE_START);
    let mut exports = Vec::new();
    for line in body.lines() {
        let declaration = line.strip_prefix("export ");
        if let Some(declaration) = declaration {
            let name = declaration.split([' ', '(']).nth(1);
            exports.extend(name.map(str::to_owned));
        }
        // Indented, so that the linker takes no declaration for one of the module.
        lines.push(' ');
        lines.push_str(declaration.unwrap_or(line));
        lines.push('\n');
    }
    let exports = exports.join(", ");
    Ok(format!(
        "{lines}{GLUE_END} return {{ {exports}, extend }};\n}}\n"
    ))
}

/// Replaces a text that must occur exactly once.
fn replace_one(name: &str, script: &str, (old, new): (&str, &str)) -> Result<String, SiteError> {
    let (before, after) = split_once(name, script, old)?;
    Ok([before, new, after].concat())
}

/// Splits a script at a text that must occur exactly once.
fn split_once<'a>(
    name: &str,
    script: &'a str,
    text: &str,
) -> Result<(&'a str, &'a str), SiteError> {
    let found = script.matches(text).count();
    match script.split_once(text) {
        Some(parts) if found == 1 => Ok(parts),
        _ => {
            let found = format!(
                "expected `{text}` once, found it {found} times; see src/publish/site/scripts.rs"
            );
            Err(SiteError::new(&format!("link {name}"), found))
        }
    }
}

#[cfg(test)]
mod tests;
