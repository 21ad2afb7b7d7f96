//! Actions on a page that only Chromium's driver can do.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::{Page, PageError, Result};
use crate::engines::Engine;

/// The colours that the operating system asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Colours {
    Light,
    Dark,
    /// Forced colours on black.
    Forced,
}

impl Page {
    /// Composes `texts` one after the other in the focused field with the input method, and then
    /// commits. Returns false, and does nothing, in other engines.
    pub(crate) async fn ime_composition(&self, texts: &[&str], commit: &str) -> Result<bool> {
        if self.engine != Engine::Chromium {
            return Ok(false);
        }
        let cdp = self.driver.cdp();
        for text in texts {
            let end = text.encode_utf16().count();
            let composition = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
            cdp.send_raw("Input.imeSetComposition", composition).await?;
        }
        cdp.send_raw("Input.insertText", json!({ "text": commit }))
            .await?;
        Ok(true)
    }

    /// Emulates `prefers-color-scheme` and `forced-colors`. A new page starts in light.
    pub(crate) async fn set_colours(&self, colours: Colours) -> Result {
        let (scheme, forced) = match colours {
            Colours::Light => ("light", "none"),
            Colours::Dark => ("dark", "none"),
            Colours::Forced => ("dark", "active"),
        };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
        ] });
        self.cdp("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Sends a command of Chromium's own protocol and returns the answer.
    pub(crate) async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    /// Hides the scroll bars of the pages that are opened from now on. Pictures have none, so a page
    /// with them would be measured narrower than it is shown.
    pub(crate) async fn hide_scroll_bars(&self) -> Result {
        let hidden = json!({ "hidden": true });
        self.cdp("Emulation.setScrollbarsHidden", hidden).await?;
        Ok(())
    }

    /// Saves the first match of a selector in the document as a PNG file, at its full height.
    pub(crate) async fn picture(&self, css: &str, path: &Path) -> Result {
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height, scale: 1 };";
        let clip: Value = self.js(script, json!([css])).await?;
        let parameters = json!({ "captureBeyondViewport": true, "clip": clip });
        let answer = self.cdp("Page.captureScreenshot", parameters).await?;
        let data = answer["data"].as_str().ok_or("no picture")?;
        let png = BASE64_STANDARD
            .decode(data)
            .map_err(|error| PageError(error.to_string()))?;
        std::fs::write(path, png).map_err(|error| PageError(format!("{}: {error}", path.display())))
    }

    /// Collects garbage three times and returns the number of live DOM nodes and event listeners.
    /// None in other engines.
    pub(crate) async fn live_nodes_and_listeners(&self) -> Result<Option<[i64; 2]>> {
        if self.engine != Engine::Chromium {
            return Ok(None);
        }
        let cdp = self.driver.cdp();
        for _ in 0..3 {
            cdp.send_raw("HeapProfiler.collectGarbage", json!({}))
                .await?;
        }
        let counters = cdp.send_raw("Memory.getDOMCounters", json!({})).await?;
        let count = |name: &str| counters[name].as_i64().ok_or("no DOM counters");
        Ok(Some([count("nodes")?, count("jsEventListeners")?]))
    }

    /// Returns what Chromium itself has reported since the last call, which scripts cannot see all
    /// of. Nothing in other engines.
    pub(super) async fn browser_log(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let entries = self.driver.browser_log().await?.into_iter();
        let by_script = |source: &Option<String>| source.as_deref() == Some("console-api");
        Ok(entries
            .filter(|entry| !by_script(&entry.source))
            .map(|entry| format!("chromium: {}", entry.message))
            .collect())
    }
}
