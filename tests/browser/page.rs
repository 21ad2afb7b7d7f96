//! What a case can do with a web page; every function works alike in all three engines.
//!
//! Scripts may use `root`, the open shadow root of the page's `clause-explorer` element, and
//! `$(css)`, the first match inside it. Selectors passed to functions are resolved by `$`.
//!
//! Deliberately absent: several windows, the console of iframes, and the console of a page that the browser left
//! by itself (a followed link); only `open` saves the console of the page it leaves.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::error::WebDriverError;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{TypingData, WebDriver, WebElement};
use tokio::time::{Instant, sleep};

use crate::engines::Engine;

/// The colours that a reader's system asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Colours {
    Light,
    Dark,
    /// The system's own few, on black.
    Forced,
}

#[derive(Clone)]
pub(crate) struct Page {
    engine: Engine,
    driver: WebDriver,
    messages: Arc<Mutex<Vec<String>>>,
}

impl Page {
    /// Takes over the window of a session.
    pub(crate) async fn new(engine: Engine, driver: WebDriver) -> Result<Self> {
        let page = Self {
            engine,
            driver,
            messages: Arc::default(),
        };
        page.browser_log().await?;
        Ok(page)
    }

    pub(crate) async fn open(&self, url: &str) -> Result {
        self.collect_console().await?;
        Ok(self.driver.goto(url).await?)
    }

    /// From here on, everything is about what is in the nth iframe of the page, sandboxed or not.
    pub(crate) async fn enter_frame(&self, nth: u16) -> Result {
        Ok(self.driver.enter_frame(nth).await?)
    }

    /// From here on, everything is about the page itself again.
    pub(crate) async fn leave_frame(&self) -> Result {
        Ok(self.driver.enter_default_frame().await?)
    }

    /// Runs the body of a function and returns what it returns; `args` is a JSON array.
    pub(crate) async fn js<T: DeserializeOwned>(&self, script: &str, args: Value) -> Result<T> {
        Ok(self.execute(script, args).await?.convert()?)
    }

    /// Runs the body of an async function (so it may await) and returns what it returns.
    pub(crate) async fn js_async<T: DeserializeOwned>(
        &self,
        script: &str,
        args: Value,
    ) -> Result<T> {
        let script = format!(
            "const done = [].pop.call(arguments);
            (async function () {{ {PRELUDE}{script} }}).apply(null, arguments).then(
                (value) => done([value ?? null, null]),
                (error) => done([null, `${{error}}`]),
            );"
        );
        let result = self.driver.execute_async(script, array(args)).await?;
        match result.convert::<(Value, Option<String>)>()? {
            (_, Some(error)) => Err(PageError(error)),
            (value, None) => Ok(serde_json::from_value(value)?),
        }
    }

    /// Polls until a JavaScript expression is truthy; one that throws is not truthy yet.
    pub(crate) async fn wait_until(&self, description: &str, condition: &str) -> Result {
        let deadline = Instant::now() + Duration::from_secs(10);
        let script = format!(
            "try {{ return ({condition}) ? null : 'not so'; }} catch (error) {{ return `${{error}}`; }}"
        );
        loop {
            // Also a failing script is no reason to give up: the page may just be navigating.
            let why = match self.js::<Option<String>>(&script, json!([])).await {
                Ok(None) => return Ok(()),
                Ok(Some(why)) => why,
                Err(error) => error.to_string(),
            };
            if Instant::now() > deadline {
                return Err(PageError(format!(
                    "waited 10 s in vain until {description}: {why}: {condition}"
                )));
            }
            sleep(Duration::from_millis(40)).await;
        }
    }

