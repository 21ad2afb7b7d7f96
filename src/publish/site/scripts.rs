//! The scripts: the element's class, and the module with the widget that it imports.

use plan::Content;
use serde_json::{Value, json};

use super::{Engine, SiteError, Www, styles};

/// The scripts of a site, before they are minified.
pub(super) struct Scripts<'a> {
    engine: &'a Engine,
    class: String,
    styles: String,
}

/// An address that only the browser knows: bundlers are told to leave it alone. The hints are comments,
/// which the minifier drops, so that they are inserted behind it.
const HINTED_IMPORT: &str = "/* webpackIgnore: true */ /* @vite-ignore */ again";

impl<'a> Scripts<'a> {
    pub(super) fn new(
        content: &Content,
        engine: &'a Engine,
        version: &str,
    ) -> Result<Self, SiteError> {
        let www = Www(&engine.www);
        let class = www
            .text("clause-explorer.js")?
            .replace("__VERSION__", version)
            .replace("\"__WORDS__\"", &words(content).to_string());
        Ok(Self {
            engine,
            class,
            styles: Value::from(styles::sheet(www)?).to_string(),
        })
    }

    /// `clause-explorer.js`.
    pub(super) fn class(&self) -> Result<String, SiteError> {
        let class = minified("clause-explorer.js", &self.class)?;
        Ok(class.replace("\"__AGAIN__\"", HINTED_IMPORT))
    }

    /// The class before it is minified.
    pub(super) fn class_source(&self) -> &str {
        &self.class
    }

    /// `clause-explorer_bg.js`.
    pub(super) fn widget(&self) -> Result<String, SiteError> {
        minified(
            "clause-explorer_bg.js",
            &self.widget_source("wasm-beside.js")?,
        )
    }

    /// The widget's module, with the wasm from where this file of `www/` says.
    pub(super) fn widget_source(&self, wasm: &str) -> Result<String, SiteError> {
        let www = Www(&self.engine.www);
        let (pack, wasm, page) = (www.text("pack.js")?, www.text(wasm)?, www.text("page.js")?);
        let shape = serde_json::to_string(&shape())
            .map_err(|error| SiteError::new("describe the packed form", error))?;
        let (glue, styles) = (&self.engine.glue, &self.styles);
        let pack = pack.replace("\"__SHAPE__\"", &shape);
        Ok(format!(
            "{glue}\n{pack}\n{wasm}\n{page}\nexport const styles = {styles};\n"
        ))
    }
}

/// The script without comments and white space.
pub(super) fn minified(name: &str, script: &str) -> Result<String, SiteError> {
    let minified = minifier::js::minify(script)
        .map_err(|error| SiteError::new(&format!("minify {name}"), error))?;
    Ok(minified.to_string())
}

/// The packed form of a plan, for `pack.js`.
fn shape() -> Value {
    use plan::format::{FORMAT, Pack};
    json!({ "format": FORMAT, "plan": plan::Plan::shape() })
}

/// The words that the element's class shows where the widget cannot start, for each language.
fn words(content: &Content) -> Value {
    let words = content.interfaces.iter().map(|interface| {
        let words = json!({
            "failed": &*interface.failed.0,
            "failed_with_text": &*interface.failed_with_text.0,
            "failed_policy": &*interface.failed_policy.0,
            "failed_network": &*interface.failed_network.0,
            "failed_late": &*interface.failed_late.0,
            "failed_browser": &*interface.failed_browser.0,
            "try_again": &*interface.try_again.0,
        });
        (interface.tag.to_string(), words)
    });
    Value::Object(words.collect())
}