    /// The same for an expression that awaits.
    pub(crate) async fn wait_until_async(&self, description: &str, condition: &str) -> Result {
        let script = format!(
            "for (let tries = 0; tries < 250; tries++) {{
                if ({condition}) return;
                await new Promise((later) => setTimeout(later, 40));
            }}
            throw new Error('waited in vain until {description}');"
        );
        self.js_async(&script, json!([])).await
    }

    /// Gives the viewport exactly this size in CSS pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result {
        let script = "return [[innerWidth, innerHeight], [outerWidth - innerWidth,
            outerHeight - innerHeight], [screen.width, screen.height]];";
        let mut inner = [0; 2];
        for _ in 0..50 {
            let [size, frame, screen]: [[u32; 2]; 3] = self.js(script, json!([])).await?;
            inner = size;
            if inner == [width, height] {
                return Ok(());
            }
            let [w, h] = [width + frame[0], height + frame[1]];
            // In the middle of the screen lies the pointer of Xvfb. Where no window manager gives
            // the focus to a window, the one under the pointer has it.
            let [x, y] = [
                screen[0].saturating_sub(w) / 2,
                screen[1].saturating_sub(h) / 2,
            ];
            self.driver
                .set_window_rect(x.into(), y.into(), w, h)
                .await?;
            sleep(Duration::from_millis(40)).await;
        }
        Err(PageError(format!(
            "the viewport is {inner:?}, not {width}×{height}"
        )))
    }

    /// Saves what the viewport shows as a PNG file.
    pub(crate) async fn screenshot(&self, path: &Path) -> Result {
        // WebKit saves the last frame it drew, which need not show the latest changes yet.
        let drawn = "await new Promise((done) => {
            requestAnimationFrame(() => requestAnimationFrame(done));
            setTimeout(done, 1000);
        });";
        let () = self.js_async(drawn, json!([])).await?;
        Ok(self.driver.screenshot(path).await?)
    }

    /// Everything reported so far by the pages of this case. Chromium's own log is included, so
    /// there some messages appear twice, and some that no script can see (failed fetches, for
    /// example) appear at all.
    pub(crate) async fn console(&self) -> Result<Vec<String>> {
        self.collect_console().await?;
        Ok(self.messages.lock().expect(NO_PANIC).clone())
    }

    pub(crate) async fn assert_console_empty(&self) -> Result {
        match self.console().await?.as_slice() {
            [] => Ok(()),
            messages => Err(PageError(format!(
                "the console is not empty:\n{}",
                messages.join("\n")
            ))),
        }
    }

    pub(crate) async fn element(&self, css: &str) -> Result<WebElement> {
        let found = self
            .execute("return $(arguments[0]);", json!([css]))
            .await?;
        match found.json() {
            Value::Null => Err(PageError(format!("no element `{css}` in the shadow root"))),
            _ => Ok(found.element()?),
        }
    }

    /// Focuses an element and types into it with real key strokes.
    pub(crate) async fn type_text(&self, css: &str, text: &str) -> Result {
        Ok(self.element(css).await?.send_keys(text).await?)
    }

    /// Clicks the middle of an element with the pointer, scrolling to it first. Fails if something
    /// covers it for two seconds: longer than what is on its way to the screen.
    pub(crate) async fn click(&self, css: &str) -> Result {
        // Not the drivers' own "element click": in a shadow tree, WebKit's refuses text fields,
        // which it believes to be covered by their own inner text.
        let script = "const element = $(arguments[0]);
            if (!element) return 'no such element';
            element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
            const [box] = element.getClientRects();
            if (!box) return 'not displayed';
            const point = [box.x + box.width / 2, box.y + box.height / 2].map(Math.floor);
            const hit = root.elementFromPoint(...point);
            return element.contains(hit) ? point : `covered by ${hit?.outerHTML}`;";
        let deadline = Instant::now() + Duration::from_secs(2);
        loop {
            let found: Value = self.js(script, json!([css])).await?;
            if let Ok((x, y)) = serde_json::from_value(found.clone()) {
                return Ok(self.input().move_to(x, y).click().perform().await?);
            }
            if Instant::now() > deadline {
                return Err(PageError(format!("`{css}` cannot be clicked: {found}")));
            }
            sleep(Duration::from_millis(40)).await;
        }
    }

    /// Presses keys wherever the focus is. Modifiers stay down until the last key:
    /// `Key::Shift + Key::Tab`.
    pub(crate) async fn keys(&self, keys: impl Into<TypingData>) -> Result {
        // Shift, Control, Alt, Meta.
        let is_modifier = |key: &char| matches!(key, '\u{E008}'..='\u{E00A}' | '\u{E03D}');
        let keys = keys.into().as_vec().into_iter();
        let (modifiers, keys): (Vec<_>, Vec<_>) = keys.partition(is_modifier);
        let mut chain = self.input();
        for key in &modifiers {
            chain = chain.key_down(*key);
        }
        for key in keys {
            chain = chain.key_down(key).key_up(key);
        }
        for key in modifiers {
            chain = chain.key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Lets Chromium's input method compose `texts` one after the other in the focused field and
    /// then commit. Returns false, and does nothing, in the engines whose drivers cannot.
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

    /// Shows pages as one sees them who has set the system so; only Chromium's driver can, and a new page starts in
    /// light.
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

    /// What Chromium's own protocol answers.
    pub(crate) async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    /// Lets the pages that are opened from now on have no scroll bars, as in pictures: those would be gone in them, and
    /// the page wider than it was when it was measured. Only in Chromium.
    pub(crate) async fn hide_scroll_bars(&self) -> Result {
        let hidden = json!({ "hidden": true });
        self.cdp("Emulation.setScrollbarsHidden", hidden).await?;
        Ok(())
    }

    /// Saves the first element of the page itself that the selector matches, however high it is, as a PNG file. Only
    /// in Chromium.
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

    /// Collects garbage until nothing more goes, and returns how many DOM nodes and event listeners are
    /// left. Nothing in the engines whose drivers cannot.
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

    /// Releases all keys and buttons, and moves the pointer out of the way.
    pub(crate) async fn rest_input(&self) -> Result {
        self.input().reset_actions().await?;
        Ok(self.input().move_to(0, 0).perform().await?)
    }

    /// The page as a failure message shows it: address, console, and the beginning of the DOM.
    pub(crate) async fn describe(&self) -> String {
        let console = self.console().await;
        let console = console.map_or_else(|error| error.to_string(), |lines| lines.join("\n    "));
        let script = "const html = root?.innerHTML ?? document.documentElement.outerHTML;
            return [location.href, html.slice(0, 2000)];";
        match self.js::<[String; 2]>(script, json!([])).await {
            Ok([url, html]) => format!("  page: {url}\n  console: {console}\n  DOM: {html}"),
            Err(error) => format!("  page: {error}\n  console: {console}"),
        }
    }

    fn input(&self) -> ActionChain {
        let pause = Some(Duration::ZERO);
        self.driver.action_chain_with_delay(pause, pause)
    }

    async fn execute(&self, script: &str, args: Value) -> Result<ScriptRet> {
        Ok(self
            .driver
            .execute(format!("{PRELUDE}{script}"), array(args))
            .await?)
    }

    /// Moves the console of the current page into `messages`.
    async fn collect_console(&self) -> Result {
        let script = "return location.protocol === 'about:' ? [] : window.__console?.splice(0)
            ?? [`the console of ${location.href} is not captured`];";
        let captured = self.js::<Vec<String>>(script, json!([])).await?;
        let logged = self.browser_log().await?;
        let mut messages = self.messages.lock().expect(NO_PANIC);
        messages.extend(captured);
        messages.extend(logged);
        Ok(())
    }

    /// What Chromium itself has reported since the last call: also what no script can see.
    async fn browser_log(&self) -> Result<Vec<String>> {
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

pub(crate) type Result<T = ()> = std::result::Result<T, PageError>;

#[derive(Debug)]
pub(crate) struct PageError(String);

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PageError {}

impl From<&str> for PageError {
    fn from(message: &str) -> Self {
        Self(message.to_owned())
    }
}

impl From<WebDriverError> for PageError {
    fn from(error: WebDriverError) -> Self {
        // The stack traces that follow are the drivers' own and long.
        let text = error.to_string();
        let end = text.find("Stacktrace:").unwrap_or(text.len());
        Self(text[..end].trim_end().to_owned())
    }
}

impl From<serde_json::Error> for PageError {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("the script returned something else: {error}"))
    }
}

const NO_PANIC: &str = "no holder of this lock panics";

const PRELUDE: &str = "const root = document.querySelector('clause-explorer')?.shadowRoot;
    const $ = (css) => root?.querySelector(css);\n";

fn array(args: Value) -> Vec<Value> {
    match args {
        Value::Array(args) => args,
        other => panic!("script arguments must be a JSON array, not {other}"),
    }
}
